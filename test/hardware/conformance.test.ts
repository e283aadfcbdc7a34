import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSimulatedBoard } from '../../device/boards/simulated/simulated-board.ts';
import type { TraceEvent } from '../../device/contract/trace.ts';
import { partCatalog } from '../../device/parts/catalog.ts';
import { systemClock } from '../../device/program/clock.ts';
import { type Engine, startEngine } from '../../device/program/vm/engine.ts';
import { conformancePrograms } from '../device/boards/conformance/index.ts';
import { expectSameOutline, outlineOf } from '../device/boards/conformance/outline.ts';
import type { ConformanceProgram } from '../device/boards/conformance/program.ts';
import { runInFakedTime } from '../device/boards/conformance/run-on.ts';
import { bootPi, type EmulatedPi } from './emulator/emulated-pi.ts';
import { addSimulatedChip } from './gpio-sim.ts';
import { GuestConformance } from './guest-conformance.ts';

const noConverter = 'QEMU has neither an ADS1115 nor an MCP3008';
const noEcho = 'an echo must come within 30 ms, by the µs; nothing in the emulation is as quick and as exact';
const noClimateChip = 'QEMU has neither a BME280 nor an SHT3x';
const noSenseHat = 'QEMU has none of the chips of a Sense HAT';

/** What can't be done in the guest, and why. */
const notHere: Readonly<Record<string, string>> = {
  'lets a servo go on its way':
    'where the arm stops depends on tenths of a second, by which the emulation is late',
  'measures a distance': noEcho,
  'keeps two distances apart': noEcho,
  'follows a potentiometer at an ads1115': noConverter,
  'follows a potentiometer at an mcp3008': noConverter,
  'follows the light': noConverter,
  'keeps the parts at one converter apart': noConverter,
  'measures the air by bme280': noClimateChip,
  'measures the air by bme280 at 119': noClimateChip,
  'measures the air by sht3x': noClimateChip,
  'plays with a Sense HAT turned by 0°': noSenseHat,
  'plays with a Sense HAT turned by 90°': noSenseHat,
};

/**
 * The order of all events is the same. Their times are not compared: the emulation is so slow, and the machine so busy,
 * that everything comes late, each time differently.
 */
const tolerance = { time: Number.POSITIVE_INFINITY };

/** An arm turns for up to 0.6 s; late as it is here, its angles are told up to some tenths of a second apart. */
const onItsWay = ({ wiring }: ConformanceProgram) =>
  wiring.parts.some(({ type }) => type === 'servo') ? 600_000 : undefined;

const possible = conformancePrograms.filter(({ name }) => !Object.hasOwn(notHere, name));
const [warmUp] = possible as [ConformanceProgram];

/** The trace of the simulated board, in no time. */
async function onTheSimulatedBoard(engine: Engine, program: ConformanceProgram): Promise<TraceEvent[]> {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
  });
  try {
    return await runInFakedTime(createSimulatedBoard({ clock: systemClock }), engine, program);
  } finally {
    vi.useRealTimers();
  }
}

describe('johnny-five over the character device of the emulated Raspberry Pi', () => {
  let pi: EmulatedPi;
  let guest: GuestConformance;
  let engine: Engine;

  beforeAll(async () => {
    engine = await startEngine();
    pi = await bootPi({
      wired: [
        { id: 'thermo', type: 'tmp105', i2cBus: 1, address: 0x48 },
        // QEMU has neither display: these take the bytes at their addresses. What would be shown is not seen here.
        { id: 'oled', type: 'ssd0303', i2cBus: 1, address: 0x3c },
        { id: 'lcd', type: 'pca9552', i2cBus: 1, address: 0x27 },
      ],
    });
    // As warm as the simulated air is at first.
    await pi.set('thermo', 'temperature', 20_000);
    // QEMU's SPI never ends a transfer that waits for interrupts or DMA: the driver shall wait by itself.
    await pi.run('echo 1000000 >/sys/module/spi_bcm2835/parameters/polling_limit_us');
    const chip = await addSimulatedChip(pi, 'conformance', 'conformance');
    guest = await GuestConformance.start(pi, chip, 'conformance');
    // The engine's first program takes many seconds in the emulation, in which hands would be too early.
    await guest.run(warmUp, await onTheSimulatedBoard(engine, warmUp), 'local');
  });
  afterAll(async () => {
    await pi?.cutPower();
  });

  const expectSame = async (program: ConformanceProgram, isolates: 'local' | 'threads') => {
    const expected = await onTheSimulatedBoard(engine, program);
    const trace = await guest.run(program, expected, isolates);
    const outline = (of: TraceEvent[]) => outlineOf(of, program.wiring, onItsWay(program));
    expectSameOutline(outline(trace), outline(expected), tolerance);
  };

  it.each(possible)('gives the same trace of a program that $name', async (program) => {
    await expectSame(program, 'local');
  });

  it('gives the same trace with isolates in threads, as the agent has them', async () => {
    await expectSame(warmUp, 'threads');
  });
});

it('is tried with every part but these, of which the emulation has nothing', () => {
  const tried = possible.flatMap(({ wiring }) => wiring.parts.map(({ type }) => type));
  const untried = [...partCatalog.keys()].filter((type) => !tried.includes(type));
  expect(untried.sort()).toEqual(['distance', 'light', 'potentiometer', 'sense-hat']);
});

it('gives a reason for no program that is not there', () => {
  const names = conformancePrograms.map(({ name }) => name);
  expect(Object.keys(notHere).filter((name) => !names.includes(name))).toEqual([]);
});
