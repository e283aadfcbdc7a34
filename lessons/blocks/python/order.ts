import { Order as BlocklyOrder } from 'blockly/python';

/** How strongly Python's operators bind, as Blockly counts it. */
export const Order = BlocklyOrder;
export type Order = BlocklyOrder;
