import type { Clock } from '../program/clock.ts';
import type { Board } from './board.ts';
import type { BoardChoice } from './choice.ts';
import { isRaspberryPi, machineModel } from './machine.ts';

export interface ChooseOptions {
  readonly choice: BoardChoice;
  /** Label of the GPIO chip, where it is none of the known ones. */
  readonly gpioChipLabel?: string | undefined;
  readonly clock: Clock;
  /** Hears which board it is and why. */
  readonly say: (sentence: string) => void;
  /** The kernel took pins away while they were in use. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Makes the board. What a board needs is loaded only when it is chosen: johnny-five and koffi cost memory.
 *
 * @throws ProblemError `gpio-chip-missing`, `gpio-permission` …
 */
export async function chooseBoard(options: ChooseOptions, model = machineModel()): Promise<Board> {
  const { choice, clock, say, onFailure } = options;
  switch (choice) {
    case 'auto': {
      const pi = isRaspberryPi(model);
      say(pi ? `this is a ${model}: its GPIO is used` : 'this is no Raspberry Pi: the board is simulated');
      return chooseBoard({ ...options, choice: pi ? 'gpio' : 'simulated' }, model);
    }
    case 'simulated': {
      const { createSimulatedBoard } = await import('./simulated/simulated-board.ts');
      return createSimulatedBoard({ clock });
    }
    case 'johnny-five-simulated': {
      const { createSimulatedJohnnyFiveBoard } = await import('./johnny-five/simulated-io.ts');
      return createSimulatedJohnnyFiveBoard(clock);
    }
    case 'gpio': {
      const { openGpioBoard } = await import('./character-device/open-gpio-board.ts');
      return openGpioBoard({
        chipLabel: options.gpioChipLabel,
        model: model ?? 'unknown machine',
        onFailure,
      });
    }
  }
}
