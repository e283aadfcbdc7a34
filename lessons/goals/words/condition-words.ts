import type { Wiring } from '../../../device/contract/wiring.ts';
import type { Condition, Moment } from '../goal-schema.ts';
import type { Matcher } from '../matches.ts';
import { findSignal, split } from '../signals.ts';
import { partName } from './part-names.ts';
import { type Both, list, same } from './say.ts';
import { valueName, valueText } from './value-words.ts';

/** What it is called when a part is on, and when it is off. */
const states: Readonly<Record<string, readonly [yes: Both, no: Both]>> = {
  button: [
    { de: 'gedrückt', en: 'pressed' },
    { de: 'nicht gedrückt', en: 'not pressed' },
  ],
  switch: [
    { de: 'geschlossen', en: 'closed' },
    { de: 'offen', en: 'open' },
  ],
  motion: [
    { de: 'meldet Bewegung', en: 'sees motion' },
    { de: 'meldet keine Bewegung', en: 'sees no motion' },
  ],
  'input-pin': [
    { de: 'auf HIGH', en: 'high' },
    { de: 'auf LOW', en: 'low' },
  ],
};
const onAndOff: readonly [Both, Both] = [
  { de: 'an', en: 'on' },
  { de: 'aus', en: 'off' },
];

const and: Both = { de: 'und', en: 'and' };

/** A condition in words: "rote LED an und Abstand höchstens 20 cm". */
export function conditionWords(condition: Condition, wiring: Wiring): Both {
  return list(
    Object.entries(condition).map(([name, matcher]) => signalWords(name, matcher, wiring)),
    and,
  );
}

/** What a signal's number is called: "der Abstand", with its part where several have it. */
export function signalName(name: string, wiring: Wiring): Both {
  const { part: id } = split(name);
  const found = findSignal(name, wiring);
  const part = partName(id, wiring);
  if (!found || found.signal.type === 'boolean') return part;
  const value = valueName(found.value);
  const alone = wiring.parts.filter((one) => findSignal(`${one.id}.${found.value}`, wiring)).length === 1;
  return alone ? value : { de: `${value.de} (${bare(part.de)})`, en: `${value.en} (${bare(part.en)})` };
}

function signalWords(name: string, matcher: Matcher, wiring: Wiring): Both {
  const found = findSignal(name, wiring);
  const { part: id } = split(name);
  if (
    !found ||
    found.signal.type === 'boolean' ||
    matcher === 'on' ||
    matcher === 'off' ||
    typeof matcher === 'boolean'
  ) {
    const [yes, no] = states[found?.part.type ?? ''] ?? onAndOff;
    const state = matcher === 'on' || matcher === true ? yes : no;
    const part = partName(id, wiring);
    return { de: `${bare(part.de)} ${state.de}`, en: `${bare(part.en)} ${state.en}` };
  }
  const subject = signalName(name, wiring);
  const is = matcherWords(found.value, matcher);
  return { de: `${bare(subject.de)} ${is.de}`, en: `${bare(subject.en)} ${is.en}` };
}

function matcherWords(value: string, matcher: Exclude<Matcher, boolean>): Both {
  if (typeof matcher === 'number') {
    const is = valueText(value, matcher);
    return { de: `genau ${is.de}`, en: `exactly ${is.en}` };
  }
  if (typeof matcher !== 'object') return valueText(value, matcher);
  const { min, max } = matcher;
  if (min !== undefined && max !== undefined) {
    const low = valueText(value, min);
    const high = valueText(value, max);
    return { de: `zwischen ${low.de} und ${high.de}`, en: `between ${low.en} and ${high.en}` };
  }
  if (min !== undefined) {
    const low = valueText(value, min);
    return { de: `mindestens ${low.de}`, en: `at least ${low.en}` };
  }
  if (max !== undefined) {
    const high = valueText(value, max);
    return { de: `höchstens ${high.de}`, en: `at most ${high.en}` };
  }
  return same('');
}

