import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Problem } from '../../device/contract/problem.ts';
import type { Blocks } from '../../server/live/contract/live.ts';
import type { BoardInput } from '../board/board.ts';
import '../board/board.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemText } from '../ui/problem-text.ts';
import { saveStatus } from './autosave.ts';
import './blocks-editor.ts';
import type { SbBlocks } from './blocks-editor.ts';
import './console.ts';
import { DoubleEscape } from '../ui/double-escape.ts';
import type { BlockChosen } from './console.ts';
import type { ProgramKey } from './key-pad.ts';
import { LessonSource } from './lesson-source.ts';
import { keysOfWork } from './program-keys.ts';
import { glowingBlocks } from './run-view.ts';
import type { RunTarget } from './runs.ts';
import { SeatSession } from './seat-session.ts';
import type { HeldSeat } from './seat-store.ts';
import { isDone, openStep } from './steps-progress.ts';
import './steps.ts';
import type { StepChosen } from './steps.ts';
import './top-bar.ts';
import { banners } from './work-banners.ts';
import type { dialogs, WorkDialog } from './work-dialogs.ts';
import { blocksNotLoaded, workUnreadable } from './work-problems.ts';
import { WorkPrograms } from './work-programs.ts';
import { WorkProgress } from './work-progress.ts';

/**
 * The pupil's desk: steps, blocks, board. Fires `left` when the seat is given up, by the pupil or by the server.
 * Without a shadow root, because Blockly looks for the focus in the document.
 */
@localized()
@customElement('sb-work')
export class SbWork extends LitElement {
  @property({ attribute: false }) seat!: HeldSeat;

  @state() private stepsOpen = matchMedia('(min-width: 600px)').matches;
  @state() private benchOpen = true;
  @state() private problem: Problem | null = null;
  @state() private dialog: WorkDialog | null = null;
  /** They come when the page has time for them, or when one is opened. */
  @state() private dialogs: typeof dialogs | null = null;
  /** The work that was there when the pupil began anew, until they go on. */
  @state() private beforeRestart: Blocks | null = null;

  @query('.desk > sb-blocks') private editor!: SbBlocks | null;

  private readonly doubleEscape = new DoubleEscape(() => void this.programs.stop());
  private readonly readOnly = matchMedia('(max-width: 599px)').matches;
  private twoVersions = false;
  private readonly lessons = new LessonSource({
    came: (first) => this.onLesson(first),
    failed: (problem) => this.tell(problem),
  });
  private readonly session = new SeatSession({
    changed: () => this.onSession(),
    begun: (lessonId) => this.lessons.begin(lessonId),
    show: (blocks) => this.show(blocks),
    refused: (why) => this.leave(why),
    lessonChanged: () => this.lessons.reload(),
  });

