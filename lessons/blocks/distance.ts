import type { PartFamily } from './family.ts';
import { partHat, partValue } from './part-block.ts';

const part = 'distance';

/** Distance sensor: how far away something is, when it comes near or goes away. */
export const distance: PartFamily = {
  part,
  category: 'sensing',
  blocks: [
    partHat({ type: 'steckbrett_when_distance', part }, [
      ['NEAR', 'near'],
      ['FAR', 'far'],
    ]),
    partValue({ type: 'steckbrett_distance', part, category: 'sensing' }, 'Number', 'distance'),
  ],
};
