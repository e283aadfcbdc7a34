import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSimulatedBme280 } from '../../../device/parts/chips/simulated-bme280.ts';
import { createSimulatedSht3x } from '../../../device/parts/chips/simulated-sht3x.ts';
import { createSimulatedTmp102 } from '../../../device/parts/chips/simulated-tmp102.ts';
import { openClimateChip } from '../../../device/parts/climate-chip.ts';
import { i2cSilent } from '../../../device/parts/i2c-silent.ts';
import type { SimulatedI2cChip } from '../../../device/parts/simulated-context.ts';
import { systemClock } from '../../../device/program/clock.ts';
import { everyBoard, valuesIn, wiredBoard } from './board-kit.ts';
import { recordingI2c } from './recording-bus.ts';

// johnny-five takes its time from the machine and no other; hrtime stays real, because it waits with it.
beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);
const chips = [
  { chip: 'bme280', temperature: true, humidity: true, pressure: true },
  { chip: 'sht3x', temperature: true, humidity: true, pressure: false },
  { chip: 'tmp102', temperature: true, humidity: false, pressure: false },
] as const;
const airs = [
  { temperature: 21.4, humidity: 45, pressure: 1013 },
  { temperature: -12.3, humidity: 90, pressure: 655 },
  { temperature: 84, humidity: 3, pressure: 1090 },
];

describe.each(everyBoard)('climate on $on', ({ create }) => {
  it.each(chips)('measures by $chip what that chip can', async ({ chip, ...measured }) => {
    const { board, told } = await wiredBoard(create(systemClock), {
      id: 'air',
      type: 'climate',
      options: { chip },
    });
    for (const air of airs) {
      for (const [input, value] of Object.entries(air)) board.input('air', input, value);
      await seconds(4);
      const near = (name: keyof typeof air, tolerance: number) => {
        const expected = measured[name] ? air[name] : 0;
        const difference = Math.abs((board.read('air', name) as number) - expected);
        expect(difference, `${name} of ${expected}`).toBeLessThanOrEqual(measured[name] ? tolerance : 0);
      };
      near('temperature', 0.1001);
      near('humidity', 1);
      near('pressure', 1);
    }
    expect(valuesIn(told, 'temperature').length).toBeGreaterThanOrEqual(3);
    if (!measured.humidity) expect(valuesIn(told, 'humidity')).toEqual([]);
    if (!measured.pressure) expect(valuesIn(told, 'pressure')).toEqual([]);
  });

  it.each(chips)('leaves nothing behind that still measures by $chip', async ({ chip }) => {
    const { board } = await wiredBoard(create(systemClock), {
      id: 'air',
      type: 'climate',
      options: { chip },
    });
    await seconds(3);
    await board.setUp({ parts: [] });
    await seconds(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    { what: 'two chips at one address', options: [{}, {}], code: 'address-in-use' },
    {
      what: 'an address of another chip',
      options: [{ chip: 'tmp102', address: 0x76 }],
      code: 'options-invalid',
    },
    { what: 'a DHT22', options: [{ chip: 'dht22' }], code: 'options-invalid' },
  ] as { what: string; options: Record<string, string | number>[]; code: string }[])(
    'refuses $what',
    async ({ options, code }) => {
      const { board } = await wiredBoard(create(systemClock));
      const parts = options.map((each, index) => ({
        id: `air${index}`,
        type: 'climate',
        pins: {},
        options: each,
      }));
      await expect(board.setUp({ parts })).rejects.toThrow(new RegExp(code));
    },
  );

  it('takes two chips of a kind at two addresses', async () => {
    const { board } = await wiredBoard(
      create(systemClock),
      { id: 'in', type: 'climate', options: { address: 0x76 } },
      { id: 'out', type: 'climate', options: { address: 0x77 } },
    );
    board.input('in', 'temperature', 20);
    board.input('out', 'temperature', 5);
    await seconds(4);
    expect(Math.round(board.read('in', 'temperature') as number)).toBe(20);
    expect(Math.round(board.read('out', 'temperature') as number)).toBe(5);
  });
});

/** A chip whose cable can be pulled; it has lost everything when it is back. */
function pluggable(create: () => SimulatedI2cChip) {
  let chip: SimulatedI2cChip | undefined = create();
  const { address } = chip;
  const there = () => {
    if (!chip) throw i2cSilent(address);
    return chip;
  };
  return {
    chip: {
      address,
      write: (bytes: Uint8Array) => there().write(bytes),
      read: (length: number) => there().read(length),
    },
    plug: () => (chip = create()),
    unplug: () => (chip = undefined),
  };
}

describe('the chip of a climate part', () => {
  const air = { temperature: () => 25, humidity: () => 50, pressure: () => 1000 };
  it.each([
    { name: 'bme280' as const, create: () => createSimulatedBme280(0x76, air) },
    { name: 'sht3x' as const, create: () => createSimulatedSht3x(0x44, air) },
    { name: 'tmp102' as const, create: () => createSimulatedTmp102(0x48, air.temperature) },
  ])('may be plugged in late, or pulled and plugged in again: $name', async ({ name, create }) => {
    const { default: five } = await import('johnny-five');
    const { chip, plug, unplug } = pluggable(create);
    const failures: unknown[] = [];
    let measured: number | undefined;
    unplug();
    const close = openClimateChip({
      five,
      bus: recordingI2c(chip).bus,
      clock: systemClock,
      chip: name,
      address: chip.address,
      pace: 1_000_000,
      measured: ({ temperature }) => {
        measured = temperature;
      },
      failed: (error) => failures.push(error),
    });
    await seconds(10);
    expect(failures).toHaveLength(1);
    plug();
    await seconds(4);
    expect(measured).toBeCloseTo(25, 1);
    unplug();
    await seconds(10);
    expect(failures).toHaveLength(2);
    measured = undefined;
    plug();
    await seconds(4);
    expect(measured).toBeCloseTo(25, 1);
    expect(failures).toHaveLength(2);
    close();
    await seconds(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is asked about once a second', async () => {
    const { default: five } = await import('johnny-five');
    const { bus, log } = recordingI2c(createSimulatedSht3x(0x44, air));
    const close = openClimateChip({
      five,
      bus,
      clock: systemClock,
      chip: 'sht3x',
      address: 0x44,
      pace: 1_000_000,
      measured() {},
      failed() {},
    });
    await seconds(60);
    close();
    expect(log.filter((line) => line.includes('44 > ')).length).toBeGreaterThanOrEqual(58);
    expect(log.filter((line) => line.includes('44 > ')).length).toBeLessThanOrEqual(62);
  });
});

it('checks its readings as the data sheet does', () => {
  // 0xbeef has the checksum 0x92: Sensirion's own example.
  const chip = createSimulatedSht3x(0x44, {
    temperature: () => (0xbeef / 65535) * 175 - 45,
    humidity: () => (0xbeef / 65535) * 100,
  });
  chip.write(Uint8Array.of(0x24, 0x00));
  expect([...chip.read(6)]).toEqual([0xbe, 0xef, 0x92, 0xbe, 0xef, 0x92]);
});
