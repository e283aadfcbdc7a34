import type { Helper } from '../helpers.ts';
import { Order } from '../order.ts';
import type { PythonPart } from '../python-block.ts';
import type { PythonProgram } from '../python-program.ts';

/** What makes it: gpiozero has the MCP3008, and no class for the ADS1115. */
function converter(id: string, program: PythonProgram): string {
  const { options } = program.wiredPart(id) ?? {};
  const channel = Number(options?.channel ?? 0);
  if (options?.converter === 'mcp3008') return `${program.use('gpiozero', 'MCP3008')}(channel=${channel})`;
  const address = Number(options?.address ?? 72).toString(16);
  return `${program.helper('ADS1115')}(channel=${channel}, address=0x${address})`;
}

const ads1115: Helper = {
  imports: ['smbus2 SMBus'],
  package: 'python3-smbus2',
  says: {
    de: 'Ein Kanal des Wandlers ADS1115: value geht von 0 (0 V) bis 1 (3,3 V).',
    en: 'A channel of the converter ADS1115: value goes from 0 (0 V) to 1 (3.3 V).',
  },
  code: `
class ADS1115:
    %

    def __init__(self, channel, address):
        self.bus = SMBus(1)
        self.address = address
        self.start = [0xC3 + 16 * channel, 0xE3]

    @property
    def value(self):
        self.bus.write_i2c_block_data(self.address, 1, self.start)
        while not self.bus.read_i2c_block_data(self.address, 1, 2)[0] & 0x80:
            pass
        high, low = self.bus.read_i2c_block_data(self.address, 0, 2)
        steps = high * 256 + low
        return 0 if steps > 32767 else min(steps * 4.096 / 32768 / 3.3, 1)
`,
};

const watch: Helper = {
  imports: ['time sleep'],
  says: {
    de: 'Sieht zehnmal in der Sekunde nach und ruft die Funktion auf, wenn sich der Wert geändert hat.',
    en: 'Looks ten times a second, and calls the function when the value has changed.',
  },
  code: `
def watch(sensor, stack):
    %
    before = round(sensor.value * 100)
    while True:
        sleep(0.1)
        now = round(sensor.value * 100)
        if now != before:
            before = now
            stack()
`,
};

const watchLight: Helper = {
  imports: ['time sleep'],
  says: {
    de: 'Ruft die Funktion auf, wenn es um mehr als 10 Prozent heller (1) oder dunkler (-1) geworden ist.',
    en: 'Calls the function when it has become lighter (1) or darker (-1) by more than 10 percent.',
  },
  code: `
def watch_light(sensor, direction, stack):
    %
    before = round(sensor.value * 100)
    while True:
        sleep(0.1)
        now = round(sensor.value * 100)
        if abs(now - before) > 10:
            if (now - before) * direction > 0:
                stack()
            before = now
`,
};

const thread = (program: PythonProgram, target: string, args: string) =>
  `${program.use('threading', 'Thread')}(target=${program.helper(target)}, args=(${args}), daemon=True).start()\n`;

/** Potentiometer at a converter. */
export const potentiometer: PythonPart = {
  part: 'potentiometer',
  make: converter,
  blocks: {
    steckbrett_potentiometer: (block, program) => [
      `round(${program.part(block)}.value * 100)`,
      Order.FUNCTION_CALL,
    ],
  },
  hats: {
    steckbrett_when_turned: {
      name: (hat, program) => `${program.part(hat)}_turned`,
      begin: (hat, stack, program) => thread(program, 'watch', `${program.part(hat)}, ${stack}`),
    },
  },
  helpers: { ADS1115: ads1115, watch },
};

/** Light sensor at a converter. */
export const light: PythonPart = {
  part: 'light',
  make: converter,
  blocks: {
    steckbrett_brightness: (block, program) => [
      `round(${program.part(block)}.value * 100)`,
      Order.FUNCTION_CALL,
    ],
  },
  hats: {
    steckbrett_when_light: {
      name: (hat, program) => `${program.part(hat)}_${hat.getFieldValue('EVENT')}`,
      begin: (hat, stack, program) =>
        thread(
          program,
          'watch_light',
          `${program.part(hat)}, ${hat.getFieldValue('EVENT') === 'lighter' ? 1 : -1}, ${stack}`,
        ),
    },
  },
  helpers: { watch_light: watchLight },
};
