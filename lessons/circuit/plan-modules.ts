import type { WiredPart } from '../../device/contract/wiring.ts';
import { partGuides } from '../parts/index.ts';
import type { GuideText } from '../parts/part-guide.ts';
import type { ModuleKind, Net, Terminal } from './circuit.ts';
import type { PartName } from './part-names.ts';
import { hole, type Link, type PartPlan, type PlannedModule } from './part-plan.ts';
import { resistor } from './plan-resistor.ts';

type Plan = Omit<PartPlan, 'part' | 'name'>;

/** More lights than this take more current than the Pi may give on from its 5 V pin. */
const lightsOnThePi = 8;

interface ModuleWords {
  readonly print?: string;
  readonly text?: GuideText;
  /** The colours of a servo's cable, which ends in a socket. */
  readonly labels?: Readonly<Record<string, GuideText>>;
}

/** A module whose pins go to these nets. */
function planned(
  part: WiredPart,
  kind: ModuleKind,
  { name, at }: PartName,
  pins: Readonly<Record<string, Net>>,
  { print, text, labels }: ModuleWords = {},
): { module: PlannedModule; links: Link[] } {
  const terminals = Object.keys(pins).map(
    (one): Terminal => ({ name: one, ...(labels?.[one] ? { label: labels[one], socket: true } : {}) }),
  );
  return {
    module: {
      key: part.id,
      kind,
      name,
      at,
      terminals,
      ...(print ? { print } : {}),
      ...(text ? { text } : {}),
    },
    links: Object.entries(pins).map(([terminal, net]) => ({ net, end: { module: part.id, terminal } })),
  };
}

function alone(...given: Parameters<typeof planned>): Plan {
  const { module, links } = planned(...given);
  return {
    height: 0,
    components: [],
    modules: [module],
    links,
    notes: partGuides.get(given[0].type)?.warnings ?? [],
  };
}

const gpio = (part: WiredPart, pin: string) => `gpio${part.pins[pin]}`;
const chips: Readonly<Record<string, string>> = { bme280: 'BME280', sht3x: 'SHT31', tmp102: 'TMP102' };

export const planClimate = (part: WiredPart, name: PartName): Plan =>
  alone(
    part,
    'climate',
    name,
    { VIN: '3v3', GND: 'gnd', SCL: 'scl', SDA: 'sda' },
    {
      print: chips[String(part.options?.chip ?? 'bme280')] ?? '',
    },
  );

export const planMotion = (part: WiredPart, name: PartName): Plan =>
  alone(part, 'motion', name, { VCC: '5v', OUT: gpio(part, 'signal'), GND: 'gnd' });

export const planOled = (part: WiredPart, name: PartName): Plan =>
  alone(part, 'oled', name, { GND: 'gnd', VCC: '3v3', SCL: 'scl', SDA: 'sda' });

export const planServo = (part: WiredPart, name: PartName): Plan =>
  alone(
    part,
    'servo',
    name,
    { '−': 'gnd', '+': '5v', Signal: gpio(part, 'signal') },
    {
      labels: {
        '−': { de: 'dem braunen Kabel (−)', en: 'the brown wire (−)' },
        '+': { de: 'dem roten Kabel (+)', en: 'the red wire (+)' },
        Signal: { de: 'dem orangen Kabel (Signal)', en: 'the orange wire (signal)' },
      },
    },
  );

export const planMotor = (part: WiredPart, name: PartName): Plan =>
  alone(
    part,
    'motor',
    name,
    { IN1: gpio(part, 'forward'), IN2: gpio(part, 'backward'), ENA: gpio(part, 'enable'), GND: 'gnd' },
    {
      text: {
        de: 'Schließe den Motor an OUT1 und OUT2 des Treibers an und die Batterie an seine Klemmen + und −. Nimm die Steckbrücke von ENA ab.',
        en: 'Connect the motor to OUT1 and OUT2 of the driver, and the battery to its terminals + and −. Take the jumper off ENA.',
      },
    },
  );

export const planStrip = (part: WiredPart, name: PartName): Plan =>
  alone(
    part,
    'strip',
    name,
    { '5V': '5v', DIN: 'mosi', GND: 'gnd' },
    { print: String(part.options?.pixels ?? 8) },
  );

