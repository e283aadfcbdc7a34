import { control } from './language/control.ts';
import { hats, messages } from './language/events.ts';
import { lists, variables } from './language/lists.ts';
import { logicAndMaths } from './language/logic-and-maths.ts';
import { procedures } from './language/procedures.ts';
import { text } from './language/text.ts';
import { pythonParts } from './parts/index.ts';
import type { PythonHat, WritePython } from './python-block.ts';

/** The Python of every block that is no hat, by its type. */
export const pythonBlocks: Readonly<Record<string, WritePython>> = Object.assign(
  { ...control, ...logicAndMaths, ...text, ...lists, ...variables, ...procedures, ...messages },
  ...pythonParts.map((part) => part.blocks),
);

/** Every hat, by its type. */
export const pythonHats: Readonly<Record<string, PythonHat>> = Object.assign(
  { ...hats },
  ...pythonParts.map((part) => part.hats ?? {}),
);
