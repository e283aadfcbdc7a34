import type { Wiring } from '../../../../device/contract/wiring.ts';
import type { VirtualInput } from '../../../../device/program/virtual-time.ts';
import { type ConformanceProgram, seconds, start, when } from './program.ts';

function one(type: string, options: Record<string, string | number> = {}): Wiring {
  return { parts: [{ id: 'it', type, pins: {}, options }] };
}

/** Commands to the part `it`, 0.2 s between them. */
function commands(...given: readonly (readonly [string, ...unknown[]])[]): string {
  return start(
    given
      .map(([command, ...args]) => {
        const call = ['it', command, ...args].map((part) => JSON.stringify(part)).join(', ');
        return `$b = '${command}'; $do(${call}); yield* $wait(0.2);`;
      })
      .join('\n'),
  );
}

/** Sets several inputs at once, between two looks of a sensor. */
function world(at: number, inputs: Readonly<Record<string, number>>): VirtualInput[] {
  return Object.entries(inputs).map(([input, value]) => ({ at: seconds(at), part: 'it', input, value }));
}

const climates = [
  { options: { chip: 'bme280' }, values: ['temperature', 'humidity', 'pressure'] },
  { options: { chip: 'bme280', address: 0x77 }, values: ['temperature', 'humidity', 'pressure'] },
  { options: { chip: 'sht3x' }, values: ['temperature', 'humidity'] },
  { options: { chip: 'tmp102' }, values: ['temperature'] },
] as const;
const airs = [
  { temperature: 24, humidity: 70, pressure: 980 },
  { temperature: -8, humidity: 20, pressure: 1030 },
  { temperature: 40, humidity: 90, pressure: 700 },
];

/** Programs for the parts on I²C and SPI. */
export const busPrograms: readonly ConformanceProgram[] = [
  ...(['ads1115', 'mcp3008'] as const).map((converter) => ({
    name: `follows a potentiometer at an ${converter}`,
    wiring: one('potentiometer', { converter, channel: 2 }),
    source: when('it', 'turned', `$b = 'turned'; $print($read('it', 'position'));`),
    inputs: [
      ...world(0.25, { position: 10 }),
      ...world(0.55, { position: 11 }),
      ...world(0.85, { position: 100 }),
      ...world(1.25, { position: 0 }),
    ],
    duration: seconds(2),
  })),
  {
    name: 'follows the light',
    wiring: one('light'),
    source: ['lighter', 'darker']
      .map((event) => when('it', event, `$b = '${event}'; $print('${event} ' + $read('it', 'brightness'));`))
      .join(''),
    inputs: [
      ...world(0.25, { brightness: 58 }),
      ...world(0.55, { brightness: 65 }),
      ...world(0.85, { brightness: 5 }),
      ...world(1.25, { brightness: 95 }),
    ],
    duration: seconds(2),
  },
  {
    name: 'keeps the parts at one converter apart',
    wiring: {
      parts: [
        { id: 'left', type: 'potentiometer', pins: {}, options: { channel: 0 } },
        { id: 'right', type: 'potentiometer', pins: {}, options: { channel: 1 } },
        { id: 'ldr', type: 'light', pins: {}, options: { channel: 3 } },
      ],
    },
    source: start(`yield* $wait(1); $print($read('left', 'position') + ' ' + $read('right', 'position'));`),
    inputs: [
      { at: seconds(0.25), part: 'left', input: 'position', value: 30 },
      { at: seconds(0.25), part: 'right', input: 'position', value: 60 },
      { at: seconds(0.25), part: 'ldr', input: 'brightness', value: 90 },
    ],
    duration: seconds(2),
  },
  ...climates.map(({ options, values }) => ({
    name: `measures the air by ${Object.values(options).join(' at ')}`,
    wiring: one('climate', options),
    source: start(`
      for (let look = 0; look < 3; look += 1) {
        if ($due()) yield;
        yield* $wait(3);
        $print(${values.map((value) => `Math.round($read('it', '${value}') / 10)`).join(` + ' ' + `)});
      }`),
    inputs: airs.flatMap((air, index) => world(0.1 + index * 3, air)),
    duration: seconds(10),
  })),
  {
    name: 'lights a strip',
    wiring: one('strip', { pixels: 4 }),
    source: commands(
      ['fill', '#ff8000'],
      ['pixel', 2, '#0000FF'],
      ['pixel', 4, '#ffffff'],
      ['pixel', -1, '#ffffff'],
      ['off'],
      ['fill', '#010203'],
    ),
    duration: seconds(2),
  },
  {
    name: 'refuses a colour that is none',
    wiring: one('strip'),
    source: commands(['fill', '#ff8000'], ['fill', 'blue']),
    duration: seconds(1),
  },
  {
    name: 'writes on an LCD',
    wiring: one('lcd'),
    source: commands(
      ['write', 1, 'Grüße'],
      ['write', 2, 'aus München'],
      ['write', 3, ''],
      ['clear'],
      ['write', 1, '!'],
    ),
    duration: seconds(2),
  },
  {
    name: 'writes and draws on an OLED display',
    wiring: one('oled'),
    source: commands(
      ['write', 1, 'Hallo'],
      ['pixel', 64, 32, true],
      ['pixel', 999, 999, true],
      ['pixel', 64, 32, false],
      ['clear'],
      ['write', 8, 'Ende'],
    ),
    duration: seconds(2),
  },
  ...([0, 90] as const).map((rotation) => ({
    name: `plays with a Sense HAT turned by ${rotation}°`,
    wiring: one('sense-hat', { rotation }),
    source:
      commands(
        ['fill', '#203040'],
        ['pixel', 7, 7, '#ff0000'],
        ['letter', 'Ö', '#00ff00'],
        ['off'],
        ['letter', '', '#ffffff'],
      ) +
      ['up', 'down', 'left', 'right', 'pressed']
        .map((event) => when('it', event, `$b = '${event}'; $print('${event}');`))
        .join(''),
    inputs: [
      ...world(0.05, { ...airs[0]!, tiltX: 30, tiltY: -20 }),
      ...(['up', 'right', 'press', 'down', 'left'] as const).map((input, index) => ({
        // Shortly before the next look at the joystick, of which there is one each 40 ms.
        at: seconds(1.535 + index * 0.4),
        part: 'it',
        input,
      })),
      ...world(4.05, { ...airs[1]!, tiltX: -60, tiltY: 10 }),
    ],
    duration: seconds(6),
  })),
];
