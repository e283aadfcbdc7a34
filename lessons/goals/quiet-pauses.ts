import { stateKey, type TraceEvent } from '../../device/contract/trace.ts';
import type { Wiring } from '../../device/contract/wiring.ts';

/** Types of parts that are made still while a program stands still (`PartDefinition.quietWhilePaused`). */
export const quietTypes: ReadonlySet<string> = new Set(['buzzer', 'motor', 'speaker']);

/**
 * A run as if it had never stood still: a part that was silenced for a pause and goes on afterwards as before has not
 * been switched off. What a step tells it meanwhile, it does when the program goes on.
 */
export function withoutQuietPauses(events: readonly TraceEvent[], wiring: Wiring): readonly TraceEvent[] {
  if (!events.some(({ kind }) => kind === 'paused')) return events;
  const parts = wiring.parts.filter(({ type }) => quietTypes.has(type));
  const ids = new Set(parts.map(({ id }) => id));
  const gpios = new Set(parts.flatMap(({ pins }) => Object.values(pins)));
  const isQuiet = (event: TraceEvent): boolean => {
    if (event.kind === 'pin' || event.kind === 'pwm') return gpios.has(event.gpio);
    return event.kind === 'value' && ids.has(event.part);
  };
  /** By what they tell the state of: the last events outside of pauses. */
  const before = new Map<string, TraceEvent>();
  let held: Map<string, TraceEvent> | undefined;
  const lived: TraceEvent[] = [];
  const release = () => {
    for (const [key, event] of held ?? []) {
      const known = before.get(key);
      before.set(key, event);
      if (!known || !sameState(known, event)) lived.push(event);
    }
    held = undefined;
  };
  for (const event of events) {
    if (event.kind === 'paused') held ??= new Map();
    else if (event.kind === 'resumed' || event.kind === 'end') release();
    const key = isQuiet(event) ? stateKey(event) : undefined;
    if (key === undefined) lived.push(event);
    else if (held) {
      // Deleted first, so that they keep the order in which they were told last.
      held.delete(key);
      held.set(key, event);
    } else {
      before.set(key, event);
      lived.push(event);
    }
  }
  release();
  return lived;
}

function sameState(one: TraceEvent, other: TraceEvent): boolean {
  return JSON.stringify({ ...one, at: 0 }) === JSON.stringify({ ...other, at: 0 });
}
