import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../lessons/format/block-notation.ts';
import { inEnglish, namesIn } from '../../../lessons/format/english-blocks.ts';

const english = { höchste: 'highest', öffne: 'open', weit: 'wide', Hallo: 'Hello', los: 'go' };
const german = readBlocks(`steckbrett_start
variables_set VAR=höchste VALUE: "Hallo"
procedures_callnoreturn NAME=öffne ARG0: 3
steckbrett_send NAME=los

procedures_defnoreturn NAME=öffne PARAMS=weit
  steckbrett_print VALUE: (variables_get VAR=weit)
`);

describe('blocks in English', () => {
  it('have English names of variables, own blocks and their inputs, and English texts', () => {
    const names = namesIn(inEnglish(german, english));
    expect(names).toEqual(expect.arrayContaining(['highest', 'open', 'wide', 'Hello']));
    for (const one of ['höchste', 'öffne', 'weit', 'Hallo']) expect(names).not.toContain(one);
  });

  it('keep the names of messages, which every Pi has to know', () => {
    expect(namesIn(inEnglish(german, english))).toContain('los');
  });

  it('are otherwise the same, and the German ones stay as they are', () => {
    const before = JSON.stringify(german);
    const back = Object.fromEntries(Object.entries(english).map(([de, en]) => [en, de]));
    expect(inEnglish(inEnglish(german, english), back)).toEqual(german);
    expect(JSON.stringify(german)).toBe(before);
  });
});