export const planSenseHat = (part: WiredPart, name: PartName): Plan =>
  alone(
    part,
    'sense-hat',
    name,
    {},
    {
      text: {
        de: 'Stecke das Sense HAT auf alle 40 Pins, sodass es über dem Pi liegt. Schraube die Abstandhalter fest.',
        en: 'Put the Sense HAT onto all 40 pins, so that it lies above the Pi. Screw the spacers tight.',
      },
    },
  );

const yourCircuit = {
  name: { de: 'deine Schaltung', en: 'your circuit' },
  at: { de: 'an deiner Schaltung', en: 'on your circuit' },
};

export const planBarePin = (part: WiredPart, name: PartName): Plan =>
  alone(
    part,
    'bare',
    { ...name, ...yourCircuit },
    { [part.type === 'input-pin' ? 'OUT' : 'IN']: gpio(part, 'signal'), GND: 'gnd' },
  );

/** HC-SR04: its echo of 5 V reaches the Pi through a divider of 330 Ω and 470 Ω, as 2.9 V. */
export function planDistance(part: WiredPart, name: PartName): Plan {
  const echo = `echo-${part.id}`;
  const { module, links } = planned(part, 'distance', name, {
    VCC: '5v',
    TRIG: gpio(part, 'trigger'),
    ECHO: echo,
    GND: 'gnd',
  });
  return {
    height: 5,
    components: [
      resistor('-resistor-echo', 330, hole('d', 0), hole('h', 0)),
      resistor('-resistor-ground', 470, hole('c', 0), hole('c', 4)),
    ],
    modules: [module],
    links: [
      ...links,
      { net: echo, end: hole('j', 0) },
      { net: gpio(part, 'echo'), end: hole('a', 0) },
      { net: 'gnd', end: hole('a', 4) },
    ],
    notes: partGuides.get('distance')?.warnings ?? [],
  };
}

/** An LCD at 5 V, behind the level shifter that its bus needs. */
export function planLcd(part: WiredPart, name: PartName): Plan {
  const [sda, scl] = [`sda5-${part.id}`, `scl5-${part.id}`];
  const { module, links } = planned(part, 'lcd', name, { GND: 'gnd', VCC: '5v', SDA: sda, SCL: scl });
  return {
    height: 6,
    components: [
      {
        suffix: '-shifter',
        kind: 'level-shifter',
        name: { de: 'Pegelwandler', en: 'level shifter' },
        legs: {
          LV1: hole('d', 0),
          LV2: hole('d', 1),
          LV: hole('d', 2),
          'GND LV': hole('d', 3),
          LV3: hole('d', 4),
          LV4: hole('d', 5),
          HV1: hole('g', 0),
          HV2: hole('g', 1),
          HV: hole('g', 2),
          'GND HV': hole('g', 3),
          HV3: hole('g', 4),
          HV4: hole('g', 5),
        },
        text: (at) => ({
          de: `Stecke den Pegelwandler über die Rinne: LV1 in ${at.LV1}, HV1 in ${at.HV1}.`,
          en: `Put the level shifter across the groove: LV1 into ${at.LV1}, HV1 into ${at.HV1}.`,
        }),
      },
    ],
    modules: [module],
    links: [
      { net: 'sda', end: hole('a', 0) },
      { net: 'scl', end: hole('a', 1) },
      { net: '3v3', end: hole('a', 2) },
      { net: 'gnd', end: hole('a', 3) },
      { net: sda, end: hole('j', 0) },
      { net: scl, end: hole('j', 1) },
      { net: '5v', end: hole('j', 2) },
      { net: 'gnd', end: hole('j', 3) },
      ...links,
    ],
    notes: partGuides.get('lcd')?.warnings ?? [],
  };
}

/** Whether the parts draw more at 5 V than the Pi may give on: then they get a supply of their own. */
export function needsOwnSupply(parts: readonly WiredPart[]): boolean {
  const servos = parts.filter((part) => part.type === 'servo').length;
  const lights = parts
    .filter((part) => part.type === 'strip')
    .reduce((sum, part) => sum + Number(part.options?.pixels ?? 8), 0);
  return servos > 1 || lights > lightsOnThePi;
}
