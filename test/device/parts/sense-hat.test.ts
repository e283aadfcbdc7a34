import { describe, expect, it } from 'vitest';
import { glyph } from '../../../device/parts/chips/font.ts';
import { Hts221 } from '../../../device/parts/chips/hts221.ts';
import { Lps25h } from '../../../device/parts/chips/lps25h.ts';
import { Lsm9ds1 } from '../../../device/parts/chips/lsm9ds1.ts';
import { joystickBits, readJoystick, showOnSenseHat } from '../../../device/parts/chips/rpi-sense.ts';
import {
  createSimulatedRpiSense,
  createSimulatedSenseHatSensors,
} from '../../../device/parts/chips/simulated-sense-hat.ts';
import { tiltOf } from '../../../device/parts/sense-hat/readings.ts';
import { pictureOnHat, type Rotation, seenDirection } from '../../../device/parts/sense-hat/rotation.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';
import { eventsIn, everyBoard, valuesIn, wiredBoard } from './board-kit.ts';
import { recordingI2c } from './recording-bus.ts';

const second = 1_000_000;
const dark = '000000';
const rotations = [0, 90, 180, 270] as const;
const part = (rotation: Rotation) => ({ id: 'hat', type: 'sense-hat', options: { rotation } });

describe.each(everyBoard)('a Sense HAT on $on', ({ create }) => {
  it('shows colours, points and letters, and is dark when it is safe', async () => {
    const clock = new VirtualClock();
    const { board, told } = await wiredBoard(create(clock), part(0));
    const picture = () => (board.read('hat', 'picture') as string).match(/.{6}/g)!;
    expect(picture()).toEqual(Array(64).fill(dark));
    board.command('hat', 'fill', ['#102030']);
    expect(picture()).toEqual(Array(64).fill('102030'));
    board.command('hat', 'off', []);
    board.command('hat', 'pixel', [7, 0, '#FF0000']);
    board.command('hat', 'pixel', [-3, 99, '#00ff00']);
    expect(picture().flatMap((colour, place) => (colour === dark ? [] : [[place, colour]]))).toEqual([
      [7, 'ff0000'],
      [56, '00ff00'],
    ]);
    board.command('hat', 'letter', ['Ätsch', '#0000ff']);
    expect(picture().filter((colour) => colour === '0000ff')).toHaveLength(
      glyph('Ä').reduce((points, column) => points + column.toString(2).replaceAll('0', '').length, 0),
    );
    board.command('hat', 'letter', ['', '#0000ff']);
    expect(picture()).toEqual(Array(64).fill(dark));
    clock.advance(second);
    expect(valuesIn(told, 'picture').at(-1)).toBe(dark.repeat(64));
    board.command('hat', 'fill', ['#ffffff']);
    board.makeSafe();
    expect(picture()).toEqual(Array(64).fill(dark));
  });

  it.each(rotations)('measures its surroundings, turned by %i°', async (rotation) => {
    const clock = new VirtualClock();
    const { board } = await wiredBoard(create(clock), part(rotation));
    const places = [
      { temperature: 24.3, humidity: 37, pressure: 955, tiltX: 30, tiltY: 0 },
      { temperature: -11, humidity: 99, pressure: 1080, tiltX: 0, tiltY: -60 },
      { temperature: 60, humidity: 4, pressure: 320, tiltX: -20, tiltY: 10 },
    ];
    for (const place of places) {
      for (const [input, value] of Object.entries(place)) board.input('hat', input, value);
      clock.advance(2 * second);
      for (const [value, is] of Object.entries(place)) {
        const tolerance = value === 'temperature' ? 0.1001 : 1;
        expect(Math.abs((board.read('hat', value) as number) - is), value).toBeLessThanOrEqual(tolerance);
      }
    }
  });

  it.each(rotations)('tells where its joystick goes, turned by %i°', async (rotation) => {
    const clock = new VirtualClock();
    const { board, told } = await wiredBoard(create(clock), part(rotation));
    for (const input of ['up', 'down', 'left', 'right', 'press', 'up', 'up']) {
      board.input('hat', input);
      clock.advance(second / 10);
    }
    expect(eventsIn(told)).toEqual(
      ['up', 'down', 'left', 'right', 'pressed', 'up', 'up'].map((event) => `hat ${event}`),
    );
  });

  it('leaves nothing behind that still looks', async () => {
    const clock = new VirtualClock();
    const { board } = await wiredBoard(create(clock), part(0));
    clock.advance(second);
    await board.setUp({ parts: [] });
    expect(clock.nextTimer).toBeUndefined();
  });

  it.each([
    {
      what: 'another sensor at an address of its chips',
      parts: [part(0), { ...part(0), id: 'two' }],
      code: 'address-in-use',
    },
    { what: 'a turn by 45°', parts: [{ ...part(0), options: { rotation: 45 } }], code: 'options-invalid' },
  ])('refuses $what', async ({ parts, code }) => {
    const { board } = await wiredBoard(create(new VirtualClock()));
    const wiring = { parts: parts.map((one) => ({ ...one, pins: {} })) };
    await expect(board.setUp(wiring)).rejects.toThrow(new RegExp(code));
  });
});

