import type { TraceEvent } from '../../../device/contract/trace.ts';
import type { MockRun } from './mock-pins.ts';

/** What an output does from a moment on: the share of the time that it is high, and how often it pulses. */
export interface Step {
  /** Seconds after the start. */
  readonly at: number;
  readonly share: number;
  /** Only of what pulses. */
  readonly hertz?: number;
}

/** Changes that follow each other so closely are one, in seconds. */
const moment = 0.002;

/** The outputs of a run of the blocks, up to this second. */
export function stepsInTrace(trace: readonly TraceEvent[], gpio: number, seconds: number): Step[] {
  const steps: Step[] = [];
  let pulsing = false;
  for (const event of trace) {
    if (!('gpio' in event) || event.gpio !== gpio) continue;
    const at = event.at / 1e6;
    if (event.kind === 'pwm') {
      pulsing = event.duty > 0 && event.duty < 1;
      steps.push({ at, share: event.duty, ...(pulsing ? { hertz: event.hertz } : {}) });
    } else if (event.kind === 'pin' && !pulsing) steps.push({ at, share: event.level });
  }
  return settled(steps, seconds);
}

/** The outputs of a run of the Python, up to this second. */
export function stepsOnPins({ pins }: MockRun, gpio: number, seconds: number): Step[] {
  const steps = pins
    .filter(([, pin]) => pin === gpio)
    .map(([at, , share, hertz]): Step => {
      const pulses = share > 0 && share < 1 && hertz !== null;
      return { at, share, ...(pulses ? { hertz } : {}) };
    });
  return settled(steps, seconds);
}

/** What stays for a while and is another than before, beginning with the first that is not 0. */
function settled(steps: readonly Step[], seconds: number): Step[] {
  const lasting = steps.filter((step, index) => {
    const next = steps[index + 1];
    return step.at < seconds - 0.05 && (!next || next.at - step.at > moment);
  });
  const result: Step[] = [];
  for (const step of lasting) {
    const before: Step = result.at(-1) ?? { at: 0, share: 0 };
    const same = Math.abs(step.share - before.share) < 0.003 && near(step.hertz, before);
    if (!same) result.push(step);
  }
  return result;
}

function near(hertz: number | undefined, before: Step): boolean {
  return Math.abs((hertz ?? 0) - (before.hertz ?? 0)) < 0.5;
}
