import type { Condition, GoalCheck, Moment } from './goal-schema.ts';
import type { Matcher } from './matches.ts';

/** The signals that a goal asks for: `red`, `radar.distance`. Each has to be wired; see `knowsSignal`. */
export function goalSignals(check: GoalCheck): string[] {
  return [...new Set(simple(check).flatMap(signalsOf))];
}

/** What a goal asks its signals to be, one by one. */
export function goalMatchers(check: GoalCheck): { readonly signal: string; readonly matcher: Matcher }[] {
  return simple(check)
    .flatMap(conditionsOf)
    .flatMap((condition) => Object.entries(condition).map(([signal, matcher]) => ({ signal, matcher })));
}

/** The events of parts that a goal waits for: `button.pressed`. Each has to be wired; see `knowsEvent`. */
export function goalEvents(check: GoalCheck): string[] {
  return simple(check).flatMap((one) =>
    one.kind === 'reaction' && 'event' in one.when ? [one.when.event] : [],
  );
}

/** The ids of the parts that a moment is about. */
export function momentParts(moment: Moment): string[] {
  if ('event' in moment) return [moment.event.split('.')[0]!];
  return 'becomes' in moment ? Object.keys(moment.becomes).map((name) => name.split('.')[0]!) : [];
}

/** The block types that a goal names. */
export function goalBlocks(check: GoalCheck): string[] {
  return simple(check).flatMap((one) => (one.kind === 'uses' ? [...one.blocks, ...(one.in ?? [])] : []));
}

type Simple = Exclude<GoalCheck, { of: unknown }>;

function simple(check: GoalCheck): Simple[] {
  return 'of' in check ? check.of.flatMap(simple) : [check];
}

function conditionsOf(check: Simple): Condition[] {
  switch (check.kind) {
    case 'pulses':
      return check.during ? [check.during] : [];
    case 'sequence':
      return check.states.map(({ is }) => is);
    case 'reaction':
      return 'becomes' in check.when ? [check.when.becomes, check.then] : [check.then];
    case 'while':
      return [check.when, check.then];
    case 'never':
    case 'reached':
      return [check.is];
    default:
      return [];
  }
}

function signalsOf(check: Simple): string[] {
  const names = conditionsOf(check).flatMap((condition) => Object.keys(condition));
  switch (check.kind) {
    case 'pulses':
      return [check.part, ...names];
    case 'ramp':
    case 'series':
    case 'variety':
      return [check.signal];
    case 'follows':
      return [check.signal, check.source];
    case 'prints':
      return check.near === undefined ? [] : [check.near];
    default:
      return names;
  }
}
