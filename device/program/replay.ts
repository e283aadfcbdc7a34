import type { TraceEvent } from '../contract/trace.ts';
import type { WiredPart, Wiring } from '../contract/wiring.ts';
import { checkWiring } from '../parts/check-wiring.ts';
import type { InputDefinition, PartDefinition, PartOptions } from '../parts/part.ts';
import type { VirtualInput, VirtualKey, VirtualMessage } from './virtual-time.ts';

/**
 * What hands and the world did in a recorded run, to be done again on a simulated board. Actions are known by the
 * events that they bring about, measured values by what was told of them; what was pressed or closed before the run
 * began is not in its trace. Levels of pins are not needed: whatever a part notices, it tells as an event.
 *
 * @returns in the order of time.
 * @throws ProblemError for a wiring that no board could set up.
 */
export function replayInputs(trace: readonly TraceEvent[], wiring: Wiring): VirtualInput[] {
  const inputs = checkWiring(wiring).flatMap(({ wired, definition, options }) =>
    partInputs(trace, wired, definition, options),
  );
  return inputs.sort((one, other) => one.at - other.at);
}

/** The keys that were pressed in a recorded run, in the order of time. */
export function replayKeys(trace: readonly TraceEvent[]): VirtualKey[] {
  return trace.flatMap((event) => (event.kind === 'key' ? [{ at: event.at, key: event.key }] : []));
}

/** The messages that came from other Pis in a recorded run, in the order of time. */
export function replayMessages(trace: readonly TraceEvent[]): VirtualMessage[] {
  return trace.flatMap((event) => {
    if (event.kind !== 'received') return [];
    const { kind: _, ...message } = event;
    return [message];
  });
}

function partInputs(
  trace: readonly TraceEvent[],
  { id: part }: WiredPart,
  { inputs }: PartDefinition,
  options: PartOptions,
): VirtualInput[] {
  return Object.entries(inputs).flatMap(([input, definition]) =>
    definition.type === 'number'
      ? measuredTimes(trace, part, definition.value).map(({ at, is }) => ({ at, part, input, value: is }))
      : actionTimes(trace, part, definition, options).map((at) => ({ at, part, input })),
  );
}

function measuredTimes(trace: readonly TraceEvent[], part: string, value: string) {
  return trace.flatMap((event) =>
    event.kind === 'value' && event.part === part && event.value === value && typeof event.is === 'number'
      ? [{ at: event.at, is: event.is }]
      : [],
  );
}

function actionTimes(
  trace: readonly TraceEvent[],
  part: string,
  { event, lasts }: Extract<InputDefinition, { type: 'action' }>,
  options: PartOptions,
): number[] {
  const begun = eventTimes(trace, part, event);
  if (!lasts) return begun;
  const hold = lasts.seconds(options) * 1e6;
  const over = eventTimes(trace, part, lasts.until);
  const end = trace.at(-1)?.at ?? 0;
  return begun.flatMap((at) => repeats(at, (over.find((time) => time > at) ?? end + hold) - hold, hold));
}

/** From the first time to the last, so close that what wears off after `hold` does not wear off in between. */
function repeats(first: number, last: number, hold: number): number[] {
  if (last <= first) return [first];
  const steps = Math.floor((last - first) / hold) + 1;
  return Array.from({ length: steps + 1 }, (_, step) => Math.round(first + ((last - first) * step) / steps));
}

function eventTimes(trace: readonly TraceEvent[], part: string, name: string): number[] {
  return trace.flatMap((event) =>
    event.kind === 'event' && event.part === part && event.event === name ? [event.at] : [],
  );
}
