import type { Board } from '../boards/board.ts';
import { type Problem, problem } from '../contract/problem.ts';
import type { Clock } from '../program/clock.ts';

/** How long an LED is on or off while the Pi shows itself, and how often it lights up; ms. */
const blinkMs = 250;
const blinks = 6;

/** Blinks the LEDs of the wiring, so that people find this Pi. */
export interface Identify {
  /** Resolved when the blinking is over. Refused with `nothing-to-blink` when no LED is wired. */
  begin(): Promise<Problem | undefined>;
  /** Ends the blinking at once, LEDs off; does nothing when there is none. */
  cancel(): void;
}

export function createIdentify(board: Board, clock: Clock): Identify {
  let finish: (() => void) | undefined;

  const begin = async (): Promise<Problem | undefined> => {
    finish?.();
    const leds = board.wiring.parts.filter((part) => part.type === 'led').map((part) => part.id);
    if (leds.length === 0) return nothingToBlink;
    await new Promise<void>((resolve) => {
      let cancelTimer: (() => void) | undefined;
      const end = () => {
        cancelTimer?.();
        finish = undefined;
        board.makeSafe();
        resolve();
      };
      finish = end;
      const step = (number: number) => {
        if (number === blinks * 2) return end();
        for (const led of leds) board.command(led, number % 2 === 0 ? 'on' : 'off', []);
        cancelTimer = clock.after(blinkMs * 1000, () => step(number + 1));
      };
      step(0);
    });
    return undefined;
  };

  return { begin, cancel: () => finish?.() };
}

const nothingToBlink = problem(
  'nothing-to-blink',
  'An diesem Pi ist keine LED verdrahtet, die blinken könnte. Suchen Sie ihn über seinen Aufkleber.',
  'This Pi has no LED connected that could blink. Please find it by its label.',
);
