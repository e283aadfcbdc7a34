import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../device/contract/trace.ts';
import { runInVirtualTime } from '../../device/program/virtual-time.ts';
import { generateProgram, registerBlocks, useWiring } from '../../lessons/blocks/index.ts';
import { type Lesson, loadLessons, type SavedBlocks } from '../../lessons/format/index.ts';
import { Blockly } from './blocks/workspace.ts';
import { ourCatalog } from './format/catalog.ts';

const second = 1_000_000;
const { lessons } = loadLessons(ourCatalog);

/** Runs a lesson's blocks on its wiring, for some virtual seconds. */
async function run(lesson: Lesson, blocks: SavedBlocks, seconds: number): Promise<TraceEvent[]> {
  const { wiring } = lesson.views.de;
  await registerBlocks(Blockly, 'de');
  const workspace = new Blockly.Workspace();
  useWiring(Blockly, workspace, wiring);
  Blockly.serialization.workspaces.load(blocks, workspace);
  return runInVirtualTime({ source: generateProgram(workspace), wiring, duration: seconds * second });
}

const lessonOf = (id: string) => lessons.find((lesson) => lesson.id === id)!;
const edges = (trace: TraceEvent[], gpio: number) =>
  trace.flatMap((event) =>
    event.kind === 'pin' && event.gpio === gpio ? [[event.at / second, event.level]] : [],
  );

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('the lesson %s', (_id, lesson) => {
  it.each(['starter', 'solution'] as const)('has a %s that runs without an error', async (which) => {
    const blocks = which === 'starter' ? lesson.views.de.starter : lesson.solution;
    const trace = await run(lesson, blocks, 10);
    expect(trace.filter((event) => event.kind === 'error')).toEqual([]);
  });
});

describe('Blink', () => {
  it('ends with a red LED that changes each second, on GPIO 18', async () => {
    const blink = lessonOf('blink');
    expect(edges(await run(blink, blink.solution, 4.5), 18).slice(0, 5)).toEqual([
      [0, 1],
      [1, 0],
      [2, 1],
      [3, 0],
      [4, 1],
    ]);
  });

  it('begins with a red LED that shines once for three seconds', async () => {
    const blink = lessonOf('blink');
    expect(edges(await run(blink, blink.views.de.starter, 10), 18)).toEqual([
      [0, 1],
      [3, 0],
    ]);
  });
});
