import { i2cSteps, i2cSwitchedOn, onlyThreeVolts } from './common-steps.ts';
import { block, forever, joined, print, stack, start, text, value, wait, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const measured = (what: string) => value(block('steckbrett_climate', { PART: 'climate', VALUE: what }));

/** Weather sensor: prints what it measures. */
export const climate: PartGuide = {
  type: 'climate',
  title: { de: 'Wettersensor', en: 'Weather sensor' },
  what: {
    de: 'Ein kleiner Chip misst Temperatur, Luftfeuchte und Luftdruck (BME280) oder einen Teil davon (SHT3x, TMP102).',
    en: 'A small chip measures temperature, humidity and air pressure (BME280) or some of them (SHT3x, TMP102).',
  },
  steps: i2cSteps({ de: 'des BME280', en: 'the BME280' }),
  warnings: [
    onlyThreeVolts,
    i2cSwitchedOn,
    {
      de: 'Manche BME280 haben die Adresse 0x77 statt 0x76. Dann muss sie in der Verdrahtung der Lektion stehen.',
      en: 'Some BME280 have the address 0x77 instead of 0x76. Then the lesson’s wiring must say so.',
    },
    {
      de: 'DHT11 und DHT22 gehen nicht: Ihre Signale sind zu schnell für Linux. Nimm einen BME280 oder SHT3x.',
      en: 'DHT11 and DHT22 don’t work: their signals are too fast for Linux. Use a BME280 or SHT3x.',
    },
    {
      de: 'Viele BMP280 werden als BME280 verkauft; sie messen keine Luftfeuchte.',
      en: 'Many a BMP280 is sold as a BME280; it does not measure humidity.',
    },
  ],
  wiring: {
    parts: [{ id: 'climate', type: 'climate', pins: {}, options: { chip: 'bme280' } }],
  },
  workspace: workspace([
    stack(
      start,
      forever(
        print(
          joined(
            measured('temperature'),
            text(' °C, '),
            measured('humidity'),
            text(' %, '),
            measured('pressure'),
            text(' hPa'),
          ),
        ),
        wait(2),
      ),
    ),
  ]),
};
