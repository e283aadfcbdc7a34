import { localized } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Problem } from '../../device/contract/problem.ts';
import type { Blocks } from '../../server/live/contract/live.ts';
import { DoubleEscape } from '../ui/double-escape.ts';
import { problemOf } from '../ui/problem-text.ts';
import { saveStatus } from './autosave.ts';
import type { SbBlocks } from './blocks-editor.ts';
import type { BarAction, DeskView } from './editor-bar.ts';
import type { ProgramKey } from './key-pad.ts';
import { LessonSource } from './lesson-source.ts';
import { OfferedBlocks } from './offered-blocks.ts';
import { OnDemand } from './on-demand.ts';
import { keysOfWork } from './program-keys.ts';
import { ReplacedWork, type Sent } from './replaced-work.ts';
import type { RunTarget } from './runs.ts';
import { SeatSession } from './seat-session.ts';
import type { HeldSeat } from './seat-store.ts';
import './top-bar.ts';
import { WorkAdvice } from './work-advice.ts';
import { banners } from './work-banners.ts';
import { bench, type Tool } from './work-bench.ts';
import { WorkClass } from './work-class.ts';
import type { DialogPort, WorkDialog } from './work-dialogs.ts';
import { middle } from './work-middle.ts';
import { blocksNotLoaded, workUnreadable } from './work-problems.ts';
import { WorkPrograms } from './work-programs.ts';
import { WorkProgress } from './work-progress.ts';
import { steps } from './work-steps.ts';
import { WorkTogether } from './work-together.ts';

/**
 * The pupil's desk: steps, blocks, board. Fires `left` when the seat is given up, by the pupil or by
 * the server, and `code-renewed` with the pupil's new code to come back with.
 * Without a shadow root, because Blockly looks for the focus in the document.
 */
@customElement('sb-work')
@localized()
export class SbWork extends LitElement {
  @property({ attribute: false }) seat!: HeldSeat;

  @state() private stepsOpen = matchMedia('(min-width: 600px)').matches;
  @state() private benchOpen = true;
  @state() private view: DeskView = 'blocks';
  @state() private tool: Tool = 'console';
  /** The program stands as text beside the blocks. */
  @state() private codeOpen = false;
  @state() private selected: string | null = null;
  /** Counts the changes of the blocks, whoever made them. */
  @state() private edits = 0;
  @state() private problem: Problem | null = null;
  @state() private dialog: WorkDialog | null = null;
  @query('.middle > sb-blocks') private editor!: SbBlocks | null;

