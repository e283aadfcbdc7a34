import type { PartFamily } from './family.ts';
import { partHat, partValue } from './part-block.ts';

const part = 'potentiometer';

/** Potentiometer: when it is turned, how far it is turned. */
export const potentiometer: PartFamily = {
  part,
  category: 'sensing',
  blocks: [
    partHat({ type: 'steckbrett_when_turned', part }, 'turned'),
    partValue({ type: 'steckbrett_potentiometer', part, category: 'sensing' }, 'Number', 'position'),
  ],
};
