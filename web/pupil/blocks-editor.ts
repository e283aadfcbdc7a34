import { localized } from '@lit/localize';
import * as Blockly from 'blockly/core';
import { LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ProblemError } from '../../device/contract/problem.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import { blockTypesIn } from '../../lessons/blocks/block-types-in.ts';
import type { LanguageBlock } from '../../lessons/blocks/family.ts';
import { mustLearn, registerBlocks, translateWorkspace, useWiring } from '../../lessons/blocks/register.ts';
import { houseTheme } from '../../lessons/blocks/theme.ts';
import { toolbox } from '../../lessons/blocks/toolbox.ts';
import type { Blocks } from '../../server/live/contract/live.ts';
import { type Language, language } from '../locales/locale.ts';
import { isDark, watchScheme } from '../ui/scheme.ts';
import { sameBlocks } from './same-blocks.ts';
import { blocksNotLoaded, generatorNotLoaded } from './work-problems.ts';

const runWarning = 'steckbrett_run';
const failedClass = 'sb-failed';
/** Turning blocks into a program is needed for a run only; it is fetched at the first touch. */
const loadGenerator = () => import('../../lessons/blocks/generator.ts');
/** Time after which blocks that could not be loaded are asked for again, ms. */
const retryPause = 3000;
/** Work from elsewhere first comes long after the page has opened. */
const loadBringing = () => import('./keeping/bring-in.ts');
/** Time after which work from elsewhere looks again whether hands are still busy, ms. */
const handsPause = 200;
/** What Blockly names only once, when it makes it. */
const ownLabels = [
  ['.blocklyZoomIn', 'ZOOM_IN'],
  ['.blocklyZoomOut', 'ZOOM_OUT'],
  ['.blocklyZoomReset', 'RESET_ZOOM'],
  ['.blocklyTrash', 'ARIA_LABEL_TRASH_EMPTY'],
  ['.blocklyTrashFull', 'OPEN_TRASH'],
] as const;
const theme = () => houseTheme(Blockly, isDark() ? 'dark' : 'light');
/** Signs in a line of a warning's bubble. */
const warningWidth = 36;

/**
 * The blocks. Fires `blocks-ready` when it can be used, and `blocks-changed` with the work in `detail` when a hand
 * has changed it; `blocks-unreadable` with Blockly's reason when work could not be shown whole: then changes are not
 * told, so that nothing overwrites it; `blocks-late` with the reason when the work's blocks could not be loaded: they
 * are asked for again until they come, and nobody can build meanwhile; `blocks-shown` when work is shown; `block-selected`
 * with the id of the block that is selected now, or `null`. Blockly looks for styles and focus in the document, so there
 * is no shadow root.
 */
@customElement('sb-blocks')
@localized()
export class SbBlocks extends LitElement {
  /** Block types of the toolbox; empty: none. */
  @property({ attribute: false }) types: readonly string[] = [];
  @property({ attribute: false }) wiring: Wiring = { parts: [] };
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** Somebody else changes the work just now: it can only be looked at, and shows their changes as they come. */
  @property({ type: Boolean, attribute: 'looking-on' }) lookingOn = false;
  /** Shown at the start; later work comes by `load`. */
  @property({ attribute: false }) blocks: Blocks | null = null;
  /** Ids of the blocks that glow. */
  @property({ attribute: false }) glowing: ReadonlySet<string> = new Set();
  /** The block that failed, with the sentence to show at it. */
  @property({ attribute: false }) failed: { block: string; text: string } | null = null;

  private workspace: Blockly.WorkspaceSvg | undefined;
  private speaks: Language | undefined;
  private known: Blocks = {};
  /** What Blockly has learnt; blocks of parts beyond the basic kit are loaded when something mentions them. */
  private learnt: readonly LanguageBlock[] = [];
  /** Work that waits for its blocks to be loaded. */
  private arriving: Blocks | null = null;
  /** Work from elsewhere that waits until hands let go. */
  private later: Blocks | null = null;
  private laterTimer: ReturnType<typeof setTimeout> | undefined;
  private bringing: Awaited<ReturnType<typeof loadBringing>> | undefined;
  /** The change is about to be told. */
  private telling = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private retryTypes: ReturnType<typeof setTimeout> | undefined;
  /** What is shown is only a part of the work, so it must not be taken for the work. */
  private unreadable = false;
  private marked: string | undefined;
  private unwatchScheme: (() => void) | undefined;
  private readonly watchSize = new ResizeObserver(() => this.workspace && Blockly.svgResize(this.workspace));

