import type { Wiring } from '../../../../device/contract/wiring.ts';
import { type ConformanceProgram, seconds, start } from './program.ts';

function one(type: string, pins: Record<string, number>, options = {}): Wiring {
  return { parts: [{ id: 'it', type, pins, options }] };
}

/** Commands to the part `it`, 0.2 s between them; after each, the values of these names are printed. */
function commands(names: readonly string[], ...given: readonly (readonly [string, ...unknown[]])[]): string {
  const reads = names.map((name) => `$read('it', '${name}')`).join(` + ' ' + `);
  return start(
    given
      .map(([command, ...args]) => {
        const call = ['it', command, ...args].map((part) => JSON.stringify(part)).join(', ');
        return `$b = '${command}'; $do(${call}); $print('' + ${reads}); yield* $wait(0.2);`;
      })
      .join('\n'),
  );
}

/** Programs for the parts that a Pi drives by its pins. */
export const outputPrograms: readonly ConformanceProgram[] = [
  {
    name: 'dims an LED',
    wiring: one('led', { anode: 18 }),
    source: commands(
      ['on'],
      ['brightness', 50],
      ['brightness', 50],
      ['brightness', 0.1],
      ['on'],
      ['brightness', 10],
      ['toggle'],
      ['toggle'],
      ['brightness', -5],
      ['brightness', 120],
      ['off'],
    ),
    duration: seconds(4),
  },
  ...(['cathode', 'anode'] as const).map((common) => ({
    name: `shows colours on an RGB LED with a common ${common}`,
    wiring: one('rgb-led', { red: 17, green: 27, blue: 22 }, { common }),
    source: commands(
      ['on', 'colour'],
      ['on', '#ff0000'],
      ['on', '#0080FF'],
      ['off'],
      ['off'],
      ['on', '#000000'],
      ['on', '#010203'],
      ['on', '#ffffff'],
    ),
    duration: seconds(3),
  })),
  {
    name: 'plays tones on a speaker',
    wiring: one('speaker', { signal: 12 }),
    source: commands(
      ['on', 'hertz'],
      ['tone', 440],
      ['tone', 440],
      ['tone', 523.25],
      ['off'],
      ['tone', 1],
      ['tone', 20000],
      ['off'],
      ['off'],
    ),
    duration: seconds(3),
  },
  {
    name: 'turns a servo and lets it go',
    wiring: one('servo', { signal: 13 }),
    source: start(`
      $b = 'right'; $do('it', 'turn', 180); yield* $wait(1); $print($read('it', 'angle'));
      $b = 'left'; $do('it', 'turn', 0); yield* $wait(1); $print($read('it', 'angle'));
      $b = 'free'; $do('it', 'off'); yield* $wait(0.2);
      $b = 'same'; $do('it', 'turn', 0); yield* $wait(0.2);
      $b = 'far'; $do('it', 'turn', 999); yield* $wait(1); $print($read('it', 'angle'));
    `),
    duration: seconds(5),
  },
  {
    name: 'lets a servo go on its way',
    wiring: one('servo', { signal: 13 }),
    source: start(`
      $do('it', 'turn', 180); yield* $wait(1);
      $b = 'left'; $do('it', 'turn', 0); yield* $wait(0.2); $b = 'stay'; $do('it', 'off');
      yield* $wait(0.5); $print($read('it', 'angle') > 100);
      $b = 'again'; $do('it', 'turn', 0); yield* $wait(1); $print($read('it', 'angle'));
    `),
    duration: seconds(4),
  },
  {
    name: 'drives a motor both ways',
    wiring: one('motor', { forward: 5, backward: 6, enable: 19 }),
    source: commands(
      ['power'],
      ['run', 50],
      ['run', 80],
      ['run', -80],
      ['run', -100],
      ['run', 1],
      ['run', 0],
      ['run', 400],
      ['stop'],
      ['stop'],
    ),
    duration: seconds(3),
  },
  {
    name: 'stops a motor that runs when the program is stopped',
    wiring: one('motor', { forward: 5, backward: 6, enable: 19 }),
    source: start(`$do('it', 'run', -60); yield* $wait(1000);`),
    duration: seconds(1),
  },
  {
    name: 'drives a bare pin',
    wiring: one('output-pin', { signal: 21 }),
    source: commands(
      ['on'],
      ['on'],
      ['toggle'],
      ['pulse', 25, 2],
      ['pulse', 25, 400],
      ['toggle'],
      ['toggle'],
      ['pulse', 75, 5000],
      ['pulse', 100, 10],
      ['pulse', 0, 10],
      ['off'],
    ),
    duration: seconds(4),
  },
];
