import type { PartFamily } from './family.ts';
import { partHat, partValue } from './part-block.ts';

const part = 'switch';

/** Switch: when it is closed or opened, is it closed? */
export const toggleSwitch: PartFamily = {
  part,
  category: 'sensing',
  blocks: [
    partHat({ type: 'steckbrett_when_switch', part }, [
      ['CLOSED', 'closed'],
      ['OPENED', 'opened'],
    ]),
    partValue({ type: 'steckbrett_switch_closed', part, category: 'sensing' }, 'Boolean', 'closed'),
  ],
};