  override connectedCallback(): void {
    super.connectedCallback();
    for (const touch of ['pointerdown', 'keydown']) {
      // Without a connection, the run itself says so.
      this.addEventListener(touch, () => void this.prepare(), { once: true });
    }
    this.unwatchScheme = watchScheme(() => this.workspace?.setTheme(theme()));
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatchScheme?.();
    this.watchSize.disconnect();
    clearTimeout(this.retry);
    clearTimeout(this.retryTypes);
    clearTimeout(this.laterTimer);
    this.workspace?.dispose();
    this.workspace = undefined;
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.workspace) return;
    if (this.speaks !== language()) void this.speakAnew();
    if (changed.has('types') && !this.readOnly) void this.offerTypes();
    if (changed.has('wiring')) useWiring(Blockly, this.workspace, this.wiring);
    if (changed.has('glowing')) this.drawGlow(changed.get('glowing') ?? new Set());
    if (changed.has('failed')) this.drawFailed();
    if (changed.has('lookingOn')) this.lookOn();
  }

  /** Blockly's workspace, for what draws on it, and the blocks that it knows; `undefined` until it can be used. */
  get blockly(): { workspace: Blockly.WorkspaceSvg; learnt: readonly LanguageBlock[] } | undefined {
    return this.workspace && { workspace: this.workspace, learnt: this.learnt };
  }

  /** The work as it stands. */
  save(): Blocks {
    if (this.arriving) return this.arriving;
    return this.workspace ? Blockly.serialization.workspaces.save(this.workspace) : this.known;
  }

  /**
   * Shows other work; this is no change by hand. What is the same already is left alone, and what hands hold is
   * waited for.
   *
   * @param undoable this page's pupil asked for it, and can take it back like a change by hand
   */
  load(blocks: Blocks, undoable = false): void {
    if (!this.workspace) {
      this.blocks = blocks;
      return;
    }
    this.later = null;
    const waits = mustLearn(blockTypesIn(blocks), this.learnt);
    clearTimeout(this.retry);
    this.arriving = waits ? blocks : null;
    // What is shown until then is not the work: what somebody built on it would be lost.
    this.inert = waits;
    if (waits) void this.learnFor(blocks);
    else this.show(blocks, this.workspace, undoable);
  }

  private show(blocks: Blocks, workspace: Blockly.WorkspaceSvg, undoable = false): void {
    const inUse = workspace.getTopBlocks(false).length > 0;
    const bringing = inUse && !this.unreadable && !undoable ? this.bringing : undefined;
    if (bringing?.handsAreBusy(workspace)) {
      this.later = blocks;
      this.laterTimer = setTimeout(() => this.bringLater(), handsPause);
      return;
    }
    this.unreadable = false;
    try {
      if (!bringing?.bringIn(workspace, blocks)) {
        Blockly.hideChaff();
        // Nobody wants to undo the arrival of the first work.
        Blockly.serialization.workspaces.load(blocks, workspace, { recordUndo: inUse && undoable });
      }
    } catch (thrown) {
      this.unreadable = true;
      // Blockly leaves its switches as they were in the middle of the work.
      workspace.setResizesEnabled(true);
      Blockly.Events.setGroup(false);
      Blockly.Events.setRecordUndo(true);
      this.dispatchEvent(new CustomEvent('blocks-unreadable', { detail: String(thrown) }));
    }
    useWiring(Blockly, workspace, this.wiring);
    // Without a connection they stay as they are.
    if (this.readOnly)
      void import('./blocks-preview.ts').then(({ showAll }) => showAll(workspace)).catch(() => {});
    this.known = this.save();
    this.marked = undefined;
    this.drawGlow(new Set());
    this.drawFailed();
    this.dispatchEvent(new Event('blocks-shown'));
  }

  /** Hands may have let go: work from elsewhere comes in around what they have changed. */
  private bringLater(): void {
    clearTimeout(this.laterTimer);
    const { later, workspace, bringing } = this;
    if (!later || !workspace || !bringing) return;
    if (bringing.handsAreBusy(workspace)) {
      this.laterTimer = setTimeout(() => this.bringLater(), handsPause);
      return;
    }
    const both = bringing.mergeByStacks(this.known, later, this.save());
    this.later = null;
    this.show(both, workspace);
    this.known = later;
    this.tellChange();
  }

  private lookOn(): void {
    const { workspace } = this;
    if (!workspace) return;
    if (this.lookingOn) {
      void this.prepare();
      workspace.cancelCurrentGesture();
      Blockly.hideChaff();
    }
    workspace.setIsReadOnly(this.lookingOn);
    // Blockly asks its fields only when they are made.
    for (const block of workspace.getAllBlocks()) {
      for (const field of block.getFields()) field.updateEditable();
    }
    workspace.getToolbox()?.setVisible(!this.lookingOn);
    Blockly.svgResize(workspace);
  }

  /** Loads what is needed soon. Without a connection, the run itself says so, and work comes in whole. */
  private async prepare(): Promise<void> {
    void loadGenerator().catch(() => undefined);
    this.bringing ??= await loadBringing().catch(() => undefined);
  }

  /** What the pupil calls the variables of the last {@link program}, by their names in its source. */
  names: ReadonlyMap<string, string> = new Map();

  /** The program that the blocks stand for. @throws ProblemError `block-unknown`, `blocks-not-loaded`. */
  async program(): Promise<string> {
    if (this.arriving) throw new ProblemError(blocksNotLoaded());
    const { generateProgram, variableNames } = await loadGenerator().catch((cause: unknown) => {
      throw new ProblemError(generatorNotLoaded(String(cause)), { cause });
    });
    if (!this.workspace) return '';
    this.names = variableNames(this.workspace);
    return generateProgram(this.workspace, this.learnt);
  }

  /** Moves to a block and selects it. */
  select(id: string): void {
    const block = this.workspace?.getBlockById(id);
    if (!block || !this.workspace) return;
    this.workspace.centerOnBlock(id);
    Blockly.getFocusManager().focusNode(block);
  }

  private async begin(): Promise<void> {
    const types = [...this.types, ...blockTypesIn(this.blocks)];
    // Without the parts' blocks there are still the basic ones; work that needs others waits for them.
    await this.learn(types).catch(() => this.learn([]));
    this.speaks = language();
    if (!this.isConnected || this.workspace) return;
    this.workspace = Blockly.inject(this, {
      renderer: 'zelos',
      theme: theme(),
      media: '/blockly-media/',
      sounds: false,
      readOnly: this.readOnly,
      ...(this.readOnly ? {} : { toolbox: toolbox(this.types, this.learnt), trashcan: true }),
      move: { scrollbars: true, drag: true, wheel: true },
      zoom: {
        controls: !this.readOnly,
        pinch: true,
        wheel: false,
        startScale: this.readOnly ? 0.7 : comfortableScale(),
        minScale: 0.4,
        maxScale: 2,
      },
      grid: { spacing: 24, length: 2, colour: '#d9d0bd', snap: false },
    });
    this.watchSize.observe(this);
    useWiring(Blockly, this.workspace, this.wiring);
    if (this.blocks) this.load(this.blocks);
    if (!this.readOnly && mustLearn(this.types, this.learnt)) void this.offerTypes();
    this.known = this.save();
    this.workspace.addChangeListener((event) => this.onBlocklyEvent(event));
    if (this.lookingOn) this.lookOn();
    this.dispatchEvent(new Event('blocks-ready'));
  }

  /** Loads the blocks that work needs, then shows it, unless other work has come meanwhile. */
  private async learnFor(blocks: Blocks): Promise<void> {
    // Until then what is shown is not the work.
    this.unreadable = true;
    try {
      await this.learn(blockTypesIn(blocks));
    } catch (thrown) {
      if (this.arriving !== blocks || !this.isConnected) return;
      this.dispatchEvent(new CustomEvent('blocks-late', { detail: String(thrown) }));
      this.retry = setTimeout(() => void this.learnFor(blocks), retryPause);
      return;
    }
    if (this.arriving !== blocks || !this.workspace) return;
    this.arriving = null;
    this.inert = false;
    this.show(blocks, this.workspace);
    if (!this.readOnly) void this.offerTypes();
  }

  /** Teaches Blockly what these types need, in the page's language, even if that changes meanwhile. */
  private async learn(types: Iterable<string>): Promise<void> {
    const wanted = [...types];
    let speaks: Language;
    do {
      speaks = language();
      this.learnt = await registerBlocks(Blockly, speaks, wanted);
    } while (speaks !== language());
  }

  private async offerTypes(): Promise<void> {
    clearTimeout(this.retryTypes);
    if (mustLearn(this.types, this.learnt)) {
      // Without a connection the toolbox lacks the parts that could not be loaded; the work stays usable.
      await this.learn(this.types).catch(() => {
        if (this.isConnected) this.retryTypes = setTimeout(() => void this.offerTypes(), retryPause);
      });
    }
    this.workspace?.updateToolbox(toolbox(this.types, this.learnt));
  }

  private async speakAnew(): Promise<void> {
    const { workspace } = this;
    this.speaks = language();
    if (!workspace) return;
    Blockly.hideChaff();
    try {
      await translateWorkspace(Blockly, workspace, this.speaks);
    } catch {
      // Without a connection the blocks stay in the language that they have.
      return;
    }
    if (this.workspace !== workspace) return;
    workspace.setInitialAriaContext();
    for (const [part, label] of ownLabels)
      this.querySelector(part)?.setAttribute('aria-label', Blockly.Msg[label] ?? '');
    if (!this.readOnly) workspace.updateToolbox(toolbox(this.types, this.learnt));
    useWiring(Blockly, workspace, this.wiring);
    this.known = this.save();
    this.marked = undefined;
    this.drawGlow(new Set());
    this.drawFailed();
  }

  private onBlocklyEvent(event: Blockly.Events.Abstract): void {
    if (event.type === Blockly.Events.SELECTED) {
      const { newElementId } = event as Blockly.Events.Selected;
      this.dispatchEvent(new CustomEvent('block-selected', { detail: newElementId ?? null }));
    }
    if (event.isUiEvent || this.telling) return;
    // One deed is many events; it is told once.
    this.telling = true;
    queueMicrotask(() => {
      this.telling = false;
      if (this.later) this.bringLater();
      else this.tellChange();
    });
  }

  private tellChange(): void {
    if (this.later || this.arriving || this.unreadable || !this.workspace || this.workspace.isDragging())
      return;
    const now = this.save();
    if (sameBlocks(now, this.known)) return;
    this.known = now;
    this.dispatchEvent(new CustomEvent('blocks-changed', { detail: now }));
  }

  private drawGlow(before: ReadonlySet<string>): void {
    for (const id of before)
      if (!this.glowing.has(id)) this.workspace?.getBlockById(id)?.setHighlighted(false);
    for (const id of this.glowing) this.workspace?.getBlockById(id)?.setHighlighted(true);
  }

  private drawFailed(): void {
    const before = this.marked && this.workspace?.getBlockById(this.marked);
    if (before && this.marked !== this.failed?.block) {
      before.setWarningText(null, runWarning);
      before.getSvgRoot().classList.remove(failedClass);
    }
    this.marked = this.failed?.block;
    const block = this.failed && this.workspace?.getBlockById(this.failed.block);
    if (!block || !this.failed) return;
    block.setWarningText(Blockly.utils.string.wrap(this.failed.text, warningWidth), runWarning);
    block.getSvgRoot().classList.add(failedClass);
    void block.getIcon(Blockly.icons.IconType.WARNING)?.setBubbleVisible(true);
  }
}

/** Blocks as big as the room allows, so that text on a big screen is not small. */
function comfortableScale(): number {
  return matchMedia('(min-width: 1600px)').matches ? 1.05 : 0.85;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-blocks': SbBlocks;
  }
}
