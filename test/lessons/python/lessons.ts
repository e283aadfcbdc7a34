import * as Blockly from 'blockly';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { blockTypes, type Language, registerBlocks, useWiring } from '../../../lessons/blocks/index.ts';
import { generatePython } from '../../../lessons/blocks/python/generate-python.ts';
import type { Lesson, SavedBlocks } from '../../../lessons/format/lesson-view.ts';
import { loadLessons } from '../../../lessons/format/load-lessons.ts';
import { workspaceOf } from '../blocks/workspace.ts';
import { ourCatalog } from '../format/catalog.ts';

/** The lessons of the catalogue, by the number of their folder. */
export const lessons: ReadonlyMap<number, Lesson> = new Map(
  loadLessons(ourCatalog).lessons.map((lesson): [number, Lesson] => [
    Number.parseInt(lesson.folder.split('/').at(-1) ?? '', 10),
    lesson,
  ]),
);

/** The Python of saved blocks. */
export async function pythonOfSaved(
  saved: SavedBlocks,
  wiring: Wiring,
  { language = 'de', title = 'Test' }: { language?: Language; title?: string } = {},
) {
  const blocks = await registerBlocks(Blockly, language, blockTypes);
  const workspace = new Blockly.Workspace();
  try {
    useWiring(Blockly, workspace, wiring);
    Blockly.serialization.workspaces.load(saved, workspace);
    return generatePython(workspace, { blocks, wiring, title, language });
  } finally {
    workspace.dispose();
  }
}

/** The Python of blocks that a test builds. */
export async function pythonOf(
  saved: Parameters<typeof workspaceOf>[0],
  wiring: Wiring,
  options: { language?: Language; title?: string; variables?: { name: string; id: string }[] } = {},
) {
  const { language = 'de', title = 'Test' } = options;
  const workspace = await workspaceOf(saved, { ...options, wiring });
  const blocks = await registerBlocks(Blockly, language, blockTypes);
  return generatePython(workspace, { blocks, wiring, title, language });
}
