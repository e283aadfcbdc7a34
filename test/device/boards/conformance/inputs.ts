import { type ConformanceProgram, seconds, start, when } from './program.ts';

/** A stack that says what a part told and what it reads then. */
function tells(part: string, event: string, value: string): string {
  return when(part, event, `$b = '${event}'; $print('${event} ' + $read('${part}', '${value}'));`);
}

/** Programs for the parts on pins that a Pi listens to. */
export const inputPrograms: readonly ConformanceProgram[] = [
  {
    name: 'hears a switch',
    wiring: { parts: [{ id: 'it', type: 'switch', pins: { signal: 16 } }] },
    source: tells('it', 'closed', 'closed') + tells('it', 'opened', 'closed'),
    inputs: [
      { at: seconds(0.2), part: 'it', input: 'close' },
      { at: seconds(0.4), part: 'it', input: 'close' },
      { at: seconds(0.6), part: 'it', input: 'open' },
      { at: seconds(0.8), part: 'it', input: 'close' },
    ],
    duration: seconds(1.2),
  },
  {
    name: 'notices motion, which lasts until the hold time after the last',
    wiring: { parts: [{ id: 'it', type: 'motion', pins: { signal: 4 }, options: { hold: 2 } }] },
    source: tells('it', 'moved', 'motion') + tells('it', 'still', 'motion'),
    inputs: [
      { at: seconds(0.5), part: 'it', input: 'move' },
      { at: seconds(1.5), part: 'it', input: 'move' },
      { at: seconds(5), part: 'it', input: 'move' },
    ],
    duration: seconds(8),
  },
  {
    name: 'measures a distance',
    wiring: {
      parts: [{ id: 'it', type: 'distance', pins: { trigger: 20, echo: 26 }, options: { nearer: 30 } }],
    },
    source:
      when('it', 'near', `$b = 'near'; $print('near');`) +
      when('it', 'far', `$b = 'far'; $print('far');`) +
      start(`
        for (let look = 0; look < 8; look += 1) {
          if ($due()) yield;
          yield* $wait(1); $print(Math.round($read('it', 'distance') / 10));
        }`),
    inputs: [
      { at: seconds(0.35), part: 'it', input: 'distance', value: 30 },
      // Within the hysteresis, so still near.
      { at: seconds(1.35), part: 'it', input: 'distance', value: 31 },
      { at: seconds(2.35), part: 'it', input: 'distance', value: 41 },
      { at: seconds(3.35), part: 'it', input: 'distance', value: 400 },
      { at: seconds(4.35), part: 'it', input: 'distance', value: -7 },
      { at: seconds(5.35), part: 'it', input: 'distance', value: 230 },
    ],
    duration: seconds(9),
  },
  {
    name: 'keeps two distances apart',
    wiring: {
      parts: [
        { id: 'left', type: 'distance', pins: { trigger: 20, echo: 26 } },
        { id: 'right', type: 'distance', pins: { trigger: 5, echo: 6 } },
      ],
    },
    source: start(`
      yield* $wait(1); $print(Math.round($read('left', 'distance') / 10));
      $print(Math.round($read('right', 'distance') / 10));`),
    inputs: [
      { at: seconds(0.35), part: 'left', input: 'distance', value: 50 },
      { at: seconds(0.55), part: 'right', input: 'distance', value: 200 },
    ],
    duration: seconds(2),
  },
  ...(['up', 'down', 'none'] as const).map((pull) => ({
    name: `reads a bare pin with pull ${pull}`,
    wiring: { parts: [{ id: 'it', type: 'input-pin', pins: { signal: 25 }, options: { pull } }] },
    source: start(`$print($read('it', 'high'));`) + tells('it', 'high', 'high') + tells('it', 'low', 'high'),
    inputs: [
      { at: seconds(0.2), part: 'it', input: 'low' },
      { at: seconds(0.4), part: 'it', input: 'high' },
      { at: seconds(0.6), part: 'it', input: 'low' },
    ],
    duration: seconds(1),
  })),
];
