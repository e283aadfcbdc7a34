import { type PartFamily, shadowNumber } from './family.ts';
import { gap, inGap, partCommand, partValue, plainCommand } from './part-block.ts';

const part = 'servo';
const category = 'movement';

/** A small servo's pace without load, as data sheets give it (SG90: 0.1 to 0.17 s for 60°). */
const secondsPerDegree = '0.17 / 60';

/** Turns a servo and waits as long as it takes, by where it stood before. */
const turnAndWait = (name: string) => [
  `function* ${name}(part, degrees) {`,
  '  const goal = Math.min(180, Math.max(0, degrees));',
  `  const seconds = Math.abs(goal - $read(part, 'angle')) * ${secondsPerDegree};`,
  "  $do(part, 'turn', degrees);",
  '  yield* $wait(seconds);',
  '}',
];

/** Servo: to an angle, at once or with a wait until it is there; without force; where it stands. */
export const servo: PartFamily = {
  part,
  category,
  blocks: [
    partCommand({
      type: 'steckbrett_servo_turn',
      part,
      category,
      args: [gap('DEGREES', 'Number')],
      inputs: { DEGREES: shadowNumber(90) },
      generate: (id, block, generator) => `$do(${id}, 'turn', ${inGap(block, generator, 'DEGREES')});\n`,
    }),
    partCommand({
      type: 'steckbrett_servo_turn_wait',
      part,
      category,
      args: [gap('DEGREES', 'Number')],
      inputs: { DEGREES: shadowNumber(90) },
      generate: (id, block, generator) => {
        const helper = generator.provideFunction_(
          'turn_and_wait',
          turnAndWait(generator.FUNCTION_NAME_PLACEHOLDER_),
        );
        return `yield* ${helper}(${id}, ${inGap(block, generator, 'DEGREES')});\n`;
      },
    }),
    plainCommand({ type: 'steckbrett_servo_off', part, category }, 'off'),
    partValue({ type: 'steckbrett_servo_angle', part, category }, 'Number', 'angle'),
  ],
};
