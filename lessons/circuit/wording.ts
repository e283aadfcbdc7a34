import { headerPins } from '../../device/parts/header.ts';
import type { GuideText } from '../parts/part-guide.ts';
import type { RailName } from './breadboard.ts';
import type { Place, Wire, WireColour } from './circuit.ts';
import type { PlannedModule } from './part-plan.ts';
import { placeName } from './place-name.ts';

/** What sentences need to know of modules, by their id. */
export type PlaceNames = ReadonlyMap<string, Pick<PlannedModule, 'at' | 'terminals'>>;

const volts: Readonly<Record<string, GuideText>> = {
  v3: { de: '3,3 V', en: '3.3 V' },
  v5: { de: '5 V', en: '5 V' },
  gnd: { de: 'GND', en: 'GND' },
};

/** A pin of the header: "GPIO 18 (Pin 12)". */
export function pinText(pin: number): GuideText {
  const { kind, gpio } = headerPins[pin - 1]!;
  const name = volts[kind] ?? { de: `GPIO ${gpio}`, en: `GPIO ${gpio}` };
  return { de: `${name.de} (Pin ${pin})`, en: `${name.en} (pin ${pin})` };
}

/** A rail, behind "Verbinde" and behind "mit". */
function railText(rail: RailName, first: boolean): GuideText {
  const [side, sign] = rail.split('-') as ['left' | 'right', 'plus' | 'minus'];
  const place = side === 'left' ? 'linke' : 'rechte';
  const name = sign === 'plus' ? 'Plus-Leiste' : 'Minus-Leiste';
  return {
    de: first ? `die ${place} ${name}` : `der ${place}n ${name}`,
    en: `the ${side} ${sign} rail`,
  };
}

/** The colours in words. */
export const wireColourNames: Readonly<Record<WireColour, { adjective: string; en: string }>> = {
  red: { adjective: 'rotes', en: 'red' },
  orange: { adjective: 'oranges', en: 'orange' },
  black: { adjective: 'schwarzes', en: 'black' },
  yellow: { adjective: 'gelbes', en: 'yellow' },
  green: { adjective: 'grünes', en: 'green' },
  blue: { adjective: 'blaues', en: 'blue' },
  violet: { adjective: 'violettes', en: 'violet' },
  white: { adjective: 'weißes', en: 'white' },
  brown: { adjective: 'braunes', en: 'brown' },
};

/** "Verbinde GPIO 18 (Pin 12) mit Loch a3 (gelbes Kabel)." */
export function wireText(wire: Wire, modules: PlaceNames): GuideText {
  const from = placeText(wire.from, modules, true);
  const to = placeText(wire.to, modules, false);
  const colour = wireColourNames[wire.colour];
  return {
    de: `Verbinde ${from.de} mit ${to.de} (${colour.adjective} Kabel).`,
    en: `Connect ${from.en} to ${to.en} (${colour.en} wire).`,
  };
}

/** "Geht das gelbe Kabel von GPIO 18 (Pin 12) zu Loch a3? …": asked when something does not work. */
export function wireCheck(wire: Wire, modules: PlaceNames): GuideText {
  const from = placeText(wire.from, modules, false);
  const to = placeText(wire.to, modules, false);
  const { adjective, en } = wireColourNames[wire.colour];
  return {
    de: `Geht das ${adjective.slice(0, -1)} Kabel von ${from.de} zu ${to.de}? Drück beide Enden fest.`,
    en: `Does the ${en} wire go from ${from.en} to ${to.en}? Push both ends in firmly.`,
  };
}

function placeText(place: Place, modules: PlaceNames, first: boolean): GuideText {
  if (place.kind === 'pin') return pinText(place.pin);
  if (place.kind === 'rail') return railText(place.rail, first);
  if (place.kind === 'hole') return { de: `Loch ${placeName(place)}`, en: `hole ${placeName(place)}` };
  const module = modules.get(place.component);
  const label = module?.terminals.find(({ name }) => name === place.terminal)?.label;
  const name = { de: label?.de ?? place.terminal, en: label?.en ?? place.terminal };
  return module ? { de: `${name.de} ${module.at.de}`, en: `${name.en} ${module.at.en}` } : name;
}

export const switchOff: GuideText = {
  de: 'Schalte den Pi aus und zieh sein Netzteil ab.',
  en: 'Switch the Pi off and unplug its power supply.',
};

export const compare: GuideText = {
  de: 'Vergleicht zu zweit alles noch einmal mit dem Bild. Dann schaltet den Pi ein.',
  en: 'Compare everything with the picture once more, two of you together. Then switch the Pi on.',
};
