import type { TraceEvent } from '../../device/contract/trace.ts';
import type { PartValue } from '../../device/parts/driver.ts';

/** What is told of a part: its trace events, and its pins by name with the share of the time that they are high. */
export type PartEvent =
  | Extract<TraceEvent, { kind: 'value' | 'command' | 'event' }>
  | { readonly kind: 'level'; readonly at: number; readonly pin: string; readonly duty: number };

/** How one value of a part is known from its trace. */
export interface PartSignal {
  readonly type: 'boolean' | 'number' | 'text';
  /** Set by the world or by a hand, not by the program. */
  readonly input?: true;
  /** How far a sensor's numbers stray while nothing moves. */
  readonly stray?: number;
  /** At the program's start; `undefined` when only an event tells. `opposite`: the other one of the first event. */
  readonly start?: PartValue | 'opposite';
  /** The value after an event; `undefined` when it says nothing of it. */
  follow(event: PartEvent): PartValue | undefined;
}

/** An output pin that is on or off. */
const output = (pin: string): PartSignal => ({
  type: 'boolean',
  start: false,
  follow: (event) => (event.kind === 'level' && event.pin === pin ? event.duty > 0 : undefined),
});
/** How strongly an output is on, in whole percent. */
const strength = (pin: string): PartSignal => ({
  type: 'number',
  start: 0,
  follow: (event) => (event.kind === 'level' && event.pin === pin ? Math.round(event.duty * 100) : undefined),
});
/** A contact: its events, and its pin, whose level is still told when events are lost. */
const contact = (yes: string, no: string, level: 0 | 1): PartSignal => ({
  type: 'boolean',
  input: true,
  start: 'opposite',
  follow(event) {
    if (event.kind === 'level') return event.pin === 'signal' ? event.duty === level : undefined;
    if (event.kind !== 'event') return undefined;
    if (event.event === yes) return true;
    return event.event === no ? false : undefined;
  },
});
const measured = (value: string, stray = 1): PartSignal => ({
  type: 'number',
  input: true,
  stray,
  follow: (event) => (event.kind === 'value' && event.value === value ? event.is : undefined),
});
/** What can be said of the value that a display or an output tells. */
const told = <Type extends PartSignal['type']>(
  type: Type,
  value: string,
  start: PartValue,
  make: (text: string) => PartValue = (text) => text,
): PartSignal => ({
  type,
  start,
  follow: (event) =>
    event.kind === 'value' && event.value === value ? make(String(event.is).toLowerCase()) : undefined,
});
/** A number that commands set, and that is told at most 20 times a second beside. */
const commanded = (value: string, set: string, still: string, min: number, max: number): PartSignal => ({
  type: 'number',
  start: 0,
  follow(event) {
    if (event.kind === 'value') return event.value === value ? event.is : undefined;
    if (event.kind !== 'command') return undefined;
    if (event.command === still) return 0;
    return event.command === set ? within(event.args?.[0], min, max) : undefined;
  },
});
const isSet = (signal: PartSignal): PartSignal => ({
  type: 'boolean',
  start: false,
  follow(event) {
    const is = signal.follow(event);
    return is === undefined ? undefined : is !== 0;
  },
});

const hertz = commanded('hertz', 'tone', 'off', 20, 5000);
const power = commanded('power', 'run', 'stop', -100, 100);

/** The colours of a strip or a matrix of lights. */
const lights = {
  on: told('boolean', 'picture', false, (picture) => /[1-9a-f]/.test(picture)),
  picture: told('text', 'picture', ''),
  /** How many shine. */
  lit: told('number', 'picture', 0, (picture) => litPlaces(picture).length),
  /** The place of the only one that shines, counted from 1; 0 when none or several do. */
  place: told('number', 'picture', 0, (picture) => {
    const places = litPlaces(picture);
    return places.length === 1 ? places[0]! : 0;
  }),
  /** How many different colours shine. */
  colours: told(
    'number',
    'picture',
    0,
    (picture) => new Set(litPlaces(picture).map((place) => picture.slice(6 * place - 6, 6 * place))).size,
  ),
};

