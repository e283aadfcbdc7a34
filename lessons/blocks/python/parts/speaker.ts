import type { Block } from 'blockly/core';
import { rewritten } from '../../code-marks.ts';
import { hertzOf } from '../../note-field.ts';
import { sleepFor } from '../language/control.ts';
import { Order } from '../order.ts';
import type { PythonPart } from '../python-block.ts';
import type { PythonProgram } from '../python-program.ts';
import { pythonString } from '../python-text.ts';

const notes = ['C', 'C#', 'D', 'D#', 'E', 'F', 'F#', 'G', 'G#', 'A', 'A#', 'B'];

/** A note as gpiozero calls it: MIDI 69 is "A4". */
function noteName(midi: number): string {
  return `${notes[midi % 12]}${Math.floor(midi / 12) - 1}`;
}

function play(block: Block, program: PythonProgram): string {
  const name = program.part(block);
  const inner = block.getInputTargetBlock('HERTZ');
  const code = program.value(block, 'HERTZ');
  if (inner?.type === 'steckbrett_note') {
    const note = pythonString(noteName(Number(inner.getFieldValue('NOTE'))));
    return `${name}.play(${rewritten(code, note)})\n`;
  }
  return `${name}.play(${program.helper('tone')}(${code}))\n`;
}

/** Passive buzzer or loudspeaker. */
export const speaker: PythonPart = {
  part: 'speaker',
  make: (id, program) =>
    `${program.use('gpiozero', 'TonalBuzzer')}(${program.wiredPart(id)?.pins.signal}, octaves=4)`,
  blocks: {
    steckbrett_speaker_play: (block, program) =>
      `${play(block, program)}${sleepFor(block, 'SECONDS', program)}${program.part(block)}.stop()\n`,
    steckbrett_speaker_tone: play,
    steckbrett_speaker_off: (block, program) => `${program.part(block)}.stop()\n`,
    steckbrett_note: (block) => [String(hertzOf(Number(block.getFieldValue('NOTE')))), Order.ATOMIC],
  },
  helpers: {
    tone: {
      imports: ['gpiozero.tones Tone'],
      says: {
        de: 'Der Ton mit so vielen Schwingungen in der Sekunde (Hertz).',
        en: 'The tone of so many vibrations a second (hertz).',
      },
      code: `
def tone(hertz):
    %
    return Tone.from_frequency(min(max(hertz, 28), 5000))
`,
    },
  },
};
