import type { WiredPart } from '../../device/contract/wiring.ts';
import { ownResistor } from '../parts/common-steps.ts';
import type { PartName } from './part-names.ts';
import { hole, type Link, type PartPlan, type PlannedComponent } from './part-plan.ts';
import { resistor } from './plan-resistor.ts';

type Plan = Omit<PartPlan, 'part' | 'name'>;

const gpioLink = (part: WiredPart, pin: string, end: Link['end']): Link => ({
  net: `gpio${part.pins[pin]}`,
  end,
});

/** An LED with its resistor on the way to ground. */
export function planLed(part: WiredPart, { name, of, subject }: PartName): Plan {
  return {
    height: 2,
    components: [
      {
        suffix: '',
        kind: 'led',
        name,
        legs: { anode: hole('e', 0), cathode: hole('e', 1) },
        text: (at) => ({
          de: `Stecke das lange Bein ${of.de} in Loch ${at.anode}, das kurze in ${at.cathode}.`,
          en: `Put the long leg of ${of.en} into hole ${at.anode}, the short one into ${at.cathode}.`,
        }),
        check: (at) => ({
          de: `Sitzt ${subject.de} richtig herum? Das lange Bein gehört in Loch ${at.anode}, das kurze in ${at.cathode}. Sonst dreh sie um.`,
          en: `Is ${subject.en} the right way round? The long leg belongs in hole ${at.anode}, the short one in ${at.cathode}. If not, turn it round.`,
        }),
      },
      resistor('-resistor', 330, hole('c', 1), 'left-minus'),
    ],
    modules: [],
    links: [gpioLink(part, 'anode', hole('a', 0))],
    notes: [ownResistor],
  };
}

/** Three LEDs in one, each colour with its resistor across the groove. */
export function planRgbLed(part: WiredPart, { of }: PartName): Plan {
  const anode = part.options?.common === 'anode';
  const lanes = [
    ['red', 0],
    ['green', 2],
    ['blue', 3],
  ] as const;
  return {
    height: 4,
    components: [
      {
        suffix: '',
        kind: 'rgb-led',
        name: { de: 'RGB-LED', en: 'RGB LED' },
        legs: { red: hole('h', 0), common: hole('h', 1), green: hole('h', 2), blue: hole('h', 3) },
        text: (at) => ({
          de: `Stecke die RGB-LED in die Löcher ${at.red} bis ${at.blue}. Das längste Bein kommt in ${at.common}.`,
          en: `Put the RGB LED into the holes ${at.red} to ${at.blue}. The longest leg goes into ${at.common}.`,
        }),
        check: (at) => ({
          de: `Sitzt die RGB-LED richtig herum? Das längste Bein gehört in Loch ${at.common}. Sonst dreh sie um.`,
          en: `Is the RGB LED the right way round? The longest leg belongs in hole ${at.common}. If not, turn it round.`,
        }),
      },
      ...lanes.map(([colour, row]) => resistor(`-resistor-${colour}`, 330, hole('d', row), hole('f', row))),
    ],
    modules: [],
    links: [
      ...lanes.map(([colour, row]) => gpioLink(part, colour, hole('a', row))),
      { net: anode ? '3v3' : 'gnd', end: hole('j', 1) },
    ],
    notes: [
      ownResistor,
      anode
        ? {
            de: `Das längste Bein ${of.de} ist Plus: Es kommt an 3,3 V.`,
            en: `The longest leg of ${of.en} is plus: it goes to 3.3 V.`,
          }
        : {
            de: `Das längste Bein ${of.de} ist Minus.`,
            en: `The longest leg of ${of.en} is minus.`,
          },
    ],
  };
}

