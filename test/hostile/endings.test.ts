import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heartbeat } from './companions.ts';
import { ProgramDesk, runBesideHeartbeat } from './program-desk.ts';
import { familiesOf } from './programs.ts';

/** Long enough for every bomb to burst on a busy machine before it counts as hung. */
const turnLimit = 20_000_000;

let desk: ProgramDesk;

beforeAll(async () => {
  desk = await ProgramDesk.open({ turnLimit });
});

afterAll(() => desk.close());

const ending = familiesOf(({ ends }) => !['runs', 'no-pause', 'hangs'].includes(ends));

describe.each(ending)('$name: each ends as it should, and the next program runs', ({ programs }) => {
  it.each(programs)('$name → $ends', async (program) => {
    const run = desk.start(program.source);
    desk.press(program.presses);

    expect(await run.outcome()).toBe(program.ends);
    const printed = run.events.flatMap((event) => (event.kind === 'print' ? [event.text] : []));
    if (program.prints) expect(printed).toEqual(program.prints);
    await desk.expectUnharmed(run.events);
    await desk.expectBlink();
  });
});

const running = familiesOf(({ ends }) => ends === 'runs');

describe.each(running)('$name: each leaves others their turns until it is stopped', ({ programs }) => {
  it.each(programs)('$name', async (program) => {
    const run = await runBesideHeartbeat(desk, program, program.source + heartbeat);

    expect(await run.outcome()).toBe('stopped');
    await desk.expectUnharmed(run.events);
    await desk.expectBlink();
  });
});
