import type { Block } from 'blockly/core';
import type { Helper } from '../helpers.ts';
import type { PythonPart } from '../python-block.ts';
import type { PythonProgram } from '../python-program.ts';

/** Line and text of a block that writes. */
function write(block: Block, program: PythonProgram): string {
  const line = program.whole(block, 'LINE');
  return `${program.part(block)}.write(${line}, ${program.text(block, 'TEXT')})\n`;
}

const clear = (block: Block, program: PythonProgram) => `${program.part(block)}.clear()\n`;

/** Four bits at a time through a PCF8574: bit 0 says letter or command, bit 2 is the pulse, bit 3 the light. */
const lcdClass: Helper = {
  imports: ['smbus2 SMBus', 'time sleep'],
  package: 'python3-smbus2',
  says: {
    de: 'Ein LCD mit zwei Zeilen zu 16 Zeichen am I²C-Bus.',
    en: 'An LCD with two lines of 16 letters at the I²C bus.',
  },
  code: `
class LCD:
    %
    special = {"ä": 0xE1, "ö": 0xEF, "ü": 0xF5, "Ä": 0xE1, "Ö": 0xEF, "Ü": 0xF5, "ß": 0xE2, "°": 0xDF}

    def __init__(self, address):
        self.bus = SMBus(1)
        self.address = address
        for command in (0x33, 0x32, 0x28, 0x0C, 0x06):
            self.send(command)
        self.clear()

    def send(self, byte, is_letter=0):
        for half in (byte & 0xF0, (byte << 4) & 0xF0):
            for pulse in (0x04, 0x00):
                self.bus.write_byte(self.address, half | 0x08 | is_letter | pulse)
                sleep(0.0005)

    def write(self, line, text):
        self.send(0x80 if line <= 1 else 0xC0)
        for letter in text[:16].ljust(16):
            self.send(self.special.get(letter, ord(letter) if ord(letter) < 128 else 63), 1)

    def clear(self):
        self.send(0x01)
        sleep(0.002)
`,
};

/** LCD 1602 with a PCF8574 backpack. */
export const lcd: PythonPart = {
  part: 'lcd',
  make(id, program) {
    const address = Number(program.wiredPart(id)?.options?.address ?? 0x27);
    return `${program.helper('LCD')}(address=0x${address.toString(16)})`;
  },
  blocks: { steckbrett_lcd_write: write, steckbrett_lcd_clear: clear },
  helpers: { LCD: lcdClass },
};

const oledClass: Helper = {
  imports: ['luma.core.interface.serial i2c', 'luma.oled.device ssd1306', 'PIL Image', 'PIL ImageDraw'],
  package: 'python3-luma.oled',
  says: {
    de: 'Ein OLED-Display mit 128 × 64 Punkten: acht Zeilen oder einzelne Punkte.',
    en: 'An OLED display of 128 × 64 points: eight lines or single points.',
  },
  code: `
class OLED:
    %

    def __init__(self, address):
        self.device = ssd1306(i2c(port=1, address=address))
        self.clear()

    def write(self, line, text):
        top = (min(max(line, 1), 8) - 1) * 8
        self.draw.rectangle((0, top, 127, top + 7), fill=0)
        self.draw.text((0, top - 2), text, fill=1)
        self.device.display(self.image)

    def pixel(self, x, y, on):
        self.draw.point((min(max(x, 0), 127), min(max(y, 0), 63)), fill=1 if on else 0)
        self.device.display(self.image)

    def clear(self):
        self.image = Image.new("1", (128, 64))
        self.draw = ImageDraw.Draw(self.image)
        self.device.display(self.image)
`,
};

/** OLED display with an SSD1306. */
export const oled: PythonPart = {
  part: 'oled',
  make(id, program) {
    const address = Number(program.wiredPart(id)?.options?.address ?? 0x3c);
    return `${program.helper('OLED')}(address=0x${address.toString(16)})`;
  },
  blocks: {
    steckbrett_oled_write: write,
    steckbrett_oled_pixel(block, program) {
      const [x, y] = [program.whole(block, 'X'), program.whole(block, 'Y')];
      const on = block.getFieldValue('STATE') === 'true' ? 'True' : 'False';
      return `${program.part(block)}.pixel(${x}, ${y}, ${on})\n`;
    },
    steckbrett_oled_clear: clear,
  },
  helpers: { OLED: oledClass },
};
