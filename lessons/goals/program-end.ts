import type { TraceEvent } from '../../device/contract/trace.ts';

/** How a run stands: it goes on, the program came to its own end, or it was ended: by hand, by an error, from outside. */
export type Ending = 'running' | 'finished' | 'ended';

/** What of a trace is the program's own doing, and the world's. */
export interface OwnDoing {
  readonly events: readonly TraceEvent[];
  /** µs since the start; `undefined` while the program runs. */
  readonly endedAt: number | undefined;
  readonly ending: Ending;
  readonly failed: boolean;
}

/** A board with slow displays is safe after so many µs. */
const makingSafe = 100_000;
/** A light, a row of lights or a display without letters that is dark. */
const dark = /^[#0\s]*$/;
/** Commands that make an output quiet, whatever they are given. */
const quieting: ReadonlySet<string> = new Set(['off', 'stop', 'clear', 'toggle']);

/**
 * A trace up to the program's end. At that end every output goes to its safe state, which is told before the end is; a
 * light that goes off then was not switched off by the program.
 */
export function ownDoing(trace: readonly TraceEvent[]): OwnDoing {
  const endIndex = trace.findIndex(({ kind }) => kind === 'end' || kind === 'error');
  const end = trace[endIndex];
  if (!end) return { events: trace, endedAt: undefined, ending: 'running', failed: false };
  let first = endIndex;
  while (first > 0 && isState(trace[first - 1]!) && trace[first - 1]!.at > end.at - makingSafe) first -= 1;
  const before = trace[first - 1];
  const tail = trace.slice(first, endIndex);
  return {
    events: [...trace.slice(0, first), ...(before?.kind === 'command' ? commanded(before, tail) : [])],
    endedAt: end.at,
    ending: end.kind === 'end' && end.reason === 'finished' ? 'finished' : 'ended',
    failed: end.kind === 'error' || (end.kind === 'end' && end.reason === 'error'),
  };
}

function isState({ kind }: TraceEvent): boolean {
  return kind === 'pin' || kind === 'pwm' || kind === 'value';
}

/**
 * What the program's last command did of all that changed after it. A command that switches on changes its part at
 * once, so that the first change to off is the safe state's; one that switches off leaves the safe state nothing to do.
 */
function commanded(command: Extract<TraceEvent, { kind: 'command' }>, tail: readonly TraceEvent[]) {
  const quiets =
    quieting.has(command.command) || command.args?.[0] === 0 || command.args?.includes('#000000') === true;
  const ofOthers = tail.findIndex(
    (event, index) =>
      (event.kind === 'value' && event.part !== command.part) || (isQuiet(event) && !(quiets && index === 0)),
  );
  return ofOthers < 0 ? tail : tail.slice(0, ofOthers);
}

function isQuiet(event: TraceEvent): boolean {
  if (event.kind === 'pin') return event.level === 0;
  if (event.kind === 'pwm') return event.duty === 0;
  return event.kind === 'value' && (event.is === false || dark.test(String(event.is)));
}