/** A button across the groove, wired at two legs that lie diagonally, which are never joined inside it. */
export function planButton(part: WiredPart, { name, the, subject }: PartName): Plan {
  return {
    height: 3,
    components: [
      {
        suffix: '',
        kind: 'button',
        name,
        legs: { one: hole('e', 0), oneToo: hole('f', 0), two: hole('e', 2), twoToo: hole('f', 2) },
        text: (at) => ({
          de: `Stecke ${the.de} über die Rinne in der Mitte: Die Beine kommen in ${at.one}, ${at.oneToo}, ${at.two} und ${at.twoToo}.`,
          en: `Put ${the.en} across the groove in the middle: its legs go into ${at.one}, ${at.oneToo}, ${at.two} and ${at.twoToo}.`,
        }),
        check: (at) => ({
          de: `Sitzt ${subject.de} fest über der Rinne, in ${at.one}, ${at.oneToo}, ${at.two} und ${at.twoToo}? Passt er nicht, dreh ihn um ein Viertel.`,
          en: `Does ${subject.en} sit firmly across the groove, in ${at.one}, ${at.oneToo}, ${at.two} and ${at.twoToo}? If it does not fit, give it a quarter turn.`,
        }),
      },
    ],
    modules: [],
    links: [gpioLink(part, 'signal', hole('a', 0)), { net: 'gnd', end: hole('j', 2) }],
    notes: [],
  };
}

/** A slide switch: the middle leg goes to the Pi, an outer one to ground. */
export function planSwitch(part: WiredPart, { name, of, the }: PartName): Plan {
  return {
    height: 3,
    components: [
      {
        suffix: '',
        kind: 'switch',
        name,
        legs: { free: hole('e', 0), middle: hole('e', 1), outer: hole('e', 2) },
        text: (at) => ({
          de: `Stecke ${the.de} in die Löcher ${at.free}, ${at.middle} und ${at.outer}.`,
          en: `Put ${the.en} into the holes ${at.free}, ${at.middle} and ${at.outer}.`,
        }),
      },
    ],
    modules: [],
    links: [gpioLink(part, 'signal', hole('a', 1)), { net: 'gnd', end: hole('a', 2) }],
    notes: [
      {
        de: `Das obere Bein ${of.de} bleibt frei.`,
        en: `The upper leg of ${of.en} stays free.`,
      },
    ],
  };
}

function twoLegs(kind: 'buzzer' | 'speaker', { name, of, the, subject }: PartName): PlannedComponent {
  const polar = kind === 'buzzer';
  return {
    suffix: '',
    kind,
    name,
    legs: { plus: hole('e', 0), minus: hole('e', 3) },
    text: (at) =>
      polar
        ? {
            de: `Stecke das lange Bein ${of.de} (+) in Loch ${at.plus}, das kurze in ${at.minus}.`,
            en: `Put the long leg of ${of.en} (+) into hole ${at.plus}, the short one into ${at.minus}.`,
          }
        : {
            de: `Stecke ${the.de} in die Löcher ${at.plus} und ${at.minus}. Wie herum, ist egal.`,
            en: `Put ${the.en} into the holes ${at.plus} and ${at.minus}. Either way round will do.`,
          },
    ...(polar
      ? {
          check: (at: Readonly<Record<string, string>>) => ({
            de: `Sitzt ${subject.de} richtig herum? Das lange Bein (+) gehört in Loch ${at.plus}, das kurze in ${at.minus}.`,
            en: `Is ${subject.en} the right way round? The long leg (+) belongs in hole ${at.plus}, the short one in ${at.minus}.`,
          }),
        }
      : {}),
  };
}

/** An active buzzer from the pin straight to ground. */
export function planBuzzer(part: WiredPart, name: PartName): Plan {
  return {
    height: 4,
    components: [twoLegs('buzzer', name)],
    modules: [],
    links: [gpioLink(part, 'signal', hole('a', 0)), { net: 'gnd', end: hole('a', 3) }],
    notes: [],
  };
}

/** A passive one, whose current a resistor limits. */
export function planSpeaker(part: WiredPart, name: PartName): Plan {
  return {
    height: 4,
    components: [twoLegs('speaker', name), resistor('-resistor', 330, hole('c', 3), 'left-minus')],
    modules: [],
    links: [gpioLink(part, 'signal', hole('a', 0))],
    notes: [],
  };
}
