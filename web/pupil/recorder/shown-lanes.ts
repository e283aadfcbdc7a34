import { msg } from '@lit/localize';
import type { WiredPart, Wiring } from '../../../device/contract/wiring.ts';
import { partView } from '../../board/part-views.ts';
import { partWord } from '../../parts/part-words.ts';
import type { Lane } from './lane.ts';
import { laneColour } from './lane-colours.ts';
import type { RunRecord } from './run-record.ts';

/** A lane as people see it. */
export interface ShownLane {
  readonly lane: Lane;
  readonly key: string;
  /** "rote LED". */
  readonly name: string;
  /** "GPIO 18", "Abstand". */
  readonly detail: string;
  /** As measured: `cm`; empty for a plain number. */
  readonly unit: string;
  /** CSS colour of its dot; `undefined`: the ink's. */
  readonly colour: string | undefined;
  /** What its levels mean: an output is on, a button is pressed while its pin is low. */
  readonly levels: 'output' | 'button' | 'switch' | 'input';
}

/** Units of the values that parts measure. */
export const unitOfValue: Readonly<Record<string, string>> = {
  distance: 'cm',
  angle: '°',
  power: '%',
  hertz: 'Hz',
  position: '%',
  brightness: '%',
  temperature: '°C',
  humidity: '%',
  pressure: 'hPa',
  tiltX: '°',
  tiltY: '°',
};

/** Parts whose pins the Pi listens to, and which are no button. */
const inputs: ReadonlySet<string> = new Set(['motion', 'input-pin', 'distance']);

/** Parts whose texts are words; those of the others are pictures in letters. */
const partsWithWords = ['lcd'];

/** The lanes of a run in the order of the wiring: pins, then values, then what happened, then variables. */
export function shownLanes(run: RunRecord, wiring: Wiring, options: { variables: boolean }): ShownLane[] {
  const shown: { order: number; lane: ShownLane }[] = [];
  for (const [key, lane] of run.lanes) {
    const place = placed(lane, wiring, options.variables);
    if (place && lane.count > 0) shown.push({ order: place.order, lane: { ...place.names, lane, key } });
  }
  return shown.sort((a, b) => a.order - b.order).map(({ lane }) => lane);
}

/** Whether a run has variables that could be shown. */
export function hasVariables(run: RunRecord): boolean {
  return [...run.lanes.values()].some(({ source, count }) => source.of === 'variable' && count > 0);
}

/** A lane's name with what tells it from others: "rote LED · GPIO 18". */
export function fullName({ name, detail }: ShownLane): string {
  return [name, detail].filter((text) => text !== '').join(' · ');
}

type Names = Omit<ShownLane, 'lane' | 'key'>;

function placed(lane: Lane, wiring: Wiring, variables: boolean): { order: number; names: Names } | null {
  const { source } = lane;
  const parts = wiring.parts;
  switch (source.of) {
    case 'pin': {
      const index = parts.findIndex(({ pins }) => Object.values(pins).includes(source.gpio));
      const part = parts[index];
      const gpio = `GPIO ${source.gpio}`;
      if (!part) return { order: 900 + source.gpio, names: named(gpio, '') };
      const pin = Object.keys(part.pins).find((name) => part.pins[name] === source.gpio) ?? '';
      const many = Object.keys(part.pins).length > 1;
      const detail = many ? `${partWord(pin)}, ${gpio}` : gpio;
      return { order: index, names: named(nameOf(part, wiring), detail, part, pin) };
    }
    case 'value': {
      const index = parts.findIndex(({ id }) => id === source.part);
      const part = parts[index];
      // What a part with one pin is, its pin shows.
      if (lane.kind === 'level' && part && Object.keys(part.pins).length === 1) return null;
      if (lane.kind === 'text' && part && !partsWithWords.includes(part.type)) return null;
      const unit = unitOfValue[source.value] ?? '';
      const name = part ? nameOf(part, wiring) : source.part;
      return { order: 1000 + index, names: { ...named(name, partWord(source.value), part), unit } };
    }
    case 'event': {
      const index = parts.findIndex(({ id }) => id === source.part);
      const part = parts[index];
      // Presses are the edges of a pin.
      if (part && Object.keys(part.pins).length === 1) return null;
      return {
        order: 2000 + index,
        names: named(part ? nameOf(part, wiring) : source.part, msg('Ereignisse'), part),
      };
    }
    case 'messages':
      return { order: 3000, names: named(msg('Nachrichten'), '') };
    case 'keys':
      return { order: 3001, names: named(msg('Tasten'), '') };
    case 'variable':
      return variables ? { order: 4000, names: named(source.name, msg('Variable')) } : null;
  }
}

function named(name: string, detail: string, part?: WiredPart, pin = ''): Names {
  const levels = part && inputs.has(part.type) ? 'input' : 'output';
  return {
    name,
    detail,
    unit: '',
    colour: part && laneColour(part, pin),
    levels: part?.type === 'button' || part?.type === 'switch' ? part.type : levels,
  };
}

/** As people call it; its id stands behind it where two are called alike. */
function nameOf(part: WiredPart, wiring: Wiring): string {
  const plain = (one: WiredPart) => partView(one.type)?.name(one) ?? one.id;
  const name = plain(part);
  const twin = wiring.parts.some((other) => other.id !== part.id && plain(other) === name);
  return twin ? `${name} (${part.id})` : name;
}
