import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heartbeat, heartbeatGpio } from './companions.ts';
import { ProgramDesk } from './program-desk.ts';
import { familiesOf } from './programs.ts';

/** Beats after which a program is believed to run on, and to leave others their turns. */
const beats = 3;

let desk: ProgramDesk;

beforeAll(async () => {
  desk = await ProgramDesk.open({ turnLimit: 30_000_000, watchdog: 10 });
});

afterAll(() => desk.close());

const running = familiesOf(({ ends }) => ends === 'runs');

describe.each(running)('$name: each leaves others their turns until it is stopped', ({ programs }) => {
  it.each(programs)('$name', async ({ source, presses }) => {
    const alive = desk.changes(heartbeatGpio, beats);
    // The first beat says that the program has begun, with all its stacks.
    const begun = desk.changes(heartbeatGpio, 1);
    const run = desk.start(source + heartbeat);
    await begun;
    desk.press(presses);
    await alive;
    await desk.runner.stop();

    expect(await run.outcome()).toBe('stopped');
    await desk.expectUnharmed(run.events);
    await desk.expectBlink();
  });
});
