import type { PartFamily } from './family.ts';
import { partValue } from './part-block.ts';

const part = 'climate';

/** Weather sensor: temperature, humidity, air pressure. */
export const climate: PartFamily = {
  part,
  category: 'sensing',
  blocks: [
    partValue({ type: 'steckbrett_climate', part, category: 'sensing' }, 'Number', [
      ['TEMPERATURE', 'temperature'],
      ['HUMIDITY', 'humidity'],
      ['PRESSURE', 'pressure'],
    ]),
  ],
};
