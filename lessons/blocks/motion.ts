import type { PartFamily } from './family.ts';
import { partHat, partValue } from './part-block.ts';

const part = 'motion';

/** Motion sensor: when something moves or all is still again, does something move? */
export const motion: PartFamily = {
  part,
  category: 'sensing',
  blocks: [
    partHat({ type: 'steckbrett_when_motion', part }, [
      ['MOVED', 'moved'],
      ['STILL', 'still'],
    ]),
    partValue({ type: 'steckbrett_motion_seen', part, category: 'sensing' }, 'Boolean', 'motion'),
  ],
};
