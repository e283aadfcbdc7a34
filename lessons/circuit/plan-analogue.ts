import type { WiredPart } from '../../device/contract/wiring.ts';
import { converterOptions } from '../../device/parts/adc/converter.ts';
import { i2cSwitchedOn, onlyThreeVolts } from '../parts/common-steps.ts';
import type { PartName } from './part-names.ts';
import {
  hole,
  type Link,
  type PartPlan,
  type PlannedComponent,
  type PlannedEnd,
  type PlannedModule,
} from './part-plan.ts';
import { resistor } from './plan-resistor.ts';

type Plan = Omit<PartPlan, 'part' | 'name'>;

/** Where the address pin of an ADS1115 goes for each of its addresses. */
const addressNets: Readonly<Record<number, string>> = { 72: 'gnd', 73: '3v3', 74: 'sda', 75: 'scl' };

/** The converter that an analogue part is read at, and the end of the part's signal there. */
function converter(part: WiredPart): { module: PlannedModule; links: Link[]; signal: PlannedEnd } {
  const { converter: chip, address, channel } = converterOptions.parse(part.options ?? {});
  if (chip === 'mcp3008') {
    const key = 'mcp3008';
    const names = ['VDD', 'VREF', 'AGND', 'CLK', 'DOUT', 'DIN', 'CS', 'DGND'];
    const nets = ['3v3', '3v3', 'gnd', 'sclk', 'miso', 'mosi', 'ce0', 'gnd'];
    return {
      module: {
        key,
        kind: 'converter',
        print: 'MCP3008',
        name: { de: 'Wandler MCP3008', en: 'converter MCP3008' },
        at: { de: 'am Wandler MCP3008', en: 'on the converter MCP3008' },
        terminals: [...names, ...[0, 1, 2, 3, 4, 5, 6, 7].map((one) => `CH${one}`)].map((name) => ({ name })),
      },
      links: names.map((terminal, index) => ({ net: nets[index]!, end: { module: key, terminal } })),
      signal: { module: key, terminal: `CH${channel}` },
    };
  }
  const key = `ads1115-${address}`;
  const addressNet = addressNets[address] ?? 'gnd';
  const links: [string, string][] = [
    ['VDD', '3v3'],
    ['GND', 'gnd'],
    ['SCL', 'scl'],
    ['SDA', 'sda'],
    // Open, it is pulled to ground on the module.
    ...(addressNet === 'gnd' ? [] : ([['ADDR', addressNet]] as [string, string][])),
  ];
  return {
    module: {
      key,
      kind: 'converter',
      print: 'ADS1115',
      name: { de: 'Wandler ADS1115', en: 'converter ADS1115' },
      at: { de: 'am Wandler ADS1115', en: 'on the converter ADS1115' },
      terminals: ['VDD', 'GND', 'SCL', 'SDA', 'ADDR', 'A0', 'A1', 'A2', 'A3'].map((name) => ({ name })),
    },
    links: links.map(([terminal, net]) => ({ net, end: { module: key, terminal } })),
    signal: { module: key, terminal: `A${channel}` },
  };
}

/** An analogue part in the right half of the breadboard, between 3.3 V and ground. */
function analogue(
  part: WiredPart,
  height: number,
  components: readonly PlannedComponent[],
  ends: { plus: PlannedEnd; signal: PlannedEnd; minus: PlannedEnd },
): Plan {
  const { module, links, signal } = converter(part);
  const net = `signal-${part.id}`;
  return {
    height,
    components,
    modules: [module],
    links: [
      ...links,
      { net: '3v3', end: ends.plus },
      { net, end: ends.signal },
      { net, end: signal },
      { net: 'gnd', end: ends.minus },
    ],
    notes: [onlyThreeVolts, ...(module.key === 'mcp3008' ? [] : [i2cSwitchedOn])],
  };
}

/** A knob: its outer legs at 3.3 V and ground, the middle one at the converter. */
export function planPotentiometer(part: WiredPart, { name, the }: PartName): Plan {
  const knob: PlannedComponent = {
    suffix: '',
    kind: 'potentiometer',
    name,
    legs: { plus: hole('f', 0), middle: hole('f', 2), minus: hole('f', 4) },
    text: (at) => ({
      de: `Stecke ${the.de} in die Löcher ${at.plus}, ${at.middle} und ${at.minus}.`,
      en: `Put ${the.en} into the holes ${at.plus}, ${at.middle} and ${at.minus}.`,
    }),
  };
  return analogue(part, 5, [knob], { plus: hole('j', 0), signal: hole('j', 2), minus: hole('j', 4) });
}

/** A photoresistor to 3.3 V and 10 kΩ to ground; the converter reads what is between them. */
export function planLight(part: WiredPart): Plan {
  const sensor: PlannedComponent = {
    suffix: '',
    kind: 'photoresistor',
    name: { de: 'Fotowiderstand', en: 'photoresistor' },
    legs: { plus: hole('f', 0), signal: hole('f', 2) },
    text: (at) => ({
      de: `Stecke den Fotowiderstand in die Löcher ${at.plus} und ${at.signal}. Wie herum, ist egal.`,
      en: `Put the photoresistor into the holes ${at.plus} and ${at.signal}. Either way round will do.`,
    }),
  };
  const components = [sensor, resistor('-resistor', 10_000, hole('h', 2), hole('h', 6))];
  return analogue(part, 7, components, { plus: hole('j', 0), signal: hole('j', 2), minus: hole('j', 6) });
}
