import type { Wiring } from '../../device/contract/wiring.ts';
import type { GuideText } from '../parts/part-guide.ts';
import type { Circuit, Place } from './circuit.ts';
import { layoutCircuit } from './layout-circuit.ts';
import { ringWords } from './resistors.ts';

/** One line of the list of things: "2 × Kabel Buchse–Stecker". */
export interface Material {
  readonly count: number;
  readonly name: GuideText;
}

type Ending = 'pin' | 'socket';
const cables: Readonly<Record<string, GuideText>> = {
  'pin pin': { de: 'Kabel Stecker–Stecker', en: 'jumper wire, male to male' },
  'pin socket': { de: 'Kabel Buchse–Stecker', en: 'jumper wire, female to male' },
  'socket socket': { de: 'Kabel Buchse–Buchse', en: 'jumper wire, female to female' },
};

/** What lies on the table before a wiring is built: parts, resistors, breadboard, cables by their ends. */
export function materialsOf(wiring: Wiring, asked: Readonly<Record<string, number>> = {}): Material[] {
  const circuit = layoutCircuit(wiring, asked);
  const { board, breadboard, modules, wires } = circuit;
  const things: GuideText[] = [
    { de: 'Raspberry Pi mit Netzteil', en: 'Raspberry Pi with its power supply' },
    ...(breadboard ? [{ de: 'Steckbrett mit 30 Reihen', en: 'breadboard with 30 rows' }] : []),
    ...board.filter(({ kind }) => kind !== 'resistor').map(({ name }) => plain(name)),
    ...modules.flatMap(({ kind, name, print }) => [
      kind === 'strip' ? withPrint(name, ` mit ${print} Lichtern`, ` with ${print} lights`) : plain(name),
      ...(kind === 'motor'
        ? [
            { de: 'Gleichstrommotor', en: 'DC motor' },
            { de: 'Batteriehalter 4 × AA mit Batterien', en: 'battery holder 4 × AA with batteries' },
          ]
        : []),
    ]),
    ...board.flatMap(({ kind, name, ohms }) => {
      if (kind !== 'resistor' || ohms === undefined) return [];
      const rings = ringWords(ohms);
      return [withPrint(name, ` (${rings.de})`, ` (${rings.en})`)];
    }),
    ...wires.map((wire) => cables[[ending(circuit, wire.from), ending(circuit, wire.to)].sort().join(' ')]!),
  ];
  const counted = new Map<string, Material>();
  for (const name of things) counted.set(name.de, { name, count: (counted.get(name.de)?.count ?? 0) + 1 });
  return [...counted.values()];
}

/** The cable's end that fits: a socket for a pin, a pin for a hole. */
function ending({ modules }: Circuit, place: Place): Ending {
  if (place.kind === 'hole' || place.kind === 'rail') return 'pin';
  if (place.kind === 'pin') return 'socket';
  const terminals = modules.find(({ id }) => id === place.component)?.terminals;
  return terminals?.find(({ name }) => name === place.terminal)?.socket ? 'pin' : 'socket';
}

const withPrint = (name: GuideText, de: string, en: string): GuideText => ({
  de: plain(name).de + de,
  en: plain(name).en + en,
});

/** Without the id that tells twins apart: two yellow LEDs are two of one thing. */
function plain({ de, en }: GuideText): GuideText {
  return { de: de.replace(/ „[^“]*“$/, ''), en: en.replace(/ “[^”]*”$/, '') };
}
