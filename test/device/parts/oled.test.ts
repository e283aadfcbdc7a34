import { describe, expect, it } from 'vitest';
import { glyph } from '../../../device/parts/chips/font.ts';
import { createSimulatedSsd1306 } from '../../../device/parts/chips/simulated-ssd1306.ts';
import { Ssd1306 } from '../../../device/parts/chips/ssd1306.ts';
import { i2cSilent } from '../../../device/parts/i2c-silent.ts';
import { OledFrame } from '../../../device/parts/oled-frame.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';
import { everyBoard, wiredBoard } from './board-kit.ts';
import { recordingI2c } from './recording-bus.ts';

const pictureOf = (draw: (frame: OledFrame) => void) => {
  const frame = new OledFrame();
  draw(frame);
  return frame.picture();
};
const empty = pictureOf(() => {});

describe.each(everyBoard)('an OLED display on $on', ({ create }) => {
  it('shows lines and points, and is dark when it is safe', async () => {
    const clock = new VirtualClock();
    const { board } = await wiredBoard(create(clock), { id: 'oled', type: 'oled' });
    const picture = () => board.read('oled', 'picture');
    expect(picture()).toBe(empty);
    expect(Buffer.from(empty, 'base64')).toEqual(Buffer.alloc(1024));
    board.command('oled', 'write', [1, 'Hallo']);
    board.command('oled', 'write', [9, 'unten']);
    board.command('oled', 'pixel', [127, 63, true]);
    board.command('oled', 'pixel', [1e6, -1, true]);
    expect(picture()).toBe(
      pictureOf((frame) => {
        frame.write(1, 'Hallo');
        frame.write(8, 'unten');
        frame.pixel(127, 63, true);
        frame.pixel(127, 0, true);
      }),
    );
    board.command('oled', 'write', [1, '']);
    board.command('oled', 'pixel', [127, 63, false]);
    expect(picture()).toBe(pictureOf((frame) => frame.write(8, 'unten')));
    board.command('oled', 'clear', []);
    expect(picture()).toBe(empty);
    board.command('oled', 'write', [3, 'x']);
    board.makeSafe();
    expect(picture()).toBe(empty);
  });

  it.each([
    { what: 'two at one address', options: [{}, { address: 60 }], code: 'address-in-use' },
    { what: 'an address that it can’t have', options: [{ address: 62 }], code: 'options-invalid' },
  ])('refuses $what', async ({ options, code }) => {
    const { board } = await wiredBoard(create(new VirtualClock()));
    const parts = options.map((each, index) => ({
      id: `oled${index}`,
      type: 'oled',
      pins: {},
      options: each as Record<string, number>,
    }));
    await expect(board.setUp({ parts })).rejects.toThrow(new RegExp(code));
  });
});

describe('the picture of an OLED display', () => {
  it('has its letters in columns, the lowest bit on top, and a gap behind each', () => {
    const frame = new OledFrame();
    frame.write(2, 'Tä');
    expect([...frame.bytes.slice(128, 141)]).toEqual([...glyph('T'), 0, ...glyph('ä'), 0, 0]);
    expect(glyph('T')).toEqual([0x03, 0x01, 0x7f, 0x01, 0x03]);
    expect(frame.bytes.slice(0, 128).every((byte) => byte === 0)).toBe(true);
  });

  it('cuts what is longer than 21 letters, and shows a box for what it has not', () => {
    const frame = new OledFrame();
    frame.write(1, 'i'.repeat(200));
    expect([...frame.bytes.slice(126, 134)]).toEqual(Array(8).fill(0));
    frame.write(1, '☃');
    expect([...frame.bytes.slice(0, 5)]).toEqual([0x7f, 0x41, 0x41, 0x41, 0x7f]);
  });
});

describe('the driver of the SSD1306', () => {
  const complete = (driver: Ssd1306, frame: OledFrame) => {
    let steps = 1;
    while (driver.step(frame.bytes)) steps += 1;
    return steps;
  };

  it('sets it up, clears it page by page, and only then lights it', () => {
    const chip = createSimulatedSsd1306(0x3c);
    const { bus, log } = recordingI2c(chip);
    const frame = new OledFrame();
    frame.write(1, 'A');
    expect(complete(new Ssd1306(bus, 0x3c), frame)).toBe(8);
    expect(log[0]).toBe('3c < 00aed580a83fd300408d142000a1c8da1281cfd9f1db40a4a6');
    expect(log[1]).toBe('3c < 0021007f220000');
    expect(log[2]).toBe(`3c < 40${'7c1211127c'}${'00'.repeat(123)}`);
    expect(log.at(-1)).toBe('3c < 00af');
    expect(chip.seen()).toEqual(frame.bytes);
  });

  it('then sends only what changed', () => {
    const chip = createSimulatedSsd1306(0x3c);
    const { bus, log } = recordingI2c(chip);
    const driver = new Ssd1306(bus, 0x3c);
    const frame = new OledFrame();
    complete(driver, frame);
    log.length = 0;
    frame.pixel(5, 10, true);
    expect(complete(driver, frame)).toBe(1);
    expect(log).toEqual(['3c < 00210505220101', '3c < 4004']);
    expect(chip.seen()).toEqual(frame.bytes);
    expect(complete(driver, frame)).toBe(1);
    expect(log).toHaveLength(2);
  });

  it('shows what a frame holds, whatever was there before', () => {
    const chip = createSimulatedSsd1306(0x3c);
    const driver = new Ssd1306(recordingI2c(chip).bus, 0x3c);
    for (let picture = 0; picture < 5; picture += 1) {
      const frame = new OledFrame();
      for (let x = 0; x < 128; x += 1) frame.pixel(x, (x * (picture + 3)) % 64, true);
      complete(driver, frame);
      expect(chip.seen()).toEqual(frame.bytes);
    }
  });

  it('is dark at once, and lit again with the next picture', () => {
    const chip = createSimulatedSsd1306(0x3c);
    const driver = new Ssd1306(recordingI2c(chip).bus, 0x3c);
    const frame = new OledFrame();
    frame.write(1, 'A');
    complete(driver, frame);
    driver.darken();
    expect(chip.seen().every((byte) => byte === 0)).toBe(true);
    complete(driver, frame);
    expect(chip.seen()).toEqual(frame.bytes);
  });

  it('sets a display up anew that was away', () => {
    let chip = createSimulatedSsd1306(0x3c);
    let there = false;
    const away = {
      address: 0x3c,
      write(bytes: Uint8Array) {
        if (!there) throw i2cSilent(0x3c);
        chip.write(bytes);
      },
      read: () => new Uint8Array(0),
    };
    const driver = new Ssd1306(recordingI2c(away).bus, 0x3c);
    const frame = new OledFrame();
    frame.write(4, 'wieder da');
    expect(() => driver.step(frame.bytes)).toThrow('i2c-silent');
    there = true;
    complete(driver, frame);
    expect(chip.seen()).toEqual(frame.bytes);
    there = false;
    frame.write(5, '!');
    expect(() => driver.step(frame.bytes)).toThrow('i2c-silent');
    expect(() => driver.darken()).not.toThrow();
    chip = createSimulatedSsd1306(0x3c);
    there = true;
    complete(driver, frame);
    expect(chip.seen()).toEqual(frame.bytes);
  });
});
