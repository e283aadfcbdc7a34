import type { PartFamily } from './family.ts';
import { partHat, partValue } from './part-block.ts';

const part = 'light';

/** Light sensor: when it gets lighter or darker, how bright it is. */
export const light: PartFamily = {
  part,
  category: 'sensing',
  blocks: [
    partHat({ type: 'steckbrett_when_light', part }, [
      ['DARKER', 'darker'],
      ['LIGHTER', 'lighter'],
    ]),
    partValue({ type: 'steckbrett_brightness', part, category: 'sensing' }, 'Number', 'brightness'),
  ],
};
