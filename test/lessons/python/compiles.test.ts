import { describe, expect, it } from 'vitest';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { basicBlocks } from '../../../lessons/blocks/families.ts';
import { blockTypes } from '../../../lessons/blocks/index.ts';
import { moreBlocks } from '../../../lessons/blocks/more-parts.ts';
import { pythonBlocks, pythonHats } from '../../../lessons/blocks/python/table.ts';
import { readBlocks } from '../../../lessons/format/block-notation.ts';
import { chain, type SavedBlock, start } from '../blocks/workspace.ts';
import { lessons, pythonOf, pythonOfSaved } from './lessons.ts';
import { complaintsOf } from './mock-pins.ts';

const languages = ['de', 'en'] as const;
const text = (value: string) => ({ block: { type: 'text', fields: { TEXT: value } } });
const print = (value: string): SavedBlock => ({ type: 'steckbrett_print', inputs: { VALUE: text(value) } });

/** What has left a string, a comment or a name somewhere, once. */
const nasty = [
  '"); import os; os.system("true"); ("',
  '\\"); escaped = 1 #',
  '\\',
  '"""',
  "'''",
  'line\nbreak = 1',
  'carriage\rreturn = 1',
  '\u2028x = 1',
  '\u0085x = 1',
  '\f x = 1',
  '\0',
  '\ud800',
  '\udfff\ud800',
  '{escaped}',
  '%s %(x)d',
  '$& $1 $$ $`',
  'Zähler für Öl',
  '🐢👩‍👩‍👧',
  '\u202e txet',
  'class',
  'print',
  '__debug__',
  '__builtins__',
  'None',
  'match',
  '_',
  '',
  ' ',
  '1. Zahl',
  'ﬁ',
  'ｉｆ',
  'ª',
  'ͺ',
  'ำ',
  '数',
  'red',
  'LED',
  'sleep',
  'every',
  'waiting',
  '\uFDD00\uFDD2x\uFDD10\uFDD2',
  'coding: latin-1',
  '-*- coding: utf-16 -*-',
];

describe('Python from blocks', () => {
  it('exists for every block of the language', () => {
    const hats = new Set([...basicBlocks, ...moreBlocks].filter((one) => one.hat).map((one) => one.type));
    const missing = blockTypes.filter((type) => !(type in (hats.has(type) ? pythonHats : pythonBlocks)));
    expect(missing).toEqual([]);
    expect(Object.keys({ ...pythonBlocks, ...pythonHats }).sort()).toEqual([...blockTypes].sort());
  });

  it('compiles for every solution, starter and wrong program of the lessons', async () => {
    const programs: Record<string, string> = {};
    for (const { folder, views, solution, check } of lessons.values()) {
      for (const language of languages) {
        const { wiring, title } = views[language];
        const add = async (name: string, saved: typeof solution) => {
          programs[`${folder} ${name} ${language}`] = (
            await pythonOfSaved(saved, wiring, { language, title })
          ).text;
        };
        await add('solution', solution);
        await add('starter', views[language].starter);
        for (const wrong of check.wrong) await add(wrong.name, readBlocks(wrong.blocks));
      }
    }
    expect(Object.keys(programs).length).toBeGreaterThan(100);
    expect(await complaintsOf(programs)).toEqual({});
  });

  it('stays whole whatever pupils write and call things', async () => {
    const programs: Record<string, string> = {};
    for (const word of nasty) {
      const variable = { block: { type: 'variables_get', fields: { VAR: { id: 'v' } } } };
      const name = { fields: { NAME: word } };
      const { text: program } = await pythonOf(
        [
          start(
            print(word),
            { type: 'variables_set', fields: { VAR: { id: 'v' } }, inputs: { VALUE: text(word) } },
            { type: 'steckbrett_print', inputs: { VALUE: variable } },
            { type: 'steckbrett_send', ...name },
            { type: 'steckbrett_peer_send_plain', fields: { NAME: word, TO: 'next' } },
            { type: 'steckbrett_led_set', fields: { PART: 'red', STATE: 'on' } },
            { type: 'procedures_callnoreturn', extraState: { name: word || 'x' } },
          ),
          chain({ type: 'steckbrett_when_message', ...name }, print(word)),
          chain({ type: 'steckbrett_when_peer', ...name }, print(word)),
          { type: 'procedures_defnoreturn', fields: { NAME: word || 'x' } },
        ],
        camJamEduKit,
        { title: word, variables: [{ name: word || 'y', id: 'v' }] },
      );
      programs[JSON.stringify(word)] = program;
    }
    expect(await complaintsOf(programs)).toEqual({});
    for (const program of Object.values(programs))
      expect(program).not.toMatch(/^\s*(import os|escaped|x = 1)/m);
  });

  it('writes two thousand blocks under each other', async () => {
    let below: SavedBlock = print('1999');
    for (let count = 1998; count >= 0; count--) below = { ...print(String(count)), next: { block: below } };
    const hat: SavedBlock = { type: 'steckbrett_start', next: { block: below } };
    const { text: program, marks } = await pythonOf([hat], camJamEduKit);
    expect(await complaintsOf({ program })).toEqual({});
    expect(marks).toHaveLength(4001);
  });

  const nested = (depth: number, around: (inner: SavedBlock) => SavedBlock): SavedBlock => {
    let block = print('innen');
    for (let level = 0; level < depth; level++) block = around(block);
    return block;
  };
  const loop = (inner: SavedBlock): SavedBlock => ({
    type: 'steckbrett_forever',
    inputs: { DO: { block: inner } },
  });
  const choice = (inner: SavedBlock): SavedBlock => ({
    type: 'controls_if',
    inputs: { DO0: { block: inner } },
  });
  const other = (inner: SavedBlock): SavedBlock => ({
    type: 'controls_ifelse',
    inputs: { ELSE: { block: inner } },
  });
  const not = (depth: number): SavedBlock => {
    let value: SavedBlock = { type: 'logic_boolean', fields: { BOOL: 'TRUE' } };
    for (let level = 0; level < depth; level++)
      value = { type: 'logic_negate', inputs: { BOOL: { block: value } } };
    return { type: 'steckbrett_print', inputs: { VALUE: { block: value } } };
  };

  it('compiles as deep as it writes, and says so where Python gives up', async () => {
    const deep = {
      loops: nested(18, loop),
      choices: nested(78, choice),
      'choices in a row': nested(300, other),
      values: not(48),
    };
    const programs = Object.fromEntries(
      await Promise.all(
        Object.entries(deep).map(async ([name, block]) => [
          name,
          (await pythonOf([start(block)], camJamEduKit)).text,
        ]),
      ),
    );
    expect(await complaintsOf(programs)).toEqual({});
    for (const block of [nested(19, loop), nested(200, choice), not(300)])
      await expect(pythonOf([start(block)], camJamEduKit)).rejects.toMatchObject({
        problem: { code: 'python-too-deep' },
      });
  });

  it('says of every block where it stands, each inside the one around it', async () => {
    for (const { solution, views } of lessons.values()) {
      const { text: program, marks } = await pythonOfSaved(solution, views.de.wiring);
      expect(program).not.toMatch(/[\uFDD0-\uFDD2]/);
      for (const [index, { from, to }] of marks.entries()) {
        expect(to).toBeLessThanOrEqual(program.length);
        const crossing = marks.slice(index + 1).filter((one) => one.from < to && one.to > to);
        expect(crossing).toEqual([]);
        expect(program.slice(from, to)).toBe(program.slice(from, to).trim());
      }
    }
  });
});
