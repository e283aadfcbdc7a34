import { colourFieldType } from './colour-field.ts';
import { type BlockFamily, shadowNumber } from './family.ts';
import { Order } from './order.ts';
import { gap, inGap } from './part-block.ts';
import { quoteField } from './quote.ts';

/** A colour that lies in an input until the pupil puts another block there: `#rrggbb`. */
export function shadowColour(colour: string) {
  return { shadow: { type: 'steckbrett_colour', fields: { COLOUR: colour } } };
}

/** Mixes a colour from three shares in percent; what is out of range is brought into it. */
const mix = [
  'function {{name}}(red, green, blue) {',
  '  const channel = (share) => Math.round(Math.min(100, Math.max(0, Number(share) || 0)) * 2.55);',
  "  return '#' + [red, green, blue].map((share) => channel(share).toString(16).padStart(2, '0')).join('');",
  '}',
];
const random = [
  'function {{name}}() {',
  "  return '#' + Math.floor(Math.random() * 0x1000000).toString(16).padStart(6, '0');",
  '}',
];

/** The lines of a helper function, with the place for the name that the generator gives it. */
const lines = (code: readonly string[], placeholder: string) =>
  code.map((line) => line.replace('{{name}}', placeholder));

/** Colours, `#rrggbb`: chosen, mixed from light, at random. */
export const colours: BlockFamily = {
  category: 'light',
  blocks: [
    {
      type: 'steckbrett_colour',
      definition: {
        message0: '%1',
        args0: [{ type: colourFieldType, name: 'COLOUR' }],
        output: 'Colour',
        style: 'steckbrett_light',
        tooltip: '%{BKY_STECKBRETT_COLOUR_TOOLTIP}',
      },
      generate: (block) => [quoteField(block, 'COLOUR'), Order.ATOMIC],
    },
    {
      type: 'steckbrett_colour_mix',
      definition: {
        message0: '%{BKY_STECKBRETT_COLOUR_MIX}',
        args0: [gap('RED', 'Number'), gap('GREEN', 'Number'), gap('BLUE', 'Number')],
        inputsInline: true,
        output: 'Colour',
        style: 'steckbrett_light',
        tooltip: '%{BKY_STECKBRETT_COLOUR_MIX_TOOLTIP}',
      },
      inputs: { RED: shadowNumber(100), GREEN: shadowNumber(50), BLUE: shadowNumber(0) },
      generate: (block, generator) => {
        const name = generator.provideFunction_(
          'mix_colour',
          lines(mix, generator.FUNCTION_NAME_PLACEHOLDER_),
        );
        const shares = ['RED', 'GREEN', 'BLUE'].map((one) => inGap(block, generator, one));
        return [`${name}(${shares.join(', ')})`, Order.FUNCTION_CALL];
      },
    },
    {
      type: 'steckbrett_colour_random',
      definition: {
        message0: '%{BKY_STECKBRETT_COLOUR_RANDOM}',
        output: 'Colour',
        style: 'steckbrett_light',
        tooltip: '%{BKY_STECKBRETT_COLOUR_RANDOM_TOOLTIP}',
      },
      generate: (_block, generator) => {
        const name = generator.provideFunction_(
          'random_colour',
          lines(random, generator.FUNCTION_NAME_PLACEHOLDER_),
        );
        return [`${name}()`, Order.FUNCTION_CALL];
      },
    },
  ],
};
