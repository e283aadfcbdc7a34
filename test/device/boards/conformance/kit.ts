import { camJamEduKit } from '../../../../device/contract/wiring.ts';
import { type ConformanceProgram, seconds, start, when } from './program.ts';

/** Programs for the CamJam EduKit. */
export const kitPrograms: readonly ConformanceProgram[] = [
  {
    name: 'blinks in turn and ends',
    wiring: camJamEduKit,
    source: start(`
      for (let round = 0; round < 3; round += 1) {
        if ($due()) yield;
        for (const part of ['red', 'amber', 'green', 'buzzer']) {
          $b = 'on'; $do(part, 'on');
          $b = 'wait'; yield* $wait(0.05);
          $b = 'off'; $do(part, 'off');
        }
      }
      $b = 'toggle'; $do('red', 'toggle'); $print($read('red', 'on'));
    `),
    duration: seconds(2),
  },
  {
    name: 'answers the button',
    wiring: camJamEduKit,
    source:
      when('button', 'pressed', `$b = 'light'; $do('green', 'on'); $print($read('button', 'pressed'));`) +
      when('button', 'released', `$b = 'dark'; $do('green', 'off'); $print($read('button', 'pressed'));`) +
      start(`$b = 'hello'; $print('ready'); yield* $wait(1000);`),
    inputs: [
      { at: seconds(0.2), part: 'button', input: 'press' },
      { at: seconds(0.4), part: 'button', input: 'release' },
      { at: seconds(0.6), part: 'button', input: 'press' },
    ],
    duration: seconds(1),
  },
  {
    name: 'fails at a command that no part knows',
    wiring: camJamEduKit,
    source: start(`$do('red', 'on'); $b = 'bad'; $do('red', 'sing');`),
    duration: seconds(1),
  },
  {
    name: 'leaves nothing on when it is stopped',
    wiring: camJamEduKit,
    source: start(`
      $do('red', 'on'); $do('amber', 'brightness', 30); $do('buzzer', 'on'); yield* $wait(1000);
    `),
    duration: seconds(0.5),
  },
];
