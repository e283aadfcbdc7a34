import { plainNumber, runs } from './look.ts';
import { hint, type Rule } from './rule.ts';

/** What parts take, as their files in `device/parts/` say, in the numbers that pupils write. */
const ranges: readonly { type: string; input: string; min: number; max: number }[] = [
  { type: 'steckbrett_led_brightness', input: 'PERCENT', min: 0, max: 100 },
  { type: 'steckbrett_motor_run', input: 'PERCENT', min: 0, max: 100 },
  { type: 'steckbrett_pin_pulse', input: 'PERCENT', min: 0, max: 100 },
  { type: 'steckbrett_pin_pulse', input: 'HERTZ', min: 1, max: 1000 },
  { type: 'steckbrett_servo_turn', input: 'DEGREES', min: 0, max: 180 },
  { type: 'steckbrett_servo_turn_wait', input: 'DEGREES', min: 0, max: 180 },
  { type: 'steckbrett_lcd_write', input: 'LINE', min: 1, max: 2 },
  { type: 'steckbrett_sense_pixel', input: 'COLUMN', min: 1, max: 8 },
  { type: 'steckbrett_sense_pixel', input: 'ROW', min: 1, max: 8 },
];

/** A part is given a number that it cannot take, and takes the nearest. */
export const outOfRange: Rule = ({ blocks }) =>
  blocks.flatMap((block) =>
    ranges.flatMap(({ type, input, min, max }) => {
      const value = type === block.type && runs(block) ? plainNumber(block, input) : undefined;
      if (value === undefined || (value >= min && value <= max)) return [];
      // A motor that is to turn the other way: its number may be below 0.
      if (type === 'steckbrett_motor_run' && value >= -max && value < 0) return [];
      const taken = Math.min(max, Math.max(min, value));
      return [
        hint(
          block.id,
          'out-of-range',
          `Hier geht nur ${min} bis ${max}. Aus deiner Zahl wird ${taken}.`,
          `Only ${min} to ${max} works here. Your number becomes ${taken}.`,
        ),
      ];
    }),
  );
