import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProgramDesk } from './program-desk.ts';
import { familiesOf } from './programs.ts';

let desk: ProgramDesk;

// On a busy machine, too, every bomb bursts before it counts as hung.
beforeAll(async () => {
  desk = await ProgramDesk.open({ turnLimit: 30_000_000, watchdog: 10 });
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