  private readonly progress = new WorkProgress({
    changed: () => this.requestUpdate(),
    state: (target) => this.programs.state(target),
    work: () => ({ blocks: this.editor?.save() ?? {}, wiring: this.programs.wiring }),
  });
  private readonly programs = new WorkPrograms({
    session: this.session,
    progress: this.progress,
    editor: () => this.editor,
    lesson: () => this.lesson,
    tell: (problem) => this.tell(problem),
    changed: () => this.requestUpdate(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.doubleEscape);
    window.addEventListener('pagehide', this.onPageHide);
    this.progress.open(this.seat);
    this.session.runs.onTrace = (target, batch) => this.progress.hear(target, batch);
    this.session.open(this.seat.token);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.doubleEscape);
    window.removeEventListener('pagehide', this.onPageHide);
    this.lessons.close();
    this.progress.close();
    void this.session.close();
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(): void {
    this.lessons.followLanguage();
  }

  override render() {
    const { programs } = this;
    const { pupil, saving } = this.session;
    return html`<sb-top-bar
        .heading=${this.lesson?.title ?? ''}
        .nickname=${pupil?.seat.nickname ?? this.seat.nickname}
        .device=${pupil?.device ?? null}
        .target=${programs.target}
        .running=${programs.view.running}
        .starting=${programs.starting}
        .saved=${saving ? saveStatus(saving) : 'saved'}
        @run=${() => programs.run()}
        @stop=${() => programs.stop()}
        @target-chosen=${(event: CustomEvent<RunTarget>) => programs.choose(event.detail)}
        @help=${() => this.openDialog('help')}
        @leave=${() => this.openDialog('leave')}
      ></sb-top-bar>
      <div class="banners">${banners({
        session: this.session,
        target: programs.target,
        problem: this.problem,
        restarted: this.beforeRestart !== null,
        undoRestart: () => this.undoRestart(),
        takeVirtual: () => programs.choose('virtual'),
        chooseVersion: () => this.openDialog('versions'),
        dismiss: () => this.tell(null),
      })}</div>
      <div class="desk">${this.steps()}${this.blocks()}${this.bench()}</div>
      ${this.dialogs?.({
        open: this.dialog,
        saving,
        wiring: programs.wiring,
        close: () => this.openDialog(null),
        leave: () => this.leave(null),
        restart: () => this.restart(),
        choose: (which) => this.session.choose(which),
      })}`;
  }

  private steps() {
    const { lesson, progress } = this;
    if (!this.stepsOpen) {
      const done = lesson && isDone(lesson, openStep(lesson, progress.now), progress.now);
      return html`<button type="button" class="unfold" data-test="unfold" @click=${() => this.foldSteps(true)}>
        ${lineIcon('panel-left-open')} <span>${msg('Schritte')}</span> ${done ? lineIcon('circle-check') : nothing}
      </button>`;
    }
    return html`<sb-steps
      .lesson=${lesson}
      .progress=${progress.now}
      .wiring=${this.programs.wiring}
      .notYet=${progress.notYet}
      .celebrated=${progress.celebrated}
      ?running=${this.programs.view.running}
      ?read-only=${this.readOnly}
      @step-chosen=${({ detail }: StepChosen) => progress.goTo(detail.step, detail.leaving)}
      @quiz-solved=${(event: CustomEvent<string>) => progress.solved(event.detail)}
      @restart=${() => this.openDialog('restart')}
      @fold=${() => this.foldSteps(false)}
    ></sb-steps>`;
  }

  private blocks() {
    const { view, wiring } = this.programs;
    const { failed } = view;
    return html`<sb-blocks
      .types=${this.progress.toolbox}
      .wiring=${wiring}
      .glowing=${glowingBlocks(view)}
      .failed=${failed ? { block: failed.block, text: problemText(failed.problem) } : null}
      ?read-only=${this.readOnly}
      @blocks-ready=${this.onBlocksReady}
      @blocks-changed=${this.onBlocksChanged}
      @blocks-shown=${this.onBlocksShown}
      @blocks-late=${(event: CustomEvent<string>) => this.tell(blocksNotLoaded(event.detail))}
      @blocks-unreadable=${(event: CustomEvent<string>) => this.tell(workUnreadable(event.detail))}
    ></sb-blocks>`;
  }

  private bench() {
    const { programs } = this;
    const { board, running, lines } = programs.view;
    return html`<aside class="bench ${this.benchOpen ? '' : 'folded'}">
      <button type="button" class="handle" aria-expanded=${this.benchOpen} @click=${this.foldBench}>
        ${lineIcon('chevron-down')} ${this.benchOpen ? msg('Pi und Schritte ausblenden') : msg('Pi und Schritte zeigen')}
      </button>
      <sb-board
        .wiring=${programs.wiring}
        .board=${board}
        ?interactive=${programs.canTouch}
        ?online=${programs.online}
        ?running=${running}
        @board-input=${(event: BoardInput) => programs.input(event.detail)}
      ></sb-board>
      ${this.keyPad()}
      <sb-console
        .lines=${lines}
        @block-chosen=${(event: BlockChosen) => this.editor?.select(event.detail.block)}
      ></sb-console>
    </aside>`;
  }

  /** The keys of the work's hats; a page without such hats need not load them. */
  private keyPad() {
    const keys = keysOfWork(this.session.saving?.blocks ?? this.lesson?.starter ?? null);
    if (keys.length === 0) return nothing;
    void import('./key-pad.ts').catch(() => {});
    return html`<sb-key-pad .keys=${keys} ?running=${this.programs.view.running} @program-key=${(event: ProgramKey) => this.programs.key(event.detail)}></sb-key-pad>`;
  }

  private get lesson() {
    return this.lessons.lesson;
  }

  /** Two versions ask for a choice at once; who closes the dialog finds it in the banner. */
  private onSession(): void {
    const two = Boolean(this.session.saving?.theirs);
    if (two && !this.twoVersions) this.openDialog('versions');
    if (!two && this.dialog === 'versions') this.dialog = null;
    this.twoVersions = two;
    this.requestUpdate();
  }

  private onLesson(first: boolean): void {
    if (this.problem?.code === 'no-connection') this.tell(null);
    if (this.lesson) this.progress.follow(this.lesson);
    if (first) this.showWork();
    this.requestUpdate();
  }

  private onBlocksReady(): void {
    this.showWork();
    setTimeout(() => this.isConnected && void this.loadDialogs(), leisure);
  }

  /** Puts the work into the editor when both are there. */
  private showWork(): void {
    const { saving } = this.session;
    if (saving) this.show(saving.blocks);
  }

  private show(blocks: Blocks | null): void {
    const shown = blocks ?? this.lesson?.starter;
    if (shown) this.editor?.load(shown);
  }

  private onBlocksChanged({ detail }: CustomEvent<Blocks>): void {
    this.beforeRestart = null;
    this.session.change(detail);
  }

  private onBlocksShown(): void {
    if (this.problem?.code === 'blocks-not-loaded') this.tell(null);
  }

  private tell(what: Problem | null): void {
    this.problem = what;
  }

  /** The lesson's first blocks again. */
  private restart(): void {
    this.openDialog(null);
    const { editor, lesson } = this;
    if (!editor || !lesson) return;
    const before = editor.save();
    this.replace(lesson.starter);
    this.beforeRestart = before;
  }

  private undoRestart(): void {
    if (this.beforeRestart) this.replace(this.beforeRestart);
    this.beforeRestart = null;
  }

  /** Other work, as if a hand had made it: it is saved, and can be undone. */
  private replace(blocks: Blocks): void {
    this.editor?.load(blocks);
    this.session.change(blocks);
  }

  private foldSteps(open: boolean): void {
    this.stepsOpen = open;
  }

  private foldBench(): void {
    this.benchOpen = !this.benchOpen;
  }

  private openDialog(dialog: WorkDialog | null): void {
    this.dialog = dialog;
    if (dialog) void this.loadDialogs();
  }

  private async loadDialogs(): Promise<void> {
    try {
      this.dialogs = (await import('./work-dialogs.ts')).dialogs;
    } catch {
      // Without a connection a dialog opens when it is asked for again later.
    }
  }

  private leave(why: Problem | null): void {
    this.progress.leave();
    this.dispatchEvent(new CustomEvent('left', { detail: { problem: why } }));
  }

  private readonly onPageHide = () => this.session.flush();
}

/** Time after which the page has loaded what was urgent, ms. */
const leisure = 3000;
declare global {
  interface HTMLElementTagNameMap {
    'sb-work': SbWork;
  }
}
