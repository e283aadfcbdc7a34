import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heartbeat, heartbeatGpio } from './companions.ts';
import { stack } from './hostile-program.ts';
import { ProgramDesk } from './program-desk.ts';
import { familiesOf } from './programs.ts';

const patience = { timeout: 45_000 };

let desk: ProgramDesk;

beforeAll(async () => {
  desk = await ProgramDesk.open({ turnLimit: 30_000_000, watchdog: 10 });
});

afterAll(() => desk.close());

const statement = "$b = 'b'; if ($p) yield* $at();";
const loop = (body: string) => stack(`for (;;) { if ($due()) yield; ${body} }`);
/** What a program may try against those who want to pause it. */
const resisting = [
  { name: 'says that nobody pauses it', source: loop(`$p = false; ${statement}`) },
  { name: 'says that somebody pauses it', source: loop(`$p = true; ${statement}`) },
  {
    name: 'has a variable of that name',
    source: stack(`let $p = false; for (;;) { if ($due()) yield; ${statement} }`),
  },
  {
    name: 'has a function of its own to stand at',
    source: stack(`const $at = function* () {}; for (;;) { if ($due()) yield; ${statement} }`),
  },
  { name: 'stands without being asked to', source: loop('yield* $at();') },
  { name: 'stands in the middle of its registration', source: `$at().next(); ${loop(statement)}` },
  {
    name: 'keeps one place to stand at for all',
    source: `let it; ${loop('it ??= $at(); it.next(); yield;')}`,
  },
  { name: 'shows no list', source: `$watch('n', 5); $watch(['n'], () => 5); ${loop(statement)}` },
  {
    name: 'shows a million names',
    source: `$watch(Array(1e6).fill('n'), () => Array(1e6).fill(Math.random())); ${loop(statement)}`,
  },
  {
    name: 'shows what is no value',
    source: `$watch(['a', 'b', 'c'], () => [{ toString() { return 'x'.repeat(1e6); } }, NaN, null]); ${loop(statement)}`,
  },
];

async function pauseAndStop(source: string, presses = 0): Promise<void> {
  const begun = desk.changes(heartbeatGpio, 1);
  const run = desk.start(source + heartbeat);
  await begun;
  desk.press(presses);
  desk.runner.control({ type: 'pause' });
  await expect.poll(() => run.events.some(({ kind }) => kind === 'paused'), patience).toBe(true);
  for (let step = 0; step < 3; step += 1) desk.runner.control({ type: 'step' });
  desk.runner.control({ type: 'pace', pace: 1 });
  desk.runner.control({ type: 'resume' });
  await expect.poll(() => run.events.some(({ kind }) => kind === 'resumed'), patience).toBe(true);
  desk.runner.control({ type: 'pause' });
  await desk.runner.stop();
  expect(await run.outcome()).toBe('stopped');
  await desk.expectUnharmed(run.events);
  await desk.expectBlink();
}

describe('a program that resists being paused does no harm', () => {
  it.each(resisting)('$name', ({ source }) => pauseAndStop(source));
});

describe.each(familiesOf(({ ends }) => ends === 'runs'))(
  '$name: each is paused, stepped, slowed down and stopped',
  ({ programs }) => {
    it.each(programs)('$name', ({ source, presses }) => pauseAndStop(source, presses));
  },
);

it.each([
  { name: 'fail', read: 'throw 1;', ends: 'program-failed', turnLimit: 30_000_000 },
  { name: 'never end', read: 'for (;;);', ends: 'no-pause', turnLimit: 300_000 },
])('variables that $name to be read end their program', async ({ read, ends, turnLimit }) => {
  const impatient = await ProgramDesk.open({ turnLimit, watchdog: 10 });
  try {
    const run = impatient.start(`$watch(['n'], () => { ${read} }); ${loop(statement)}`);
    expect(await run.outcome()).toBe(ends);
  } finally {
    await impatient.close();
  }
});
