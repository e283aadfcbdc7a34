import type { GuideText } from '../parts/part-guide.ts';
import type { CircuitFault } from './check-circuit.ts';

/** A fault of a circuit as a clause for people, without the ids of wires: "GPIO 18 ist mit GND verbunden". */
export function faultText(fault: CircuitFault): GuideText {
  switch (fault.kind) {
    case 'place-taken-twice': {
      const place = placeText(fault.place);
      return { de: `in ${place.de} steckt zweierlei`, en: `two things sit in ${place.en}` };
    }
    case 'short': {
      const [one, other] = [sourceText(fault.one), sourceText(fault.other)];
      return {
        de: `${one.de} ist direkt mit ${other.de} verbunden`,
        en: `${one.en} meets ${other.en} directly`,
      };
    }
    case 'pin-not-reached':
      return {
        de: `zum Anschluss „${fault.pin}“ von „${fault.part}“ führt kein Kabel`,
        en: `no wire leads to the pin “${fault.pin}” of “${fault.part}”`,
      };
    case 'led-without-resistor':
      return {
        de: `der LED „${fault.part}“ fehlt ihr Widerstand`,
        en: `the LED “${fault.part}” lacks its resistor`,
      };
    case 'no-ground':
      return {
        de: `„${fault.component}“ ist nicht mit GND verbunden`,
        en: `“${fault.component}” is not connected to GND`,
      };
    default:
      return {
        de: `an GPIO ${fault.gpio} liegen 5 V, er verträgt nur 3,3 V`,
        en: `GPIO ${fault.gpio} gets 5 V and bears 3.3 V only`,
      };
  }
}

const rails: Readonly<Record<string, GuideText>> = {
  'left-plus': { de: 'der linken Plus-Leiste', en: 'the left plus rail' },
  'left-minus': { de: 'der linken Minus-Leiste', en: 'the left minus rail' },
  'right-plus': { de: 'der rechten Plus-Leiste', en: 'the right plus rail' },
  'right-minus': { de: 'der rechten Minus-Leiste', en: 'the right minus rail' },
};

/** A name as `placeName` gives it, behind "in". */
function placeText(place: string): GuideText {
  const [first = '', row] = place.split(' ');
  const rail = rails[first];
  if (rail) return { de: `${rail.de} (Reihe ${row})`, en: `${rail.en} (row ${row})` };
  if (first === 'pin') return { de: `Pin ${row}`, en: `pin ${row}` };
  if (place.includes('.')) return legText(place);
  return { de: `Loch ${place}`, en: `hole ${place}` };
}

const supplies: Readonly<Record<string, GuideText>> = {
  v3: { de: '3,3 V', en: '3.3 V' },
  v5: { de: '5 V', en: '5 V' },
  gnd: { de: 'GND', en: 'GND' },
  'supply +': { de: 'Plus des 5-V-Netzteils', en: 'plus of the 5 V supply' },
};

/** A supply, a GPIO, or a leg: `red.anode`. */
function sourceText(source: string): GuideText {
  return supplies[source] ?? (source.includes('.') ? legText(source) : { de: source, en: source });
}

function legText(name: string): GuideText {
  const [component, leg] = name.split('.');
  return { de: `Bein „${leg}“ von „${component}“`, en: `leg “${leg}” of “${component}”` };
}
