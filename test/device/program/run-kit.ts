import type { TraceEvent } from '../../../device/contract/trace.ts';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { runInVirtualTime, type VirtualRun } from '../../../device/program/virtual-time.ts';

/** A start stack with this body. */
export function start(body: string): string {
  return `$on('start', {}, 'hat', function* () { ${body} });`;
}

/** A stack that runs when the button is pressed. */
export function pressed(body: string): string {
  return `$on('event', { part: 'button', event: 'pressed' }, 'hat', function* () { ${body} });`;
}

/** Runs on the CamJam EduKit for 10 s of virtual time, unless told otherwise. */
export function runKit(run: Partial<VirtualRun> & { source: string }): Promise<TraceEvent[]> {
  return runInVirtualTime({ wiring: camJamEduKit, duration: 10_000_000, ...run });
}

/** The lines that a program printed. */
export function prints(trace: readonly TraceEvent[]): string[] {
  return trace.flatMap((event) => (event.kind === 'print' ? [event.text] : []));
}

/** The reason of the end, and the code of the error before it if there was one. */
export function ending(trace: readonly TraceEvent[]): string {
  const error = trace.find((event) => event.kind === 'error');
  const end = trace.at(-1);
  return error ? error.problem.code : end?.kind === 'end' ? end.reason : 'no end';
}
