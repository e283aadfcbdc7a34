import type { Wiring } from '../../contract/wiring.ts';
import { type CheckedPart, checkWiring } from '../../parts/check-wiring.ts';
import type { SimulatedContext, SimulatedDriver } from '../../parts/simulated-context.ts';
import type { WiredDriver } from '../../parts/wired-parts.ts';
import { workInput } from '../../parts/work-input.ts';
import type { Clock } from '../../program/clock.ts';
import { seededRandom } from '../../program/seeded-random.ts';
import type { Board, SimulatedInputs } from '../board.ts';
import { IoPlugin } from './io-plugin.ts';
import { createJohnnyFiveBoard } from './johnny-five-board.ts';
import { createSimulatedBuses } from './simulated-buses.ts';
import { createSimulatedLines, type SimulatedLines } from './simulated-lines.ts';

/**
 * johnny-five over simulated pins: the real classes and the real IO plugin with nothing behind the pins but what
 * the parts' simulations do to their inputs.
 */
export async function createSimulatedJohnnyFiveBoard(clock: Clock): Promise<Board & SimulatedInputs> {
  const lines = createSimulatedLines(clock);
  let hands = new Map<string, Hand>();
  const buses = createSimulatedBuses(() =>
    [...hands.values()].map(({ part, driver }) => ({ part, side: driver.bus ?? {} })),
  );
  const board = await createJohnnyFiveBoard({
    io: new IoPlugin(lines),
    info: { io: 'simulated', model: 'Simulated Raspberry Pi' },
    buses,
    clock,
    onFailure: () => {},
  });
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
      // The parts must answer on their buses as soon as johnny-five sets them up.
      const next = handsOf(wiring, lines, clock);
      letGo();
      hands = next;
      await board.setUp(wiring);
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
    input: (part, input, value) => workInput(hands, part, input, value),
  };
}

/** The simulation of one wired part. */
interface Hand extends WiredDriver<SimulatedDriver> {
  readonly part: CheckedPart;
}

/** The parts' own simulations, but only their side of the wire: what they do to the Pi's inputs. */
function handsOf(wiring: Wiring, lines: SimulatedLines, clock: Clock) {
  const hands = new Map<string, Hand>();
  const random = seededRandom(1);
  for (const part of checkWiring(wiring)) {
    const { wired, definition, options } = part;
    const gpio = (pin: string) => wired.pins[pin]!;
    const pins: SimulatedContext['pins'] = {
      write() {},
      pulse() {},
      level: (pin) => lines.read(gpio(pin)),
      drive: (pin, level) => lines.drive(gpio(pin), level),
      onChange() {},
    };
    hands.set(wired.id, {
      part,
      definition,
      driver: definition.simulated({ clock, pins, options, random, emit() {}, changed() {} }),
    });
  }
  return hands;
}
