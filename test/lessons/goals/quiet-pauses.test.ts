import { expect, it } from 'vitest';
import { partCatalog } from '../../../device/parts/catalog.ts';
import { runInVirtualTime, type VirtualControl } from '../../../device/program/virtual-time.ts';
import { checkGoal, checkGoals } from '../../../lessons/goals/check-goal.ts';
import type { GoalCheck } from '../../../lessons/goals/goal-schema.ts';
import { quietTypes } from '../../../lessons/goals/quiet-pauses.ts';
import { openBlocks } from '../../../lessons/proof/open-blocks.ts';
import { lessons } from '../python/lessons.ts';

const second = 1_000_000;

/** Half a second of standing still in each three quarters. */
const stumbling: readonly VirtualControl[] = Array.from(
  { length: 200 },
  (_, count) => count * 0.75 * second,
).flatMap((at) => [
  { at: at + 0.1 * second, control: { type: 'pause' } },
  { at: at + 0.6 * second, control: { type: 'resume' } },
]);

it('the parts that are still in a pause are those of the catalogue', () => {
  const quiet = [...partCatalog].filter(([, { quietWhilePaused }]) => quietWhilePaused);
  expect([...quietTypes].sort()).toEqual(quiet.map(([type]) => type).sort());
});

it('a melody that is paused again and again is the same melody', async () => {
  const melody = lessons.get(5)!;
  const { wiring, goals } = melody.views.de;
  const { blocks, source } = await openBlocks(melody.solution, wiring, 'de');
  const verdicts = async (controls: readonly VirtualControl[]) => {
    const trace = await runInVirtualTime({ source, wiring, duration: 100 * second, controls });
    expect(trace.at(-1)).toMatchObject({ kind: 'end', reason: 'finished' });
    return checkGoals(goals, { trace, now: trace.at(-1)!.at, wiring, blocks });
  };
  const plain = await verdicts([]);
  expect(Object.values(plain).every(({ reached }) => reached)).toBe(true);
  expect(await verdicts(stumbling)).toEqual(plain);
});

it('a beep that is paused is as long as it would have been', async () => {
  const { wiring } = lessons.get(5)!.views.de;
  const beep = "$do('buzzer', 'on'); yield* $wait(1); $do('buzzer', 'off'); yield* $wait(1);";
  const source = `$on('start', {}, 'hat', function* () { ${beep} ${beep} });`;
  const trace = await runInVirtualTime({ source, wiring, duration: 100 * second, controls: stumbling });
  const beeps: GoalCheck = { kind: 'pulses', part: 'buzzer', times: 2, on: { min: 0.9, max: 1.1 } };
  expect(checkGoal(beeps, { trace, now: trace.at(-1)!.at, wiring, blocks: {} })).toEqual({ reached: true });
});
