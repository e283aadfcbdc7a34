import { describe, expect, it } from 'vitest';
import { colourCode } from '../../../web/pupil/code/colour-code.ts';
import { Places } from '../../../web/pupil/code/places.ts';

describe('the colours of a text', () => {
  it('keep every sign, in its line', () => {
    const text = 'if (a < b && c) {\n  print(\'ä"<b>"\');\n}\n\n';
    const lines = colourCode(text, 'javascript');
    expect(lines.map((tokens) => tokens.map((token) => token.text).join(''))).toEqual([
      'if (a < b && c) {',
      '  print(\'ä"<b>"\');',
      '}',
      '',
    ]);
    for (const token of lines.flat())
      expect(text.slice(token.at, token.at + token.text.length)).toBe(token.text);
  });

  it('tell words of the language from texts and numbers', () => {
    const kinds = (text: string, language: 'javascript' | 'python') =>
      Object.fromEntries(
        colourCode(text, language).flatMap((line) => line.map(({ text, kind }) => [text, kind])),
      );
    expect(kinds("await wait(0.5); send('los');", 'javascript')).toMatchObject({
      await: 'keyword',
      '0.5': 'number',
      "'los'": 'string',
    });
    expect(kinds('while True:  # immer\n', 'python')).toMatchObject({
      while: 'keyword',
      True: 'literal',
      '# immer': 'comment',
    });
  });

  it('are left out where finding them would take long', () => {
    const long = 'x += 1;\n'.repeat(40_000);
    const lines = colourCode(long, 'javascript');
    expect(lines).toHaveLength(40_000);
    expect(lines.every(([token]) => token?.kind === '' && token.text === 'x += 1;')).toBe(true);
  });
});

describe('places in a text', () => {
  const text = 'start(() => {\n  if (button.pressed) {\n    red.on();\n  }\n});\n';
  const mark = (block: string, part: string) => {
    const from = text.indexOf(part);
    return { block, from, to: from + part.length };
  };
  const places = new Places({
    text,
    marks: [
      mark('hat', text.trimEnd()),
      mark('if', 'if (button.pressed) {\n    red.on();\n  }'),
      mark('asked', 'button.pressed'),
      mark('on', 'red.on();'),
    ],
  });

  it('know the innermost block at a sign', () => {
    expect(places.blockAt(0)).toBe('hat');
    expect(places.blockAt(text.indexOf('if'))).toBe('if');
    expect(places.blockAt(text.indexOf('pressed'))).toBe('asked');
    expect(places.blockAt(text.indexOf('red'))).toBe('on');
    expect(places.blockAt(text.length)).toBeUndefined();
  });

  it('know where a block stands', () => {
    expect(places.placesOf('if')).toEqual([{ line: 1, lines: 3, from: 2, to: 23 }]);
    expect(places.placesOf('asked')).toEqual([{ line: 1, lines: 1, from: 6, to: 20 }]);
    expect(places.placesOf('loose')).toEqual([]);
  });

  it('lead along a line from block to block', () => {
    expect(places.stopsIn(1)).toEqual([text.indexOf('if'), text.indexOf('button')]);
    expect(places.wordsOf(2)).toBe(text.indexOf('red'));
    expect(places.lineAt(text.indexOf('red'))).toBe(2);
  });

  it('know nothing of a text that is empty', () => {
    const none = new Places({ text: '', marks: [] });
    expect([none.blockAt(0), none.lineAt(5), none.wordsOf(0), none.stopsIn(0)]).toEqual([
      undefined,
      0,
      0,
      [0],
    ]);
  });
});
