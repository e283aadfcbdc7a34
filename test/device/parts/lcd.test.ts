import five from 'johnny-five';
import { describe, expect, it } from 'vitest';
import { ownCharacters } from '../../../device/parts/chips/lcd-characters.ts';
import { Lcd1602 } from '../../../device/parts/chips/lcd1602.ts';
import { createSimulatedLcd1602 } from '../../../device/parts/chips/simulated-lcd1602.ts';
import { i2cSilent } from '../../../device/parts/i2c-silent.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';
import { everyBoard, wiredBoard } from './board-kit.ts';
import { recordingI2c } from './recording-bus.ts';

const blank = ' '.repeat(16);

describe.each(everyBoard)('an LCD on $on', ({ create }) => {
  it('shows two lines of 16 letters, and none when it is safe', async () => {
    const clock = new VirtualClock();
    const { board } = await wiredBoard(create(clock), { id: 'lcd', type: 'lcd' });
    const lines = () => (board.read('lcd', 'picture') as string).split('\n');
    expect(lines()).toEqual([blank, blank]);
    board.command('lcd', 'write', [1, 'Hallo, Welt!']);
    board.command('lcd', 'write', [2, 'länger als die sechzehn']);
    expect(lines()).toEqual(['Hallo, Welt!    ', 'länger als die s']);
    board.command('lcd', 'write', [7, 'u\u0308ber']);
    expect(lines()).toEqual(['Hallo, Welt!    ', 'über            ']);
    board.command('lcd', 'clear', []);
    expect(lines()).toEqual([blank, blank]);
    board.command('lcd', 'write', [1, 'x']);
    board.makeSafe();
    expect(lines()).toEqual([blank, blank]);
  });

  it.each([
    { what: 'two at one address', options: [{}, { address: 39 }], code: 'address-in-use' },
    { what: 'an address that it can’t have', options: [{ address: 0x30 }], code: 'options-invalid' },
  ])('refuses $what', async ({ options, code }) => {
    const { board } = await wiredBoard(create(new VirtualClock()));
    const parts = options.map((each, index) => ({
      id: `lcd${index}`,
      type: 'lcd',
      pins: {},
      options: each as Record<string, number>,
    }));
    await expect(board.setUp({ parts })).rejects.toThrow(new RegExp(code));
  });
});

/** Its lines as text, by the codes that are ASCII. */
const textOf = (chip: ReturnType<typeof createSimulatedLcd1602>) =>
  chip.seen().map((codes) => String.fromCharCode(...codes));
const letters = (text: string) => [...text.padEnd(16)];

describe('the driver of the LCD, johnny-five’s own', () => {
  it('sets it up for four bits and two lines, lit, without a cursor', () => {
    const chip = createSimulatedLcd1602(0x27);
    new Lcd1602(five, recordingI2c(chip).bus, 0x27).show([letters('Hallo'), letters('Welt')]);
    expect(textOf(chip)).toEqual(['Hallo           ', 'Welt            ']);
    expect([chip.cursor, chip.backlight]).toEqual([false, true]);
  });

  it('sends four writes for a letter, and only the letters that changed', () => {
    const chip = createSimulatedLcd1602(0x27);
    const { bus, log } = recordingI2c(chip);
    const lcd = new Lcd1602(five, bus, 0x27);
    lcd.show([letters('Wert 12'), letters('')]);
    log.length = 0;
    lcd.show([letters('Wert 13'), letters('')]);
    // "Go to column 6" is 0x86, then the letter 0x33; each half with "enable" high, then low, and the light on.
    const halves = ['8c 88', '6c 68', '3d 39', '3d 39'].join(' ').split(' ');
    expect(log).toEqual(halves.map((pins) => `27 < ${pins}`));
    expect(textOf(chip)[0]).toBe('Wert 13         ');
  });

  it('shows German letters: by the ROM where it has them, drawn where it has not', () => {
    const chip = createSimulatedLcd1602(0x27);
    new Lcd1602(five, recordingI2c(chip).bus, 0x27).show([letters('äöüß°µ ÄÖÜ€ ☃'), letters('')]);
    expect(chip.seen()[0]).toEqual([
      ...[0xe1, 0xef, 0xf5, 0xe2, 0xdf, 0xe4, 0x20],
      ...[0, 1, 2, 3, 0x20],
      ...[0x3f, 0x20, 0x20, 0x20],
    ]);
    for (const code of [0, 1, 2, 3]) expect(chip.character(code)).toEqual(ownCharacters[code]!.rows);
    expect(chip.character(4)).toEqual(Array(8).fill(0));
  });

  it('is dark at once, and shows the next lines again', () => {
    const chip = createSimulatedLcd1602(0x27);
    const lcd = new Lcd1602(five, recordingI2c(chip).bus, 0x27);
    lcd.show([letters('Hallo'), letters('')]);
    lcd.darken();
    expect([textOf(chip), chip.backlight]).toEqual([[blank, blank], false]);
    lcd.show([letters('Hello'), letters('')]);
    expect([textOf(chip)[0], chip.backlight]).toEqual(['Hello           ', true]);
  });

  it('sets a display up anew that was away', () => {
    let chip = createSimulatedLcd1602(0x27);
    let there = false;
    const away = {
      address: 0x27,
      write(bytes: Uint8Array) {
        if (!there) throw i2cSilent(0x27);
        chip.write(bytes);
      },
      read: () => new Uint8Array(0),
    };
    const lcd = new Lcd1602(five, recordingI2c(away).bus, 0x27);
    const lines = [letters('da'), letters('')];
    expect(() => lcd.show(lines)).toThrow('i2c-silent');
    there = true;
    lcd.show(lines);
    there = false;
    expect(() => lcd.show([letters('weg'), letters('')])).toThrow('i2c-silent');
    chip = createSimulatedLcd1602(0x27);
    there = true;
    lcd.show(lines);
    expect(textOf(chip)[0]).toBe('da              ');
  });
});
