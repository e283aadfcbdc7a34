import type { Helper } from '../helpers.ts';
import { Order } from '../order.ts';
import type { PythonPart } from '../python-block.ts';

const usual: Readonly<Record<string, number>> = { bme280: 0x76, sht3x: 0x44, tmp102: 0x48 };
const classes: Readonly<Record<string, string>> = { bme280: 'BME280', sht3x: 'SHT3x', tmp102: 'TMP102' };
const imports = ['smbus2 SMBus'];
const debian = 'python3-smbus2';

/** By the data sheet BST-BME280-DS002, section 4.2.3 and appendix 8.1. */
const bme280: Helper = {
  imports: [...imports, 'struct unpack', 'time sleep'],
  package: debian,
  says: { de: 'Der Wettersensor BME280.', en: 'The weather sensor BME280.' },
  code: `
class BME280:
    %

    def __init__(self, address):
        self.bus = SMBus(1)
        self.address = address
        block = bytes(self.read(0x88, 26) + self.read(0xE1, 7))
        self.t = unpack("<Hhh", block[0:6])
        self.p = unpack("<Hhhhhhhhh", block[6:24])
        h2, h3 = unpack("<hB", block[26:29])
        h4 = unpack("b", block[29:30])[0] * 16 + (block[30] & 15)
        h5 = unpack("b", block[31:32])[0] * 16 + (block[30] >> 4)
        self.h = (block[25], h2, h3, h4, h5, unpack("b", block[32:33])[0])

    def read(self, register, count):
        return self.bus.read_i2c_block_data(self.address, register, count)

    def measure(self):
        self.bus.write_byte_data(self.address, 0xF2, 1)
        self.bus.write_byte_data(self.address, 0xF4, 0x25)
        sleep(0.01)
        data = self.read(0xF7, 8)
        raw_p = (data[0] << 12) | (data[1] << 4) | (data[2] >> 4)
        raw_t = (data[3] << 12) | (data[4] << 4) | (data[5] >> 4)
        raw_h = data[6] * 256 + data[7]
        t1, t2, t3 = self.t
        t = (raw_t / 16384 - t1 / 1024) * t2 + (raw_t / 131072 - t1 / 8192) ** 2 * t3
        return raw_p, raw_h, t

    @property
    def temperature(self):
        return round(self.measure()[2] / 5120, 1)

    @property
    def humidity(self):
        _, raw, t = self.measure()
        h1, h2, h3, h4, h5, h6 = self.h
        t -= 76800
        h = raw - (h4 * 64 + h5 / 16384 * t)
        h *= h2 / 65536 * (1 + h6 / 67108864 * t * (1 + h3 / 67108864 * t))
        return round(min(max(h * (1 - h1 * h / 524288), 0), 100))

    @property
    def pressure(self):
        raw, _, t = self.measure()
        p1, p2, p3, p4, p5, p6, p7, p8, p9 = self.p
        a = t / 2 - 64000
        b = (a * a * p6 / 32768 + a * p5 * 2) / 4 + p4 * 65536
        a = (1 + (p3 * a * a / 524288 + p2 * a) / 524288 / 32768) * p1
        p = (1048576 - raw - b / 4096) * 6250 / a
        return round((p + (p9 * p * p / 2147483648 + p * p8 / 32768 + p7) / 16) / 100)
`,
};

const sht3x: Helper = {
  imports: [...imports, 'smbus2 i2c_msg', 'time sleep'],
  package: debian,
  says: {
    de: 'Der Sensor SHT3x für Temperatur und Luftfeuchte.',
    en: 'The sensor SHT3x for temperature and humidity.',
  },
  code: `
class SHT3x:
    %
    pressure = 0

    def __init__(self, address):
        self.bus = SMBus(1)
        self.address = address

    def measure(self):
        self.bus.i2c_rdwr(i2c_msg.write(self.address, [0x24, 0x00]))
        sleep(0.02)
        answer = i2c_msg.read(self.address, 6)
        self.bus.i2c_rdwr(answer)
        return list(answer)

    @property
    def temperature(self):
        data = self.measure()
        return round(-45 + 175 * (data[0] * 256 + data[1]) / 65535, 1)

    @property
    def humidity(self):
        data = self.measure()
        return round(100 * (data[3] * 256 + data[4]) / 65535)
`,
};

const tmp102: Helper = {
  imports,
  package: debian,
  says: { de: 'Das Thermometer TMP102.', en: 'The thermometer TMP102.' },
  code: `
class TMP102:
    %
    humidity = 0
    pressure = 0

    def __init__(self, address):
        self.bus = SMBus(1)
        self.address = address

    @property
    def temperature(self):
        high, low = self.bus.read_i2c_block_data(self.address, 0, 2)
        steps = high * 16 + (low >> 4)
        return round((steps - 4096 if steps > 2047 else steps) * 0.0625, 1)
`,
};

/** Weather sensor at I²C. */
export const climate: PythonPart = {
  part: 'climate',
  make(id, program) {
    const { options } = program.wiredPart(id) ?? {};
    const chip = String(options?.chip ?? 'bme280');
    const address = Number(options?.address ?? usual[chip] ?? 0x76);
    return `${program.helper(classes[chip] ?? 'BME280')}(address=0x${address.toString(16)})`;
  },
  blocks: {
    steckbrett_climate(block, program) {
      const value = String(block.getFieldValue('VALUE'));
      const known = ['humidity', 'pressure'].includes(value) ? value : 'temperature';
      return [`${program.part(block)}.${known}`, Order.MEMBER];
    },
  },
  helpers: { BME280: bme280, SHT3x: sht3x, TMP102: tmp102 },
};
