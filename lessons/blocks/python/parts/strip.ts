import type { Helper } from '../helpers.ts';
import { placeIn } from '../language/places.ts';
import type { PythonPart } from '../python-block.ts';

/** Three bits on the wire are one bit of colour, as in `device/parts/chips/ws2812.ts`. */
const stripClass: Helper = {
  imports: ['spidev SpiDev'],
  package: 'python3-spidev',
  says: {
    de: 'Eine Lichterkette aus WS2812-LEDs an GPIO 10 (SPI).',
    en: 'A chain of WS2812 LEDs at GPIO 10 (SPI).',
  },
  code: `
class Strip:
    %

    def __init__(self, pixels):
        self.spi = SpiDev()
        self.spi.open(0, 0)
        self.spi.max_speed_hz = 2400000
        self.colours = ["#000000"] * pixels
        self.show()

    def show(self):
        bits = ""
        for colour in self.colours:
            for byte in (colour[3:5], colour[1:3], colour[5:7]):
                bits += "".join("110" if bit == "1" else "100" for bit in format(int(byte, 16), "08b"))
        data = [int(bits[at:at + 8], 2) for at in range(0, len(bits), 8)]
        self.spi.writebytes2([0] * 4 + data + [0] * 90)

    def fill(self, colour):
        self.colours = [colour] * len(self.colours)
        self.show()

    def pixel(self, number, colour):
        if 0 <= number < len(self.colours):
            self.colours[number] = colour
            self.show()

    def off(self):
        self.fill("#000000")
`,
};

/** Chain of WS2812 LEDs. It stays lit when the program ends, so the program switches it off. */
export const strip: PythonPart = {
  part: 'strip',
  make(id, program) {
    const pixels = Number(program.wiredPart(id)?.options?.pixels ?? 8);
    return `${program.helper('Strip')}(pixels=${pixels})\n${program.use('atexit', 'register')}(${program.partName(id)}.off)`;
  },
  blocks: {
    steckbrett_strip_fill: (block, program) =>
      `${program.part(block)}.fill(${program.value(block, 'COLOUR', undefined, '"#000000"')})\n`,
    steckbrett_strip_pixel(block, program) {
      const colour = program.value(block, 'COLOUR', undefined, '"#000000"');
      return `${program.part(block)}.pixel(${placeIn(block, 'NUMBER', program)}, ${colour})\n`;
    },
    steckbrett_strip_off: (block, program) => `${program.part(block)}.off()\n`,
  },
  helpers: { Strip: stripClass },
};
