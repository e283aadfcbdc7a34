import * as Blockly from 'blockly/core';
import { del, get, set } from 'idb-keyval';
import type { Place } from '../progress-place.ts';
import { sameBlocks } from '../same-blocks.ts';
import { undoKey, undoTable } from './undo-place.ts';
import { memoryOf, restoreStacks, type UndoStacks, undoStacksSchema } from './undo-stacks.ts';

/** Quiet time after which they are kept, ms. */
const quietTime = 400;

/** What undo needs of the editor; see `SbBlocks`. */
export interface UndoEditor extends EventTarget {
  readonly blockly: { readonly workspace: Blockly.WorkspaceSvg } | undefined;
}

/**
 * Lets undo and redo survive a reload of the tab. What was kept is taken up when the editor shows exactly the work that
 * it belongs to; anything else is dropped. Nothing here throws, and a browser without storage forgets.
 *
 * @returns what ends it.
 */
export function keepUndo(editor: UndoEditor, seat: Place): () => void {
  const memory = new UndoMemory(editor, undoKey(seat));
  return () => memory.close();
}

class UndoMemory {
  readonly #editor: UndoEditor;
  readonly #key: string;
  readonly #table = undoTable();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether what was kept may still be taken up. */
  #waiting: Promise<UndoStacks | null> | null;

  constructor(editor: UndoEditor, key: string) {
    this.#editor = editor;
    this.#key = key;
    this.#waiting = this.#read();
    editor.addEventListener('blocks-shown', this.#takeUp);
    editor.addEventListener('blocks-changed', this.#keepSoon);
    void this.#takeUp();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#editor.removeEventListener('blocks-shown', this.#takeUp);
    this.#editor.removeEventListener('blocks-changed', this.#keepSoon);
  }

  readonly #takeUp = async () => {
    const kept = await this.#waiting;
    const workspace = this.#editor.blockly?.workspace;
    // Whoever has done something since has their own past.
    if (!kept || !this.#waiting || !workspace || workspace.getUndoStack().length > 0) return;
    if (!sameBlocks(Blockly.serialization.workspaces.save(workspace), kept.work)) return;
    this.#waiting = null;
    restoreStacks(Blockly, workspace, kept);
  };

  readonly #keepSoon = () => {
    this.#waiting = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keep(), quietTime);
  };

  async #keep(): Promise<void> {
    const workspace = this.#editor.blockly?.workspace;
    if (!workspace || !this.#table) return;
    try {
      await set(this.#key, memoryOf(Blockly, workspace), this.#table);
    } catch {
      // Old deeds with new work would be dropped anyway.
      await del(this.#key, this.#table).catch(() => undefined);
    }
  }

  async #read(): Promise<UndoStacks | null> {
    if (!this.#table) return null;
    const raw = await get(this.#key, this.#table).catch(() => null);
    return undoStacksSchema.safeParse(raw).data ?? null;
  }
}
