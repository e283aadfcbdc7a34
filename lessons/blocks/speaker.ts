import { type PartFamily, shadowNumber } from './family.ts';
import { hertzOf, noteFieldType } from './note-field.ts';
import { Order } from './order.ts';
import { gap, inGap, partCommand, plainCommand } from './part-block.ts';

const part = 'speaker';
const category = 'sound';
const shadowNote = (note: number) => ({
  shadow: { type: 'steckbrett_note', fields: { NOTE: String(note) } },
});

/** Speaker: a tone until it is switched off, a tone for some seconds, notes. */
export const speaker: PartFamily = {
  part,
  category,
  blocks: [
    partCommand({
      type: 'steckbrett_speaker_play',
      part,
      category,
      args: [gap('HERTZ', 'Number'), gap('SECONDS', 'Number')],
      inputs: { HERTZ: shadowNote(69), SECONDS: shadowNumber(0.5) },
      // The stack waits while it sounds; other stacks go on.
      generate: (id, block, generator) =>
        `$do(${id}, 'tone', ${inGap(block, generator, 'HERTZ')});\n` +
        `yield* $wait(${inGap(block, generator, 'SECONDS')});\n` +
        `$do(${id}, 'off');\n`,
    }),
    partCommand({
      type: 'steckbrett_speaker_tone',
      part,
      category,
      args: [gap('HERTZ', 'Number')],
      inputs: { HERTZ: shadowNumber(440) },
      generate: (id, block, generator) => `$do(${id}, 'tone', ${inGap(block, generator, 'HERTZ')});\n`,
    }),
    plainCommand({ type: 'steckbrett_speaker_off', part, category }, 'off'),
    {
      type: 'steckbrett_note',
      definition: {
        message0: '%{BKY_STECKBRETT_NOTE}',
        args0: [{ type: noteFieldType, name: 'NOTE' }],
        output: 'Number',
        style: 'steckbrett_sound',
        tooltip: '%{BKY_STECKBRETT_NOTE_TOOLTIP}',
      },
      generate: (block) => [String(hertzOf(Number(block.getFieldValue('NOTE')))), Order.ATOMIC],
    },
  ],
};
