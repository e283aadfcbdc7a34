import { ProblemError, problem } from '../../contract/problem.ts';
import type { Wiring } from '../../contract/wiring.ts';
import { checkWiring } from '../../parts/check-wiring.ts';
import type { SimulatedContext, SimulatedDriver } from '../../parts/simulated-context.ts';
import { type WiredDriver, wiredPart } from '../../parts/wired-parts.ts';
import type { Clock } from '../../program/clock.ts';
import type { Board, SimulatedInputs } from '../board.ts';
import { IoPlugin } from './io-plugin.ts';
import { createJohnnyFiveBoard } from './johnny-five-board.ts';
import { createSimulatedLines, type SimulatedLines } from './simulated-lines.ts';

/**
 * johnny-five over simulated pins: the real classes and the real IO plugin with nothing behind the pins but what
 * the parts' simulations do to their inputs.
 */
export async function createSimulatedJohnnyFiveBoard(clock: Clock): Promise<Board & SimulatedInputs> {
  const lines = createSimulatedLines();
  const board = await createJohnnyFiveBoard({
    io: new IoPlugin(lines),
    info: { io: 'simulated', model: 'Simulated Raspberry Pi' },
    onFailure: () => {},
  });
  let hands = new Map<string, WiredDriver<SimulatedDriver>>();
  const letGo = () => {
    for (const { driver } of hands.values()) driver.close();
    hands = new Map();
  };
  return {
    get info() {
      return board.info;
    },
    get wiring() {
      return board.wiring;
    },
    async setUp(wiring) {
      await board.setUp(wiring);
      letGo();
      hands = handsOf(wiring, lines, clock);
    },
    command: (part, command, args) => board.command(part, command, args),
    read: (part, value) => board.read(part, value),
    listen: (listener) => board.listen(listener),
    levels: () => board.levels(),
    makeSafe: () => board.makeSafe(),
    async close() {
      letGo();
      await board.close();
    },
    input(part, input) {
      const act = wiredPart(hands, part).driver.inputs[input];
      if (!act) throw new ProblemError(notAnInput(part));
      act();
    },
  };
}

/** The parts' own simulations, but only their side of the wire: what they do to the Pi's inputs. */
function handsOf(wiring: Wiring, lines: SimulatedLines, clock: Clock) {
  const hands = new Map<string, WiredDriver<SimulatedDriver>>();
  for (const { wired, definition } of checkWiring(wiring)) {
    const gpio = (pin: string) => wired.pins[pin]!;
    const pins: SimulatedContext['pins'] = {
      write() {},
      level: (pin) => lines.read(gpio(pin)),
      drive: (pin, level) => lines.drive(gpio(pin), level),
      onChange() {},
    };
    hands.set(wired.id, { definition, driver: definition.simulated({ clock, pins, emit() {} }) });
  }
  return hands;
}

const notAnInput = (part: string) =>
  problem(
    'input-unknown',
    `„${part}“ kann man nicht drücken. Nimm einen Taster.`,
    `“${part}” can’t be pressed. Use a button.`,
  );
