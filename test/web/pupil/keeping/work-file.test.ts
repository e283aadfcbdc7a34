import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../device/contract/problem.ts';
import type { Blocks } from '../../../../server/live/contract/live.ts';
import { maxFileBytes, readWorkFile, writeWorkFile } from '../../../../web/pupil/keeping/work-file.ts';

const block = {
  type: 'steckbrett_start',
  id: 'hat',
  x: 10,
  y: 20,
  next: { block: { type: 'steckbrett_wait', id: 'w' } },
};
const work: Blocks = {
  blocks: { languageVersion: 0, blocks: [block] },
  variables: [{ name: 'Zähler', id: 'v1' }],
};
const file = (change: object = {}) =>
  JSON.stringify({ format: 'steckbrett-work', version: 1, lessonId: 'blink', blocks: work, ...change });
const ofBlocks = (...blocks: unknown[]) => file({ blocks: { blocks: { languageVersion: 0, blocks } } });

function problemAt(text: string): string {
  try {
    readWorkFile(text);
    return 'opened';
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return thrown.problem.code;
  }
}

/** A stack of so many blocks, as text, because nothing else could make it. */
function stack(length: number): string {
  const one = '{"type":"steckbrett_wait","next":{"block":';
  return `${one.repeat(length)}{"type":"steckbrett_wait"}${'}}'.repeat(length)}`;
}

describe('a work file', () => {
  it('brings the work back as it was', () => {
    expect(readWorkFile(writeWorkFile(work, 'blink'))).toEqual({ blocks: work, lessonId: 'blink' });
  });

  it('holds nothing of the pupil', () => {
    expect(Object.keys(JSON.parse(writeWorkFile(work, 'blink'))).toSorted()).toEqual([
      'blocks',
      'format',
      'lessonId',
      'savedBy',
      'version',
    ]);
  });

  it('may be empty, and made without a lesson', () => {
    expect(readWorkFile(writeWorkFile({}, null))).toEqual({ blocks: {}, lessonId: null });
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'file-not-json'],
    ['half a file', file().slice(0, 80), 'file-not-json'],
    ['a poem', 'Der Mond ist aufgegangen', 'file-not-json'],
    ['a picture', '\uFFFDPNG\r\n\u001A\n', 'file-is-picture'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'file-is-picture'],
    ['a project of Scratch', 'PK\u0003\u0004project.json', 'file-of-other-program'],
    ['the inside of one', '{"targets":[],"monitors":[],"meta":{"semver":"3.0.0"}}', 'file-of-other-program'],
    ['a program of MakeCode', ':020000040000FA\n:0400000A9900C0DEBB', 'file-of-other-program'],
    ['blocks of another Blockly', JSON.stringify(work), 'file-of-other-program'],
    [
      'blocks of an old Blockly',
      '<xml xmlns="https://developers.google.com/blockly/xml"></xml>',
      'file-of-other-program',
    ],
    ['a number', '42', 'file-foreign'],
    ['null', 'null', 'file-foreign'],
    ['a list', '[]', 'file-foreign'],
    ['something of others', '{"name":"x"}', 'file-foreign'],
    ['another format', file({ format: 'other' }), 'file-foreign'],
    ['a newer version', file({ version: 2, blocks: 'of tomorrow' }), 'file-newer'],
    ['a version that never was', file({ version: 0 }), 'file-damaged'],
    ['no blocks', JSON.stringify({ format: 'steckbrett-work', version: 1, lessonId: null }), 'file-damaged'],
    ['blocks that are none', ofBlocks(null), 'file-damaged'],
    ['a block without a type', ofBlocks({ id: 'x' }), 'file-damaged'],
    ['a type that is no text', ofBlocks({ type: { toString: 'x' } }), 'file-damaged'],
    ['inputs that are none', ofBlocks({ type: 'steckbrett_wait', inputs: [] }), 'file-damaged'],
    ['something else below', ofBlocks({ type: 'steckbrett_wait', next: 'x' }), 'file-damaged'],
    ['variables that are none', file({ blocks: { variables: [1] } }), 'file-damaged'],
    ['unknown blocks', ofBlocks({ type: 'motion_movesteps' }), 'file-unknown-blocks'],
    [
      'unknown blocks far inside',
      ofBlocks({ type: 'steckbrett_start', next: { block: { type: 'eval' } } }),
      'file-unknown-blocks',
    ],
    ['a type from the depths of JavaScript', ofBlocks({ type: '__proto__' }), 'file-unknown-blocks'],
    ['too much', ' '.repeat(maxFileBytes + 1), 'file-too-large'],
    [
      'a stack without end',
      file({ blocks: { blocks: { blocks: ['HERE'] } } }).replace('"HERE"', stack(5000)),
      'file-too-deep',
    ],
    ['brackets without end', '['.repeat(200_000), 'file-not-json'],
    ['nested lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'file-too-deep'],
  ])('of %s is not opened', (_, text, code) => expect(problemAt(text)).toBe(code));

  it('of another lesson is opened', () => {
    expect(readWorkFile(file({ lessonId: 'alarm' })).lessonId).toBe('alarm');
  });

  it('with a byte order mark in front is opened', () => expect(problemAt(`\uFEFF${file()}`)).toBe('opened'));

  it('changes no object by poisoned keys', () => {
    const poisoned = file().replace(
      '"id":"hat"',
      '"id":"hat","__proto__":{"polluted":1},"fields":{"__proto__":{"polluted":1}}',
    );
    const { blocks } = readWorkFile(poisoned);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(JSON.stringify(blocks)).not.toContain('polluted');
  });
});
