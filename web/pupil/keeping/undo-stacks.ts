import type * as BlocklyNames from 'blockly/core';
import * as z from 'zod/mini';

type Blockly = typeof BlocklyNames;

/** Deeds that can still be undone after a reload. */
const mostEvents = 50;

const eventsSchema = z.array(z.looseObject({ type: z.string() })).check(z.maxLength(2 * mostEvents));
/** The stacks as they are kept. */
export const undoStacksSchema = z.object({
  /** The work that these deeds lead to. */
  work: z.record(z.string(), z.unknown()),
  undo: eventsSchema,
  redo: eventsSchema,
});
export type UndoStacks = z.infer<typeof undoStacksSchema>;

/** What is kept of a workspace. */
export function memoryOf(blockly: Blockly, workspace: BlocklyNames.Workspace): UndoStacks {
  const saved = (events: readonly BlocklyNames.Events.Abstract[]) =>
    wholeGroups(events).map(
      (event) => ({ ...event.toJson(), group: event.group }) as UndoStacks['undo'][number],
    );
  return {
    work: blockly.serialization.workspaces.save(workspace),
    undo: saved(workspace.getUndoStack()),
    redo: saved(workspace.getRedoStack()),
  };
}

/** Makes the stacks anew. Events that Blockly does not know end them: what lies below could no longer be undone rightly. */
export function restoreStacks(
  blockly: Blockly,
  workspace: BlocklyNames.Workspace,
  { undo, redo }: Pick<UndoStacks, 'undo' | 'redo'>,
): void {
  workspace.clearUndo();
  workspace.getUndoStack().push(...restored(blockly, workspace, undo));
  workspace.getRedoStack().push(...restored(blockly, workspace, redo));
}

/** From the newest down. */
function restored(
  blockly: Blockly,
  workspace: BlocklyNames.Workspace,
  saved: UndoStacks['undo'],
): BlocklyNames.Events.Abstract[] {
  const events: BlocklyNames.Events.Abstract[] = [];
  for (const json of saved.toReversed()) {
    try {
      const event = blockly.Events.fromJson(json, workspace);
      event.group = typeof json.group === 'string' ? json.group : '';
      events.unshift(event);
    } catch {
      break;
    }
  }
  return events;
}

/** The newest, cut between deeds: half a deed must not be undone. */
function wholeGroups(
  events: readonly BlocklyNames.Events.Abstract[],
): readonly BlocklyNames.Events.Abstract[] {
  if (events.length <= mostEvents) return events;
  const group = events[events.length - mostEvents - 1]?.group;
  const newest = events.slice(-mostEvents);
  const start = group ? newest.findIndex((event) => event.group !== group) : 0;
  return start < 0 ? [] : newest.slice(start);
}
