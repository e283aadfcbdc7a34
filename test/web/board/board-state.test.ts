import { describe, expect, it } from 'vitest';
import { afterEvents, type BoardStateEvent, emptyBoardState } from '../../../web/board/board-state.ts';
import { PartNow } from '../../../web/board/part-now.ts';
import { coloursOf } from '../../../web/board/picture.ts';

const led = { id: 'red', type: 'led', pins: { anode: 18 } };
const dimmed: BoardStateEvent[] = [
  { kind: 'pin', gpio: 18, level: 1 },
  { kind: 'pwm', gpio: 18, hertz: 200, duty: 0.25 },
];

describe('what a board does now', () => {
  it.each([
    { after: 'nothing', events: [], duty: 0, hertz: 0, knows: false },
    { after: 'a high level', events: dimmed.slice(0, 1), duty: 1, hertz: 0, knows: true },
    { after: 'pulses', events: dimmed, duty: 0.25, hertz: 200, knows: true },
    {
      after: 'the end of the pulses',
      events: [
        ...dimmed,
        { kind: 'pwm', gpio: 18, hertz: 200, duty: 0 },
        { kind: 'pin', gpio: 18, level: 0 },
      ],
      duty: 0,
      hertz: 0,
      knows: true,
    },
  ] satisfies { after: string; events: BoardStateEvent[]; duty: number; hertz: number; knows: boolean }[])(
    'is told by the events: after $after',
    ({ events, duty, hertz, knows }) => {
      const now = new PartNow(led, afterEvents(emptyBoardState, events));
      expect({ duty: now.duty('anode'), hertz: now.hertz('anode'), knows: now.knows('anode') }).toEqual({
        duty,
        hertz,
        knows,
      });
    },
  );

  it('has the values that its parts told, and a given one for those that they did not', () => {
    const sensor = { id: 'eye', type: 'distance', pins: { trigger: 5, echo: 6 } };
    const state = afterEvents(emptyBoardState, [{ kind: 'value', part: 'eye', value: 'distance', is: 42 }]);
    const now = new PartNow(sensor, state);
    expect([
      now.number('distance', 400),
      now.number('other', 7),
      now.text('distance'),
      now.flag('distance'),
    ]).toEqual([42, 7, '', false]);
  });

  it('stays the same object when nothing happened', () => {
    expect(afterEvents(emptyBoardState, [])).toBe(emptyBoardState);
  });
});

describe('a picture of colours', () => {
  it.each([
    { picture: '', colours: ['#000000', '#000000'] },
    { picture: 'FF0000', colours: ['#ff0000', '#000000'] },
    { picture: 'ff000000ff00', colours: ['#ff0000', '#00ff00'] },
    { picture: 'nonsense', colours: ['#000000', '#000000'] },
  ])('of "$picture" has a colour for each pixel', ({ picture, colours }) => {
    expect(coloursOf(picture, 2)).toEqual(colours);
  });
});
