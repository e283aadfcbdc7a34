import { describe, expect, it } from 'vitest';
import { gapLine, messageLine } from '../../../web/pupil/message-line.ts';

describe('what the console says', () => {
  it.each<[Parameters<typeof messageLine>[0], string]>([
    [{ kind: 'sent', at: 1, to: 'next', name: 'hallo' }, '→ hallo an den nächsten Pi'],
    [{ kind: 'sent', at: 1, to: 'previous', name: 'hallo', value: 0 }, '→ hallo (0) an den Pi davor'],
    [{ kind: 'sent', at: 1, to: 'all', name: 'hallo', value: 'ja' }, '→ hallo (ja) an alle anderen'],
    [{ kind: 'received', at: 1, from: 'Otter', name: 'hallo' }, '← hallo von Otter'],
    [{ kind: 'received', at: 1, from: 'Otter', name: 'hallo', value: 0.1 + 0.2 }, '← hallo (0,3) von Otter'],
  ])('of %j', (line, text) => {
    expect(messageLine(line)).toBe(text);
  });

  it.each<[Parameters<typeof gapLine>[0], RegExp]>([
    [{ kind: 'gap', at: 1, dropped: 4, unsent: true }, /nicht gesendet \(4\)/],
    [{ kind: 'gap', at: 1, dropped: 4 }, /4 Ereignisse übersprungen/],
    [{ kind: 'gap', at: 1, dropped: null }, /Verbindung war kurz weg/],
  ])('of %j', (line, text) => {
    expect(gapLine(line)).toMatch(text);
  });
});
