import type { Clock } from '../program/clock.ts';
import type { Board } from './board.ts';
import type { BoardChoice, BoardIo } from './choice.ts';
import { isRaspberryPi, type Machine, readMachine } from './machine.ts';
import { identifyBoard, remarks } from './model/identify-board.ts';

export interface ChooseOptions {
  readonly choice: BoardChoice;
  readonly io: BoardIo;
  /** Label of the GPIO chip, where it is none of the known ones. */
  readonly gpioChipLabel?: string | undefined;
  /** GPIOs that the hardware's PWM drives. */
  readonly hardwarePwm?: readonly number[] | undefined;
  readonly clock: Clock;
  /** Hears which board it is and why, and what is special of it. */
  readonly say: (sentence: string) => void;
  /** The kernel took pins away while they were in use. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Makes the board. What a board needs is loaded only when it is chosen: johnny-five and koffi cost memory.
 *
 * @throws ProblemError `gpio-chip-missing`, `gpio-permission`, `raspi-io-model` …
 */
export async function chooseBoard(options: ChooseOptions, machine = readMachine()): Promise<Board> {
  const { choice, clock, say } = options;
  switch (choice) {
    case 'auto': {
      // Who asks for raspi-io wants pins: it is better to say why there are none than to simulate some.
      const pins = isRaspberryPi(machine) || options.io === 'raspi-io';
      say(
        pins
          ? `this is a ${identifyBoard(machine).name}: its GPIO is used`
          : 'this is no Raspberry Pi: the board is simulated',
      );
      return chooseBoard({ ...options, choice: pins ? 'gpio' : 'simulated' }, machine);
    }
    case 'simulated': {
      const { createSimulatedBoard } = await import('./simulated/simulated-board.ts');
      return createSimulatedBoard({ clock });
    }
    case 'johnny-five-simulated': {
      const { createSimulatedJohnnyFiveBoard } = await import('./johnny-five/simulated-io.ts');
      return createSimulatedJohnnyFiveBoard(clock);
    }
    case 'gpio':
      return openPins(options, machine);
  }
}

async function openPins(options: ChooseOptions, machine: Machine): Promise<Board> {
  const { io, gpioChipLabel, clock, say, onFailure } = options;
  const board = identifyBoard(machine);
  if (board.warning) say(board.warning.message.en);
  if (board.model) for (const remark of remarks(board.model)) say(remark);
  if (io === 'raspi-io') {
    const { openRaspiIoBoard } = await import('./raspi-io/open-raspi-io-board.ts');
    return openRaspiIoBoard({ board, architecture: process.arch, clock, onFailure });
  }
  const { openGpioBoard } = await import('./character-device/open-gpio-board.ts');
  return openGpioBoard({
    chipLabel: gpioChipLabel,
    model: board.name,
    warning: board.warning,
    i2cBus: board.model?.i2cBus,
    pwm: board.model?.pwm,
    hardwarePwm: options.hardwarePwm,
    clock,
    onFailure,
  });
}
