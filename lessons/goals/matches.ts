import type { PartValue } from '../../device/parts/driver.ts';
import type { Condition } from './goal-schema.ts';
import type { FoundSignal } from './signals.ts';

/** What a signal has to be. */
export type Matcher = Condition[string];

/** Binary fractions must not make a difference. */
const hair = 1e-6;

/** Whether a value is as it should be. A number is on when it is not 0; texts are compared without capitals. */
export function matches(
  { part, signal }: Pick<FoundSignal, 'part' | 'signal'>,
  is: PartValue,
  matcher: Matcher,
): boolean {
  if (typeof matcher === 'object') return typeof is === 'number' && isWithin(is, matcher);
  if (signal.type === 'text') {
    return part.type === 'lcd'
      ? holdsText(String(is), String(matcher))
      : sameText(String(is), String(matcher));
  }
  const wanted = matcher === 'on' ? true : matcher === 'off' ? false : matcher;
  if (typeof wanted === 'boolean') return (is !== false && is !== 0) === wanted;
  return typeof wanted === 'number' && typeof is === 'number' && Math.abs(is - wanted) <= hair;
}

/** Whether a matcher can ever tell something of a signal: a text says nothing of a number, an empty range fits all. */
export function suits({ signal }: Pick<FoundSignal, 'signal'>, matcher: Matcher): boolean {
  if (typeof matcher === 'object') {
    return signal.type === 'number' && (matcher.min !== undefined || matcher.max !== undefined);
  }
  if (signal.type === 'text') return typeof matcher === 'string';
  if (typeof matcher === 'number') return signal.type === 'number';
  return typeof matcher === 'boolean' || matcher === 'on' || matcher === 'off';
}

/** Whether a number lies in a range, its ends included. */
export function isWithin(
  is: number,
  { min, max }: { min?: number | undefined; max?: number | undefined },
): boolean {
  return (min === undefined || is >= min - hair) && (max === undefined || is <= max + hair);
}

/** Whether two values of a signal are the same for a person. */
export function sameValue(one: PartValue, other: PartValue, tolerance = 0): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= tolerance + hair;
  return sameText(String(one), String(other));
}

function sameText(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Whether a display with lines of letters shows this text, however many spaces are around. */
function holdsText(shown: string, text: string): boolean {
  const words = (one: string) => one.toLowerCase().replace(/\s+/g, ' ').trim();
  return words(shown).includes(words(text));
}