/**
 * What can be asked of each type of part. `on` is what the part's name alone means. A goal's checker is loaded by the
 * page, which the definitions in `device/parts/` would double; a test holds this table against them.
 */
const signals: Readonly<Record<string, Readonly<Record<string, PartSignal>>>> = {
  led: { on: output('anode'), brightness: strength('anode') },
  'rgb-led': {
    on: told('boolean', 'colour', false, (colour) => colour !== '#000000'),
    colour: told('text', 'colour', '#000000'),
  },
  button: alone('pressed', contact('pressed', 'released', 0)),
  switch: alone('closed', contact('closed', 'opened', 0)),
  motion: alone('motion', contact('moved', 'still', 1)),
  'input-pin': alone('high', contact('high', 'low', 1)),
  buzzer: { on: output('signal') },
  'output-pin': { on: output('signal'), brightness: strength('signal') },
  speaker: { on: isSet(hertz), hertz },
  motor: { on: isSet(power), power },
  servo: {
    on: output('signal'),
    /** Where it was told to turn to; it takes 0.17 s for 60°. */
    angle: {
      type: 'number',
      // Where it stood before, nobody knows.
      start: Number.NaN,
      follow: (event) =>
        event.kind === 'command' && event.command === 'turn' ? within(event.args?.[0], 0, 180) : undefined,
    },
  },
  distance: { distance: measured('distance') },
  potentiometer: { position: measured('position') },
  light: { brightness: measured('brightness') },
  climate: {
    temperature: measured('temperature', 0.2),
    humidity: measured('humidity'),
    pressure: measured('pressure'),
  },
  strip: lights,
  'sense-hat': {
    ...lights,
    temperature: measured('temperature', 0.2),
    humidity: measured('humidity'),
    pressure: measured('pressure'),
    tiltX: measured('tiltX', 2),
    tiltY: measured('tiltY', 2),
  },
  lcd: {
    on: told('boolean', 'picture', false, (picture) => picture.trim() !== ''),
    picture: told('text', 'picture', ''),
  },
  oled: {
    on: told('boolean', 'picture', false, (picture) => /[^a=]/.test(picture)),
    picture: told('text', 'picture', ''),
  },
};

/** The events that a part of a type tells, which a goal may wait for. */
const events: Readonly<Record<string, readonly string[]>> = {
  button: ['pressed', 'released'],
  switch: ['closed', 'opened'],
  motion: ['moved', 'still'],
  'input-pin': ['high', 'low'],
  distance: ['near', 'far'],
  potentiometer: ['turned'],
  light: ['lighter', 'darker'],
  'sense-hat': ['up', 'down', 'left', 'right', 'pressed'],
};

/** How a value of a part of this type is known; `undefined` when it has none of that name. */
export function partSignal(type: string, value = 'on'): PartSignal | undefined {
  const known = Object.hasOwn(signals, type) ? signals[type] : undefined;
  return known && Object.hasOwn(known, value) ? known[value] : undefined;
}

/** The names of what can be asked of a part of this type. */
export function partSignalNames(type: string): string[] {
  return Object.keys(Object.hasOwn(signals, type) ? signals[type]! : {});
}

/** The events of a part of this type. */
export function partEvents(type: string): readonly string[] {
  return (Object.hasOwn(events, type) ? events[type] : undefined) ?? [];
}

function alone(name: string, signal: PartSignal): Record<string, PartSignal> {
  return { on: signal, [name]: signal };
}

function within(given: unknown, min: number, max: number): number | undefined {
  return typeof given === 'number' ? Math.min(max, Math.max(min, given)) : undefined;
}

/** The places of the lights that shine, from 1. */
function litPlaces(picture: string): number[] {
  const places: number[] = [];
  for (let place = 1; 6 * place <= picture.length; place++) {
    if (picture.slice(6 * place - 6, 6 * place) !== '000000') places.push(place);
  }
  return places;
}
