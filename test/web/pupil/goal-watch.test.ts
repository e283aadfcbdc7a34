import { beforeEach, describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';
import { runInVirtualTime } from '../../../device/program/virtual-time.ts';
import { checkGoals } from '../../../lessons/goals/check-goal.ts';
import type { GoalCheck } from '../../../lessons/goals/goal-schema.ts';
import { GoalWatch, type Judge } from '../../../web/pupil/goal-watch.ts';
import { chain, programOf, type SavedBlock, start } from '../../lessons/blocks/workspace.ts';

const second = 1_000_000;
const goals: Record<string, GoalCheck> = {
  blinks: { kind: 'pulses', part: 'red', times: 3, on: { min: 0.2 }, off: { min: 0.2 } },
  stays: { kind: 'reached', is: { red: 'on' }, for: { min: 3 } },
  loop: { kind: 'uses', blocks: ['steckbrett_led_set'], in: ['steckbrett_forever'] },
};

const led = (state: 'on' | 'off'): SavedBlock => ({
  type: 'steckbrett_led_set',
  fields: { PART: 'red', STATE: state },
});
const wait = (seconds: number): SavedBlock => ({
  type: 'steckbrett_wait',
  inputs: { SECONDS: { shadow: { type: 'math_number', fields: { NUM: seconds } } } },
});
const forever = (...blocks: SavedBlock[]): SavedBlock => ({
  type: 'steckbrett_forever',
  inputs: { DO: { block: chain(...blocks) } },
});

const blinking = [start(forever(led('on'), wait(0.5), led('off'), wait(0.5)))];
const shining = [start(led('on'), wait(60))];
const work = (blocks: SavedBlock[]) => ({ blocks: { languageVersion: 0, blocks } });

/** The real trace of a program that runs for so long and is then stopped. */
async function traceOf(blocks: SavedBlock[], seconds: number): Promise<TraceEvent[]> {
  return runInVirtualTime({
    source: await programOf(blocks),
    wiring: camJamEduKit,
    duration: seconds * second,
  });
}

/** A page that hears traces, with a clock of its own. */
class Page {
  readonly clock = new VirtualClock();
  readonly reached: string[] = [];
  state: 'running' | 'deaf' | 'over' = 'over';
  judge: () => Promise<Judge> = async () => checkGoals;
  present: SavedBlock[] = [];
  readonly watch = new GoalWatch({
    judge: () => this.judge(),
    clock: {
      now: () => this.clock.now() / 1000,
      after: (ms, callback) => this.clock.after(ms * 1000, callback),
    },
    state: () => this.state,
    work: () => ({ blocks: work(this.present), wiring: camJamEduKit }),
    reached: (ids) => {
      this.reached.push(...ids);
      this.watch.goals = Object.fromEntries(
        Object.entries(goals).filter(([id]) => !this.reached.includes(id)),
      );
    },
    changed: () => {},
  });

  constructor() {
    this.watch.goals = goals;
  }

  /** Hears a trace as it happens, in batches of 50 ms, up to so many seconds after its start. */
  async hear(runId: string, trace: readonly TraceEvent[], seconds = Number.POSITIVE_INFINITY): Promise<void> {
    const began = this.clock.now();
    let sequence = 0;
    for (let index = 0; index < trace.length; ) {
      const at = trace[index]!.at;
      if (at > seconds * second) break;
      const events = trace.slice(index).filter((event) => event.at < at + 50_000);
      index += events.length;
      await this.pass((began + events.at(-1)!.at - this.clock.now()) / second);
      this.state = events.some(({ kind }) => kind === 'end') ? 'over' : 'running';
      this.watch.hear('virtual', { runId, sequence: sequence++, events });
    }
    await this.pass(0);
  }

  /** Lets time pass in small steps, and what waits for promises happen. */
  async pass(seconds: number): Promise<void> {
    for (let left = seconds * second; left > 0; left -= 100_000) {
      this.clock.advance(Math.min(100_000, left));
      await new Promise(setImmediate);
    }
    await new Promise(setImmediate);
  }
}

describe('goals while a program runs', () => {
  let page: Page;
  beforeEach(() => {
    page = new Page();
  });

  it('are quiet before a run', () => {
    expect(page.watch.notYet.size).toBe(0);
  });

  it('are reached while it still runs, as soon as it has done enough', async () => {
    page.watch.expect('virtual', work(blinking), camJamEduKit);
    const trace = await traceOf(blinking, 10);
    await page.hear('run-1', trace, 1.8);
    await page.pass(0.5);
    expect(page.reached).toEqual(['loop']);
    expect(page.watch.notYet.get('blinks')?.reason).toBe('too-few');
    await page.hear('run-2', trace, 4);
    expect(page.reached).toEqual(['loop', 'blinks']);
    expect([...page.watch.notYet.keys()]).toEqual(['stays']);
  });

  it('say nothing of what had no time to happen yet', async () => {
    const trace = await traceOf(shining, 1);
    await page.hear('run-1', trace, 0.5);
    await page.pass(0.8);
    expect(page.watch.notYet.size).toBe(0);
    await page.pass(2);
    expect(page.watch.notYet.has('blinks')).toBe(true);
  });

  it('say what was seen when it has ended', async () => {
    const trace = await traceOf([start(led('on'), wait(1))], 5);
    await page.hear('run-1', trace);
    expect(page.reached).toEqual([]);
    expect(page.watch.notYet.get('blinks')?.reason).toBe('never-off');
    expect(page.watch.notYet.get('loop')?.reason).toBe('block-missing');
  });

  it('are reached by a light that stays on, though nothing more happens', async () => {
    const trace = await traceOf(shining, 1);
    await page.hear('run-1', trace, 0.5);
    await page.pass(2);
    expect(page.reached).toEqual([]);
    await page.pass(2);
    expect(page.reached).toEqual(['stays']);
  });

  it('are not reached by silence while the page hears nothing of the Pi', async () => {
    const trace = await traceOf(shining, 1);
    await page.hear('run-1', trace, 0.5);
    page.state = 'deaf';
    await page.pass(20);
    expect(page.reached).toEqual([]);
  });

  it('are not reached while the page sleeps', async () => {
    const trace = await traceOf(shining, 1);
    await page.hear('run-1', trace, 0.5);
    // All timers of a minute fire at its end, as in a laptop that was shut.
    const asleep = page.clock.now;
    page.clock.now = () => asleep.call(page.clock) + 60 * second;
    await page.pass(0.6);
    expect(page.reached).toEqual([]);
  });

  it('are judged by the blocks as they were when it began', async () => {
    const trace = await traceOf(shining, 2);
    page.watch.expect('virtual', work(shining), camJamEduKit);
    page.present = blinking;
    await page.hear('run-1', trace);
    expect(page.reached).toEqual([]);
    expect(page.watch.notYet.get('loop')?.reason).toBe('block-missing');
  });

  it('are judged by the present work when another page began it', async () => {
    page.present = blinking;
    await page.hear('run-1', await traceOf(blinking, 1));
    expect(page.reached).toEqual(['loop']);
  });

  it('are not asked for again once they are reached', async () => {
    await page.hear('run-1', await traceOf(shining, 4));
    expect(page.reached).toEqual(['stays']);
    await page.hear('run-2', await traceOf(blinking, 1));
    expect(page.reached).toEqual(['stays']);
    expect(page.watch.notYet.has('stays')).toBe(false);
  });

  it('are not reached by a blink that lost its middle', async () => {
    const trace = await traceOf(blinking, 1.8);
    const [before, after] = [
      trace.filter(({ at }) => at < 0.2 * second),
      trace.filter(({ at }) => at > second),
    ];
    page.state = 'running';
    page.watch.hear('virtual', { runId: 'run-1', sequence: 0, events: before });
    page.watch.hear('virtual', { runId: 'run-1', sequence: 7, events: after });
    await page.pass(1);
    expect(page.reached).not.toContain('blinks');
    expect(page.reached).not.toContain('stays');
  });

  it('are judged late when what judges could not be loaded at first', async () => {
    page.judge = () => Promise.reject(new TypeError('offline'));
    await page.hear('run-1', await traceOf(shining, 4));
    expect(page.reached).toEqual([]);
    page.judge = async () => checkGoals;
    await page.pass(4);
    expect(page.reached).toEqual(['stays']);
  });

  it('forget what was seen when the pupil turns to another step, until the next run', async () => {
    await page.hear('run-1', await traceOf([start(led('on'), wait(1))], 2));
    page.watch.forgetNotYet();
    expect(page.watch.notYet.size).toBe(0);
    await page.hear('run-2', await traceOf([start(led('on'), wait(1))], 2));
    expect(page.watch.notYet.size).toBeGreaterThan(0);
  });

  it('of the next step are not judged aloud by the program of the last, but may be reached by it', async () => {
    const trace = await traceOf(shining, 1);
    await page.hear('run-1', trace, 0.5);
    await page.pass(2);
    expect(page.watch.notYet.has('blinks')).toBe(true);
    page.watch.forgetNotYet();
    await page.pass(3);
    expect(page.watch.notYet.size).toBe(0);
    expect(page.reached).toEqual(['stays']);
    await page.hear('run-2', await traceOf([start(led('on'), wait(1))], 2));
    expect(page.watch.notYet.has('blinks')).toBe(true);
  });

  it('of a run whose end was lost are judged when the Pi says that it is over', async () => {
    const trace = await traceOf([start(led('on'), wait(1))], 2);
    await page.hear('run-1', trace, 0.5);
    page.state = 'over';
    await page.pass(1);
    expect(page.clock.nextTimer).toBeUndefined();
    expect(page.watch.notYet.get('blinks')).toBeDefined();
  });
});
