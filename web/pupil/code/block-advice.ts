import * as Blockly from 'blockly/core';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { advise as adviceFor } from '../../../lessons/rules/advise.ts';
import { isLoose } from '../../../lessons/rules/loose-block.ts';
import type { Advice } from '../../../lessons/rules/rule.ts';
import { readFacts } from '../../../lessons/rules/work-facts.ts';
import { language } from '../../locales/locale.ts';
import type { CodeEditor } from './code-of.ts';

const warningId = 'steckbrett_rule';
/** Signs in a line of a warning's bubble, which does not break lines by itself. */
const warningWidth = 36;
/** Time without a change after which the blocks are looked at, ms. */
const rest = 1000;
/** So many blocks are told at once; who has more to mend begins with these. */
const mostTold = 50;
/** What lies about unused looks asleep; a hint is quieter than an error. */
const asleepClass = 'sb-asleep';
const hintClass = 'sb-hint';

/** The editor says this itself, as soon as such a block is there. */
const saidElsewhere: ReadonlySet<string> = new Set(['part-not-wired']);

/** What the rules say, on the blocks of a workspace. Nothing is said while a block is dragged. */
export interface BlockAdvice {
  /** Other wiring, or another language: the blocks are looked at anew. */
  use(wiring: Wiring): void;
  /** Takes away what was said. */
  close(): void;
}

/**
 * Looks at the blocks whenever they have been at rest for a second, and says on them what the rules say. Bubbles stay
 * closed until somebody opens them.
 *
 * @returns `undefined` as long as the editor cannot be used.
 */
export function advise(editor: CodeEditor, wiring: Wiring): BlockAdvice | undefined {
  const { blockly } = editor;
  return blockly && new WorkspaceAdvice(blockly.workspace, wiring);
}

class WorkspaceAdvice implements BlockAdvice {
  private readonly workspace: Blockly.WorkspaceSvg;
  private wiring: Wiring;
  /** What is said now, by block, and on which; a block that is made anew says nothing yet. */
  private said = new Map<string, { readonly text: string; readonly on: Blockly.BlockSvg }>();
  /** First blocks of stacks that look asleep. */
  private asleep = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(workspace: Blockly.WorkspaceSvg, wiring: Wiring) {
    this.workspace = workspace;
    this.wiring = wiring;
    workspace.addChangeListener(this.onChange);
    this.soon();
  }

  use(wiring: Wiring): void {
    this.wiring = wiring;
    this.soon();
  }

  close(): void {
    clearTimeout(this.timer);
    this.workspace.removeChangeListener(this.onChange);
    this.tell(new Map());
    for (const block of this.asleep) this.blockOf(block)?.getSvgRoot().classList.remove(asleepClass);
  }

  private readonly onChange = (event: Blockly.Events.Abstract): void => {
    if (event.type === Blockly.Events.BUBBLE_OPEN) this.calm(event as Blockly.Events.BubbleOpen);
    if (event.isUiEvent) return;
    this.wake();
    this.soon();
  };

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), rest);
  }

  private look(): void {
    const { workspace } = this;
    if (workspace.isDragging()) {
      this.soon();
      return;
    }
    const saved = Blockly.serialization.workspaces.save(workspace);
    const told = adviceFor(saved, this.wiring)
      .filter(({ code }) => !saidElsewhere.has(code))
      .slice(0, mostTold);
    // Many warnings are one change, and no pupil's: it is not to be undone.
    Blockly.Events.disable();
    try {
      this.tell(new Map(told.map((one) => [one.block, one])));
    } finally {
      Blockly.Events.enable();
    }
    this.lull(
      readFacts(saved, this.wiring)
        .tops.filter(isLoose)
        .map(({ id }) => id),
    );
  }

  private tell(now: ReadonlyMap<string, Advice>): void {
    for (const [block, { on }] of this.said) {
      if (now.has(block) || on.isDisposed()) continue;
      on.setWarningText(null, warningId);
      on.getSvgRoot().classList.remove(hintClass);
    }
    const said = new Map<string, { text: string; on: Blockly.BlockSvg }>();
    for (const [block, advice] of now) {
      const on = this.blockOf(block);
      if (!on) continue;
      const text = advice.text[language()];
      const before = this.said.get(block);
      said.set(block, { text, on });
      if (before?.text === text && before.on === on) continue;
      on.setWarningText(Blockly.utils.string.wrap(text, warningWidth), warningId);
      on.getSvgRoot().classList.toggle(hintClass, advice.severity === 'hint');
    }
    this.said = said;
  }

  private lull(tops: readonly string[]): void {
    for (const block of tops) this.blockOf(block)?.getSvgRoot().classList.add(asleepClass);
    this.asleep = new Set(tops);
    this.wake();
  }

  /** A hint's bubble is no error's. */
  private calm({ blockId, isOpen }: Blockly.Events.BubbleOpen): void {
    const block = isOpen && blockId ? this.blockOf(blockId) : null;
    const icon = block?.getIcon(Blockly.icons.IconType.WARNING);
    const hinted = block?.getSvgRoot().classList.contains(hintClass);
    if (hinted && icon)
      (icon.getBubble() as Blockly.bubbles.Bubble | null)?.getSvgRoot().classList.add(hintClass);
  }

  /** What has got its place wakes at once; it may fall asleep only after a rest. */
  private wake(): void {
    for (const block of this.asleep) {
      const found = this.blockOf(block);
      if (found && !found.getParent()) continue;
      found?.getSvgRoot().classList.remove(asleepClass);
      this.asleep.delete(block);
    }
  }

  private blockOf(id: string): Blockly.BlockSvg | null {
    return this.workspace.getBlockById(id);
  }
}
