import { type BlockFamily, shadowNumber, shadowText } from './family.ts';

/**
 * Lists, counted from 1: Blockly's own blocks. Left out is lists_repeat, whose helper runs as long as its number is
 * large, without a loop trap.
 */
export const lists: BlockFamily = {
  category: 'lists',
  blocks: [
    { type: 'lists_create_empty' },
    {
      type: 'lists_create_with',
      inputs: { ADD0: shadowText(''), ADD1: shadowText(''), ADD2: shadowText('') },
    },
    { type: 'lists_length' },
    { type: 'lists_isEmpty' },
    { type: 'lists_indexOf', inputs: { FIND: shadowText('') } },
    { type: 'lists_getIndex', inputs: { AT: shadowNumber(1) } },
    { type: 'lists_setIndex', inputs: { AT: shadowNumber(1), TO: shadowText('') } },
    { type: 'lists_getSublist', inputs: { AT1: shadowNumber(1), AT2: shadowNumber(3) } },
    { type: 'lists_split', inputs: { DELIM: shadowText(',') } },
    { type: 'lists_sort' },
    { type: 'lists_reverse' },
    // Blockly counts it as a loop; here it is found with what it goes through.
    { type: 'controls_forEach', style: 'steckbrett_lists' },
  ],
};
