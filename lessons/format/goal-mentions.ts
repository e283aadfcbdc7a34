import type { Condition, GoalCheck, Moment } from '../goals/goal-schema.ts';

/** Something of the wiring or of the language that a goal names, and where in its check. */
export interface Mention {
  readonly kind: 'signal' | 'event' | 'block';
  readonly name: string;
  readonly path: readonly PropertyKey[];
}

/** Everything that a goal names. */
export function goalMentions(check: GoalCheck, path: readonly PropertyKey[] = []): Mention[] {
  const signal = (name: string, ...at: PropertyKey[]): Mention => ({
    kind: 'signal',
    name,
    path: [...path, ...at],
  });
  const condition = (of: Condition | undefined, ...at: PropertyKey[]) =>
    Object.keys(of ?? {}).map((name) => signal(name, ...at, name));
  const blocks = (names: readonly string[] | undefined, at: string) =>
    (names ?? []).map((name, index): Mention => ({ kind: 'block', name, path: [...path, at, index] }));
  switch (check.kind) {
    case 'all':
    case 'any':
    case 'threshold':
      return check.of.flatMap((one, index) => goalMentions(one, [...path, 'of', index]));
    case 'pulses':
      return [signal(check.part, 'part'), ...condition(check.during, 'during')];
    case 'sequence':
      return check.states.flatMap((state, index) => condition(state.is, 'states', index, 'is'));
    case 'reaction':
      return [...momentMentions(check.when, [...path, 'when']), ...condition(check.then, 'then')];
    case 'while':
      return [...condition(check.when, 'when'), ...condition(check.then, 'then')];
    case 'never':
    case 'reached':
      return condition(check.is, 'is');
    case 'ramp':
    case 'series':
    case 'variety':
      return [signal(check.signal, 'signal')];
    case 'follows':
      return [signal(check.signal, 'signal'), signal(check.source, 'source')];
    case 'prints':
      return check.near === undefined ? [] : [signal(check.near, 'near')];
    case 'uses':
      return [...blocks(check.blocks, 'blocks'), ...blocks(check.in, 'in')];
    case 'sends':
    case 'receives':
    case 'blocks':
      return [];
  }
}

function momentMentions(moment: Moment, path: readonly PropertyKey[]): Mention[] {
  if ('event' in moment) return [{ kind: 'event', name: moment.event, path: [...path, 'event'] }];
  if (!('becomes' in moment)) return [];
  return Object.keys(moment.becomes).map((name) => ({
    kind: 'signal',
    name,
    path: [...path, 'becomes', name],
  }));
}