/** What pupils do for an event of a part: "den Taster noch nicht gedrückt". */
const deeds: Readonly<Record<string, readonly [de: string, en: string]>> = {
  'button.pressed': ['%den noch nicht gedrückt', 'pressed %the'],
  'button.released': ['%den noch nicht losgelassen', 'let go of %the'],
  'switch.closed': ['%den noch nicht geschlossen', 'closed %the'],
  'switch.opened': ['%den noch nicht geöffnet', 'opened %the'],
  'motion.moved': ['dich noch nicht vor dem Bewegungsmelder bewegt', 'moved in front of %the'],
  'motion.still': [
    'noch nicht gewartet, bis es vor dem Bewegungsmelder still ist',
    'waited until %the sees no motion',
  ],
  'distance.near': ['die Hand noch nicht nah an %den gehalten', 'held your hand close to %the'],
  'distance.far': ['die Hand noch nicht wieder weggenommen', 'taken your hand away again'],
  'potentiometer.turned': ['%den noch nicht gedreht', 'turned %the'],
  'light.lighter': ['es am Lichtsensor noch nicht heller gemacht', 'made it lighter at %the'],
  'light.darker': ['es am Lichtsensor noch nicht dunkler gemacht', 'made it darker at %the'],
  'input-pin.high': ['%den noch nicht auf HIGH gelegt', 'put %the on high'],
  'input-pin.low': ['%den noch nicht auf LOW gelegt', 'put %the on low'],
  'sense-hat.pressed': ['den Joystick noch nicht gedrückt', 'pressed the joystick'],
  'sense-hat.up': ['den Joystick noch nicht nach oben gedrückt', 'pushed the joystick up'],
  'sense-hat.down': ['den Joystick noch nicht nach unten gedrückt', 'pushed the joystick down'],
  'sense-hat.left': ['den Joystick noch nicht nach links gedrückt', 'pushed the joystick to the left'],
  'sense-hat.right': ['den Joystick noch nicht nach rechts gedrückt', 'pushed the joystick to the right'],
};

/** Behind "Du hast" and "You have not yet": what a pupil does so that the event comes. */
export function deedWords(event: string, wiring: Wiring): Both {
  const { part: id, rest = '' } = split(event);
  const name = partName(id, wiring);
  const type = wiring.parts.find((one) => one.id === id)?.type ?? '';
  const [de, en] = deeds[`${type}.${rest}`] ?? ['%den noch nicht benutzt', 'used %the'];
  return { de: de.replace('%den', name.deWhom), en: en.replace('%the', name.en) };
}

/** A moment as the reason of a reaction: "Nach „Taster gedrückt“". */
export function momentWords(moment: Moment, wiring: Wiring): Both {
  if ('event' in moment) {
    const { part: id, rest = '' } = split(moment.event);
    const name = partName(id, wiring);
    const said = eventNames[rest] ?? same(rest);
    return { de: `${bare(name.de)} ${said.de}`, en: `${bare(name.en)} ${said.en}` };
  }
  if ('key' in moment) return { de: `Taste ${keyName(moment.key).de}`, en: `key ${keyName(moment.key).en}` };
  if ('becomes' in moment) return conditionWords(moment.becomes, wiring);
  const name = 'received' in moment ? moment.received : 'sent' in moment ? moment.sent : moment.message;
  return { de: `Nachricht ‚${name}‘`, en: `message ‘${name}’` };
}

const eventNames: Readonly<Record<string, Both>> = {
  pressed: { de: 'gedrückt', en: 'pressed' },
  released: { de: 'losgelassen', en: 'let go' },
  closed: { de: 'geschlossen', en: 'closed' },
  opened: { de: 'geöffnet', en: 'opened' },
  moved: { de: 'meldet Bewegung', en: 'sees motion' },
  still: { de: 'meldet Ruhe', en: 'sees no motion' },
  near: { de: 'meldet etwas Nahes', en: 'sees something near' },
  far: { de: 'meldet freie Bahn', en: 'sees nothing near' },
  turned: { de: 'gedreht', en: 'turned' },
  lighter: { de: 'meldet mehr Licht', en: 'sees more light' },
  darker: { de: 'meldet weniger Licht', en: 'sees less light' },
  high: { de: 'auf HIGH', en: 'high' },
  low: { de: 'auf LOW', en: 'low' },
  up: { de: 'nach oben', en: 'up' },
  down: { de: 'nach unten', en: 'down' },
  left: { de: 'nach links', en: 'left' },
  right: { de: 'nach rechts', en: 'right' },
};

const keyNames: Readonly<Record<string, Both>> = {
  space: { de: 'Leertaste', en: 'space' },
  up: { de: 'Pfeil hoch', en: 'up' },
  down: { de: 'Pfeil runter', en: 'down' },
  left: { de: 'Pfeil links', en: 'left' },
  right: { de: 'Pfeil rechts', en: 'right' },
};

/** A key by the name on it. */
export function keyName(key: string): Both {
  return (Object.hasOwn(keyNames, key) && keyNames[key]) || same(key.toUpperCase());
}

/** Without its article. */
function bare(name: string): string {
  return name.replace(/^(der|die|das|the) /, '');
}
