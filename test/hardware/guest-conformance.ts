import type { TraceEvent } from '../../device/contract/trace.ts';
import type { VirtualInput } from '../../device/program/virtual-time.ts';
import type { ConformanceProgram } from '../device/boards/conformance/program.ts';
import type { EmulatedPi } from './emulator/emulated-pi.ts';
import type { GuestProcess } from './emulator/guest-process.ts';
import type { SimulatedChip } from './gpio-sim.ts';
import { programInGuest } from './guest/guest.ts';
import {
  type Act,
  type ConformanceLine,
  type ConformanceOrder,
  conformanceLineSchema,
} from './programs/conformance-protocol.ts';

/** How long the guest may be silent; Node's start and a program's isolate take long on a busy machine. */
const patienceMs = 240_000;
/** In this time in µs, every sensor has measured once, and its value is told. */
const sensorSettling = 2_500_000;
/** In this time in µs, contacts have settled and first pictures are on their displays. */
const settling = 300_000;

/** Runs programs in the guest, on a board over the GPIO character device, while hands act on its inputs. */
export class GuestConformance {
  readonly #pi: EmulatedPi;
  readonly #process: GuestProcess;
  #heard = 0;

  private constructor(pi: EmulatedPi, process: GuestProcess) {
    this.#pi = pi;
    this.#process = process;
  }

  /** @param chip with this label, whose inputs the user who runs the programs may pull from then on. */
  static async start(pi: EmulatedPi, chip: SimulatedChip, label: string): Promise<GuestConformance> {
    const folder = (
      await pi.run(`
      cd /sys/devices/platform/gpio-sim.*/${chip.name} &&
      chgrp gpio sim_gpio*/pull && chmod g+w sim_gpio*/pull && pwd`)
    ).trim();
    const program = `${programInGuest('conformance')} ${label} ${folder}`;
    return new GuestConformance(pi, await pi.start(program, { user: 'pi' }));
  }

  /**
   * @param expected the trace that another board gave.
   * @throws Error when the board fails, or tells of a pin what the chip does not have.
   */
  async run(
    program: ConformanceProgram,
    expected: readonly TraceEvent[],
    isolates: ConformanceOrder['isolates'],
  ): Promise<TraceEvent[]> {
    const { wiring, source, duration } = program;
    const toldBefore = (time: number) =>
      expected.filter(({ kind, at }) => kind !== 'value' && at < time).length;
    const acts = actsOf(program, toldBefore);
    const order: ConformanceOrder = {
      wiring,
      source,
      acts,
      duration,
      awaited: toldBefore(duration),
      settling: acts.some(({ kind }) => kind === 'world') ? sensorSettling : settling,
      isolates,
    };
    this.#process.send(JSON.stringify(order));
    for (;;) {
      const line = await this.#next();
      if (line.type === 'failed') throw new Error(line.why);
      if (line.type === 'world') await this.#pi.set(line.id, line.property, line.value);
      else if (line.untrue.length > 0) throw new Error(`not on the chip: ${JSON.stringify(line.untrue)}`);
      else return line.trace;
    }
  }

  async #next(): Promise<ConformanceLine> {
    this.#heard += 1;
    await this.#process.waitForLines(this.#heard, patienceMs);
    const line = this.#process.lines()[this.#heard - 1] ?? '';
    if (!line.startsWith('{')) throw new Error(`The guest's program printed:\n${this.#process.output}`);
    return conformanceLineSchema.parse(JSON.parse(line));
  }
}

/** To which level a hand pulls the part's signal. */
const pulls: Readonly<Record<string, 0 | 1>> = {
  'button press': 0,
  'button release': 1,
  'switch close': 0,
  'switch open': 1,
  'motion move': 1,
  'input-pin high': 1,
  'input-pin low': 0,
};

/**
 * What hands and the world do in the emulation to give a program's inputs.
 * @param toldBefore how many events, besides those of values, come before a time in µs.
 * @throws Error for what nobody can do there.
 */
function actsOf({ wiring, inputs = [] }: ConformanceProgram, toldBefore: (time: number) => number): Act[] {
  const turn = (at: number) => ({ at, after: toldBefore(at) });
  return inputs.flatMap((input, index): Act[] => {
    const { at, part: id, value = 0 } = input;
    const { type, pins, options } = wiring.parts.find((part) => part.id === id)!;
    const what = `${type} ${input.input}`;
    if (what === 'climate temperature') {
      return [{ kind: 'world', ...turn(at), id: 'thermo', property: 'temperature', value: value * 1000 }];
    }
    // A TMP105 has no more than a temperature.
    if (type === 'climate') return [];
    const level = pulls[what];
    if (level === undefined) throw new Error(`nobody can do this in the guest: ${what}`);
    const signal = { kind: 'pull', gpio: pins.signal! } as const;
    const act: Act = { ...signal, ...turn(at), level };
    if (type !== 'motion') return [act];
    const calm = at + Number(options?.hold) * 1e6;
    // Motion before the hold time is over prolongs it.
    return movesAgain(inputs.slice(index + 1), calm) ? [act] : [act, { ...signal, ...turn(calm), level: 0 }];
  });
}

function movesAgain(later: readonly VirtualInput[], calm: number): boolean {
  return later.some(({ at }) => at <= calm);
}
