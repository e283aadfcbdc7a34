import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lamp, lampGpio } from './companions.ts';
import { ProgramDesk } from './program-desk.ts';
import { familiesOf } from './programs.ts';

/** Programs that are ended soon, those that the watchdog ends sooner, and those that nobody ends but the stop. */
let hasty: ProgramDesk;
let watched: ProgramDesk;
let patient: ProgramDesk;

beforeAll(async () => {
  hasty = await ProgramDesk.open({ turnLimit: 100_000, watchdog: 10 });
  watched = await ProgramDesk.open({ turnLimit: 100_000, watchdog: 0.1 });
  patient = await ProgramDesk.open({ turnLimit: 30_000_000, watchdog: 10 });
});

afterAll(async () => {
  await Promise.all([hasty.close(), watched.close(), patient.close()]);
});

const families = familiesOf(({ ends }) => ends === 'no-pause' || ends === 'hangs');

describe.each(families)('$name: each that hangs is ended, and obeys a stop before that', ({ programs }) => {
  it.each(programs)('$name', async ({ source, ends, presses }) => {
    const desk = ends === 'hangs' ? watched : hasty;
    const run = desk.start(source);
    desk.press(presses);
    expect(ends === 'hangs' ? ['no-pause', 'program-unresponsive'] : [ends]).toContain(await run.outcome());
    await desk.expectUnharmed(run.events);

    const lit = patient.changes(lampGpio, 1);
    const again = patient.start(lamp + source);
    patient.press(presses);
    // One breaks out before it can light the lamp.
    await Promise.race([lit, sleep(500)]);
    await patient.runner.stop();
    expect(await again.outcome()).toBe('stopped');
    await patient.expectUnharmed(again.events);
    await patient.expectBlink();
  });
});
