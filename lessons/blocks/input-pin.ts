import type { PartFamily } from './family.ts';
import { partHat, partValue } from './part-block.ts';

const part = 'input-pin';

/** A bare input: when its level changes, is it high? */
export const inputPin: PartFamily = {
  part,
  category: 'sensing',
  blocks: [
    partHat({ type: 'steckbrett_when_pin', part }, [
      ['HIGH', 'high'],
      ['LOW', 'low'],
    ]),
    partValue({ type: 'steckbrett_pin_high', part, category: 'sensing' }, 'Boolean', 'high'),
  ],
};