  private readonly doubleEscape = new DoubleEscape(() => void this.programs.stop());
  private readonly readOnly = matchMedia('(max-width: 599px)').matches;
  private twoVersions = false;
  /** The class has ended. */
  private over = false;
  private stopUndo: (() => void) | undefined;
  private readonly rooms = new OnDemand(
    () => this.requestUpdate(),
    (problem) => this.tell(problem),
  );
  private readonly advice = new WorkAdvice();
  private readonly offered = new OfferedBlocks(
    () => this.requestUpdate(),
    (thrown) => this.tell(problemOf(thrown)),
  );
  private readonly lessons = new LessonSource({
    came: (first) => this.onLesson(first),
    failed: (problem) => this.tell(problem),
  });
  private readonly session = new SeatSession({
    changed: () => this.onSession(),
    begun: (lessonId) => this.lessons.begin(lessonId),
    show: (blocks) => {
      // What came instead of the pupil's blocks is no longer there, such as when the server did not take it.
      this.replaced.forget();
      this.show(blocks);
    },
    refused: (why) => this.leave(why),
    newCode: (resumeCode) => this.dispatchEvent(new CustomEvent('code-renewed', { detail: resumeCode })),
    lessonChanged: () => this.lessons.reload(),
    sent: (what, former) => this.onSent(what.kind, former),
  });
  private readonly others = new WorkTogether({
    session: this.session,
    rooms: this.rooms,
    tell: (problem) => this.tell(problem),
    changed: () => {
      this.requestUpdate();
      return this.updateComplete;
    },
  });
  private readonly class = new WorkClass({ session: this.session, rooms: this.rooms });
  private readonly replaced = new ReplacedWork({
    work: () => this.editor?.save(),
    put: (blocks) => this.put(blocks),
    changed: () => this.requestUpdate(),
  });
  private readonly progress = new WorkProgress({
    changed: () => this.requestUpdate(),
    send: (progress) => this.session.ask('progress:save', progress),
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
    this.session.runs.onTrace = (target, batch) => this.programs.hear(target, batch);
    this.session.open(this.seat);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.doubleEscape);
    window.removeEventListener('pagehide', this.onPageHide);
    this.advice.close();
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

  protected override updated(): void {
    this.advice.follow(this.programs.wiring);
  }

  override render() {
    const { programs, session } = this;
    const { pupil, saving } = session;
    return html`<sb-top-bar
        role="banner"
        .heading=${this.lesson?.title ?? ''}
        .nickname=${pupil?.seat.nickname ?? this.seat.nickname}
        .code=${this.seat.code}
        .device=${pupil?.device ?? null}
        .target=${programs.target}
        .running=${programs.view.running}
        .starting=${programs.starting}
        .saved=${saving ? saveStatus(saving) : 'saved'}
        @run=${() => programs.run()}
        @stop=${() => programs.stop()}
        @target-chosen=${(event: CustomEvent<RunTarget>) => programs.choose(event.detail)}
        @together=${() => this.others.openSeats(this)}
        @work=${() => this.openDialog('work')}
        @my-pi=${() => this.class.whichPi(this)}
        @help=${() => this.openDialog('help')}
        @leave=${() => this.openDialog('leave')}
        >${this.class.buttons()}</sb-top-bar>
      <main><div class="banners">${this.class.render()}${this.others.render()}${banners({
        session,
        target: programs.target,
        problem: this.problem,
        replaced: this.replaced.by,
        mayUndo: this.replaced.mayUndo,
        undoReplaced: () => this.replaced.undo(),
        keepReplaced: () => this.replaced.forget(),
        takeVirtual: () => programs.choose('virtual'),
        queue: () => void this.others.queue(),
        takeHome: () => this.openDialog('work'),
        leave: () => this.leave(null),
        chooseVersion: () => this.openDialog('versions'),
        dismiss: () => this.tell(null),
      })}</div>
      <div class="desk">${this.steps()}${this.middle()}${this.bench()}</div></main>
      <sb-work-dialogs .open=${this.dialog} .port=${this.dialogPort}></sb-work-dialogs>`;
  }

  private steps() {
    return steps({
      open: this.stepsOpen,
      lesson: this.lesson,
      programs: this.programs,
      progress: this.progress,
      readOnly: this.readOnly,
      fold: (open) => {
        this.stepsOpen = open;
      },
      restart: () => this.openDialog('restart'),
    });
  }

  private middle() {
    const { programs, progress, session, lesson } = this;
    const mayAll = session.pupil?.class.allBlocks ?? false;
    return middle({
      view: this.view,
      codeOpen: this.codeOpen && !this.readOnly,
      allBlocks: mayAll ? this.offered.all : null,
      readOnly: this.readOnly,
      lookingOn: this.others.lookingOn,
      types: mayAll ? this.offered.types(progress.toolbox, programs.wiring) : progress.toolbox,
      programs,
      rooms: this.rooms,
      lesson,
      editor: this.editor,
      selected: this.selected,
      edits: this.edits,
      place: `${this.seat.code}.${this.seat.nickname}`,
      press: (action) => this.onBar(action),
      ready: () => this.onBlocksReady(),
      changed: (blocks) => this.onBlocksChanged(blocks),
      shown: () => this.onBlocksShown(),
      late: (why) => this.tell(blocksNotLoaded(why)),
      unreadable: (why) => this.tell(workUnreadable(why)),
      select: (block) => {
        this.selected = block;
      },
    });
  }

  private bench() {
    return bench({
      programs: this.programs,
      rooms: this.rooms,
      tool: this.tool,
      heading: this.lesson?.title ?? '',
      open: this.benchOpen,
      keyPad: this.keyPad(),
      names: this.editor?.names ?? noNames,
      fold: () => {
        this.benchOpen = !this.benchOpen;
      },
      choose: (tool) => {
        this.tool = tool;
      },
      select: (block) => this.editor?.select(block),
    });
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
    if (this.session.pupil?.class.state === 'ended') this.onOver();
    this.progress.meet(this.session.pupil);
    this.requestUpdate();
  }

  private onLesson(first: boolean): void {
    if (this.problem?.code === 'no-connection') this.tell(null);
    if (this.lesson) this.progress.follow(this.lesson);
    if (first) this.showWork();
    this.requestUpdate();
  }

  /** The teacher sent something; who looks on has nothing of their own to get back. */
  private onSent(what: Sent, former: Blocks | null): void {
    // Until the other lesson has come, nobody builds on with the blocks of the one before.
    if (what === 'lesson') this.editor?.load({});
    this.replaced.sent(what, what === 'step' || this.others.lookingOn ? null : former);
  }

  private onBlocksReady(): void {
    this.showWork();
    void this.keepUndo();
    setTimeout(() => {
      if (!this.isConnected) return;
      this.class.ready();
      this.rooms.want('dialogs');
      if (!this.readOnly) void this.advice.open(this.editor, this.programs.wiring);
    }, leisure);
  }

  /** Undo across a reload; a page that cannot load it undoes what was done since. */
  private async keepUndo(): Promise<void> {
    const memory = await import('./keeping/undo-memory.ts').catch(() => null);
    if (this.editor && !this.over) this.stopUndo = memory?.keepUndo(this.editor, this.seat);
  }

  /** The class is gone: from now on nothing of it is kept in this browser. */
  private onOver(): void {
    if (this.over) return;
    this.over = true;
    this.stopUndo?.();
    this.progress.leave();
    this.dispatchEvent(new Event('class-over'));
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

  private onBlocksChanged(blocks: Blocks): void {
    this.replaced.forget();
    this.edits += 1;
    this.session.change(blocks);
  }

  private onBlocksShown(): void {
    this.edits += 1;
    if (this.problem?.code === 'blocks-not-loaded') this.tell(null);
  }

  private onBar(action: BarAction): void {
    const { programs } = this;
    switch (action) {
      case 'blocks':
      case 'wiring':
        this.view = action;
        break;
      case 'code':
        this.codeOpen = !this.codeOpen;
        // Blocks, text and board fill a usual screen; the steps come back when there is room for them.
        if (!matchMedia(wide).matches) this.stepsOpen = !this.codeOpen;
        break;
      case 'all-blocks':
        return void this.offered.toggle();
      case 'pause':
        return void programs.pause();
      case 'resume':
        return void programs.resume();
      case 'step':
        return void programs.step();
      case 'slow':
        return void programs.setSlow(!programs.slow);
    }
  }

  private tell(what: Problem | null): void {
    this.problem = what;
  }

  private put(blocks: Blocks): void {
    this.editor?.load(blocks, true);
    this.edits += 1;
    this.session.change(blocks);
  }

  private openDialog(dialog: WorkDialog | null): void {
    this.dialog = dialog;
    if (dialog) this.rooms.want('dialogs');
  }

  private readonly dialogPort: DialogPort = {
    desk: () => ({
      session: this.session,
      seat: this.seat,
      lesson: this.lesson,
      wiring: this.programs.wiring,
      work: () => this.editor?.save() ?? {},
    }),
    close: () => this.openDialog(null),
    goTo: (dialog) => this.openDialog(dialog),
    leave: () => this.leave(null),
    restart: () => {
      this.openDialog(null);
      if (this.lesson) this.replaced.replace(this.lesson.starter, 'restart');
    },
    replace: (blocks, by) => {
      this.openDialog(null);
      this.replaced.replace(blocks, by);
    },
    choose: (which) => this.session.choose(which),
  };

  private leave(why: Problem | null): void {
    this.progress.leave();
    this.dispatchEvent(new CustomEvent('left', { detail: { problem: why } }));
  }

  private readonly onPageHide = () => this.session.flush();
}

/** A screen with room for steps, blocks, text and board. */
const wide = '(min-width: 1600px), (max-width: 1023px)';
/** Time after which the page has loaded what was urgent, ms. */
const leisure = 3000;

/** Before a program was made of the blocks. */
const noNames: ReadonlyMap<string, string> = new Map();

declare global {
  interface HTMLElementTagNameMap {
    'sb-work': SbWork;
  }
}