describe('the drivers of the Sense HAT’s chips', () => {
  it('send a picture row by row, reds, greens, blues, as 32 steps', () => {
    const chip = createSimulatedRpiSense();
    const { bus, log } = recordingI2c(chip);
    const colours = Array(64).fill(dark).with(0, 'ff0000').with(9, '00ff00').with(63, '8000ff');
    showOnSenseHat(bus, colours);
    const shown = chip.shown();
    expect(shown[0]).toEqual([31, 0, 0]);
    expect(shown[9]).toEqual([0, 31, 0]);
    expect(shown[63]).toEqual([8, 0, 31]);
    expect(shown.flat().filter((current) => current > 0)).toHaveLength(4);
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(/^46 < 001f/);
    expect(log[0]).toHaveLength('46 < '.length + 2 * 193);
  });

  it('read the joystick at register 0xf2', () => {
    const chip = createSimulatedRpiSense();
    const { bus, log } = recordingI2c(chip);
    chip.press(joystickBits.left);
    chip.press(joystickBits.pressed);
    expect(readJoystick(bus)).toBe(0x18);
    expect(readJoystick(bus)).toBe(0);
    expect(log).toEqual(['46 < f2 > 18', '46 < f2 > 00']);
  });

  const world = {
    temperature: () => 24.3,
    humidity: () => 37,
    pressure: () => 955.5,
    acceleration: () => ({ x: -0.5, y: 0.25, z: 0.8 }),
  };

  it('switch the HTS221 on, read its calibration once, and measure', () => {
    const { bus, log } = recordingI2c(...createSimulatedSenseHatSensors(world));
    const chip = new Hts221(bus);
    const air = chip.measure()!;
    expect(air.temperature).toBeCloseTo(24.3, 1);
    expect(air.humidity).toBeCloseTo(37, 1);
    expect(log.map((line) => line.split(' > ')[0])).toEqual(['5f < 2086', '5f < b0', '5f < 27', '5f < a8']);
    chip.measure();
    expect(log).toHaveLength(6);
  });

  it('switch the LPS25H on and measure', () => {
    const { bus, log } = recordingI2c(...createSimulatedSenseHatSensors(world));
    expect(new Lps25h(bus).measure()).toBeCloseTo(955.5, 3);
    expect(log.map((line) => line.split(' > ')[0])).toEqual(['5c < 20a4', '5c < 27', '5c < a8']);
  });

  it('switch the accelerometer of the LSM9DS1 on and measure', () => {
    const { bus, log } = recordingI2c(...createSimulatedSenseHatSensors(world));
    const { x, y, z } = new Lsm9ds1(bus).measure()!;
    expect([x, y, z].map((g) => Math.round(g * 1000))).toEqual([-500, 250, 800]);
    expect(log.map((line) => line.split(' > ')[0])).toEqual(['6a < 2040', '6a < 27', '6a < 28']);
  });

  it('have nothing to tell while nothing was measured yet', () => {
    const asleep = (address: number) => ({
      address,
      write() {},
      read: (length: number) => new Uint8Array(length),
    });
    const { bus } = recordingI2c(asleep(0x5f), asleep(0x5c), asleep(0x6a));
    for (const chip of [new Hts221(bus), new Lps25h(bus), new Lsm9ds1(bus)]) {
      expect(chip.measure()).toBeUndefined();
    }
  });

  it('set their chips up anew when those were away', () => {
    let away = true;
    const there = recordingI2c(...createSimulatedSenseHatSensors(world));
    const bus = {
      ...there.bus,
      write(address: number, bytes: Uint8Array) {
        if (away) throw new Error('away');
        there.bus.write(address, bytes);
      },
      writeRead(address: number, bytes: Uint8Array, length: number) {
        if (away) throw new Error('away');
        return there.bus.writeRead(address, bytes, length);
      },
    };
    for (const chip of [new Hts221(bus), new Lps25h(bus), new Lsm9ds1(bus)]) {
      for (const gone of [true, false, true, false]) {
        away = gone;
        there.log.length = 0;
        if (gone) expect(() => chip.measure()).toThrow('away');
        else expect(chip.measure()).toBeDefined();
        if (!gone) expect(there.log[0]).toMatch(/< 20/);
      }
    }
  });
});

describe('turning', () => {
  it.each([
    { rotation: 0, first: 0, joystick: 'up' },
    { rotation: 90, first: 7, joystick: 'left' },
    { rotation: 180, first: 63, joystick: 'down' },
    { rotation: 270, first: 56, joystick: 'right' },
  ] as const)(
    'by $rotation° clockwise brings the first point to $first, and up on the HAT to $joystick',
    ({ rotation, first, joystick }) => {
      const picture = Array.from({ length: 64 }, (_, place) => place);
      expect(pictureOnHat(picture, rotation).indexOf(0)).toBe(first);
      expect(pictureOnHat(picture, rotation).toSorted((a, b) => a - b)).toEqual(picture);
      expect(seenDirection('up', rotation)).toBe(joystick);
    },
  );

  it.each([
    { what: 'level', force: [0, 0, 1], tilt: [0, 0] },
    { what: 'its right edge down', force: [-1, 0, 0], tilt: [90, 0] },
    { what: 'its left edge half down', force: [Math.SQRT1_2, 0, Math.SQRT1_2], tilt: [-45, 0] },
    { what: 'its front edge down', force: [0, -1, 0], tilt: [0, 90] },
    { what: 'upside down', force: [0, 0, -1], tilt: [0, 0] },
    { what: 'in free fall', force: [0, 0, 0], tilt: [0, 0] },
  ] as const)('a board that is $what has the tilt $tilt', ({ force: [x, y, z], tilt }) => {
    expect(tiltOf(x, y, z).map((degrees) => Math.round(degrees) + 0)).toEqual(tilt);
  });
});
