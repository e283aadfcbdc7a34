import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Problem } from '../../device/contract/problem.ts';
import type { LessonView } from '../../server/api/contract/endpoints.ts';
import type { Blocks, PupilState } from '../../server/live/contract/live.ts';
import type { BoardInput } from '../board/board.ts';
import '../board/board.ts';
import { call } from '../client/api.ts';
import { type Language, language } from '../locales/locale.ts';
import '../ui/dialog-frame.ts';
import { lineIcon } from '../ui/line-icons.ts';
import '../ui/notice.ts';
import { problemOf, problemText } from '../ui/problem-text.ts';
import { type SaveState, saveStatus } from './autosave.ts';
import { Autosave } from './autosave-runner.ts';
import './blocks-editor.ts';
import type { SbBlocks } from './blocks-editor.ts';
import './conflict.ts';
import { PupilConnection } from './connection.ts';
import './console.ts';
import type { BlockChosen } from './console.ts';
import { openCopyStore } from './copy-store.ts';
import { DoubleEscape } from './double-escape.ts';
import { glowingBlocks } from './run-view.ts';
import { Runs, type RunTarget } from './runs.ts';
import type { HeldSeat } from './seat-store.ts';
import './steps.ts';
import { tabId } from './tab-id.ts';
import './top-bar.ts';
import { helpBody } from './work-dialogs.ts';

/**
 * The pupil's desk: steps, blocks, board. Fires `left` when the seat is given up, by the pupil or by the server.
 * Without a shadow root, because Blockly looks for the focus in the document.
 */
@localized()
@customElement('sb-work')
export class SbWork extends LitElement {
  @property({ attribute: false }) seat!: HeldSeat;

  @state() private pupil: PupilState | null = null;
  @state() private online = false;
  @state() private lesson: LessonView | null = null;
  @state() private step = 0;
  @state() private stepsOpen = matchMedia('(min-width: 600px)').matches;
  @state() private benchOpen = true;
  @state() private target: RunTarget = 'virtual';
  @state() private starting = false;
  @state() private problem: Problem | null = null;
  @state() private dialog: 'help' | 'leave' | 'versions' | null = null;

  @query('.desk > sb-blocks') private editor!: SbBlocks;

  private readonly tab = tabId();
  private readonly doubleEscape = new DoubleEscape(() => void this.stop());
  private readonly narrow = matchMedia('(max-width: 599px)');
  private connection: PupilConnection | undefined;
  private autosave: Autosave | undefined;
  private targetByHand = false;
  private twoVersions = false;
  private lessonLanguage: Language | undefined;
  private readonly runs = new Runs(
    {
      run: (source) => this.ask('program:run', { source }),
      stop: async () => void (await this.ask('program:stop', {})),
      input: async (part, input) => void (await this.ask('board:input', { part, input })),
      tellVirtual: (now, error) => void this.ask('virtual:state', { state: now, error }).catch(() => {}),
    },
    () => this.requestUpdate(),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.doubleEscape);
    window.addEventListener('pagehide', this.onPageHide);
    this.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.doubleEscape);
    window.removeEventListener('pagehide', this.onPageHide);
    this.autosave?.close();
    this.connection?.close();
    void this.runs.close();
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(): void {
    if (this.pupil && this.lessonLanguage !== language()) void this.loadLesson();
  }

  override render() {
    const device = this.pupil?.device ?? null;
    const view = this.runs.view(this.target);
    const saving = this.autosave?.state;
    const wiring = this.wiring;
    return html`<sb-top-bar
        .heading=${this.lesson?.title ?? ''}
        .nickname=${this.pupil?.seat.nickname ?? this.seat.nickname}
        .device=${device}
        .target=${this.target}
        .running=${view.running}
        .starting=${this.starting}
        .saved=${saving ? saveStatus(saving) : 'saved'}
        @run=${this.run}
        @stop=${this.stop}
        @target-chosen=${this.onTarget}
        @help=${() => this.open('help')}
        @leave=${() => this.open('leave')}
      ></sb-top-bar>
      <div class="banners">${this.banners()}</div>
      <div class="desk">
        ${
          this.stepsOpen
            ? html`<sb-steps
                .lesson=${this.lesson}
                .step=${this.step}
                @step-chosen=${(event: CustomEvent<number>) => this.chooseStep(event.detail)}
                @fold=${() => this.foldSteps(false)}
              ></sb-steps>`
            : html`<button type="button" class="unfold" data-test="unfold" aria-label=${msg('Schritte ausklappen')} @click=${() => this.foldSteps(true)}>
                ${lineIcon('panel-left-open')} <span>${msg('Schritte')}</span>
              </button>`
        }
        <sb-blocks
          .types=${this.lesson?.toolbox ?? []}
          .wiring=${wiring}
          .glowing=${glowingBlocks(view)}
          .failed=${view.failed ? { block: view.failed.block, text: problemText(view.failed.problem) } : null}
          ?read-only=${this.narrow.matches}
          @blocks-ready=${this.showWork}
          @blocks-changed=${(event: CustomEvent<Blocks>) => this.autosave?.handle({ type: 'changed', blocks: event.detail })}
        ></sb-blocks>
        <aside class="bench ${this.benchOpen ? '' : 'folded'}">
          <button type="button" class="handle" aria-expanded=${this.benchOpen} @click=${this.foldBench}>
            ${lineIcon('chevron-down')} ${this.benchOpen ? msg('Pi und Schritte ausblenden') : msg('Pi und Schritte zeigen')}
          </button>
          <sb-board
            .wiring=${wiring}
            .levels=${view.levels}
            ?interactive=${this.canTouch}
            ?online=${this.target === 'virtual' || (device?.online ?? false)}
            ?running=${view.running}
            @board-input=${this.onBoardInput}
          ></sb-board>
          <sb-console .lines=${view.lines} @block-chosen=${(event: BlockChosen) => this.editor.select(event.detail.block)}></sb-console>
        </aside>
      </div>
      ${this.dialogs()}`;
  }

  private banners() {
    const saving = this.autosave?.state;
    const noPi = this.target === 'pi' && this.pupil && !this.pupil.device;
    return html`${
      this.pupil?.class.state === 'ended'
        ? html`<sb-notice tone="good" data-test="class-ended">${msg('Die Stunde ist zu Ende. Danke, dass du dabei warst!')}</sb-notice>`
        : nothing
    }${
      this.pupil && !this.online
        ? html`<sb-notice tone="waiting" data-test="offline">${msg('Gerade keine Verbindung. Mach ruhig weiter: Deine Arbeit bleibt auf diesem Gerät und wird nachgereicht.')}</sb-notice>`
        : nothing
    }${
      noPi
        ? html`<sb-notice tone="info" data-test="no-device"
            >${msg('Du hast noch keinen Pi. Frag deine Lehrkraft danach, oder probiere es auf dem virtuellen Pi.')}
            <button slot="action" type="button" class="small-action" @click=${() => this.chooseTarget('virtual')}>${msg('Virtuellen Pi nehmen')}</button>
          </sb-notice>`
        : nothing
    }${
      saving?.theirs
        ? html`<sb-notice tone="waiting" data-test="two-versions"
            >${msg('Deine Arbeit wurde an zwei Stellen geändert. Nichts ist verloren.')}
            <button slot="action" type="button" class="small-action" @click=${() => this.open('versions')}>${msg('Ansehen und wählen')}</button>
          </sb-notice>`
        : nothing
    }${saving?.refused ? html`<sb-notice tone="problem">${problemText(saving.refused)}</sb-notice>` : nothing}${
      this.problem
        ? html`<sb-notice tone="problem" data-test="problem"
            >${problemText(this.problem)}
            <button slot="action" type="button" class="small-action" @click=${() => {
              this.problem = null;
            }}>${msg('Gut')}</button>
          </sb-notice>`
        : nothing
    }`;
  }

  private dialogs() {
    const saving = this.autosave?.state;
    const close = () => this.open(null);
    return html`<sb-dialog-frame .open=${this.dialog === 'help'} .heading=${msg('So geht’s')} @close=${close}>
        ${this.dialog === 'help' ? helpBody() : nothing}
      </sb-dialog-frame>
      <sb-dialog-frame .open=${this.dialog === 'leave'} .heading=${msg('Platz verlassen?')} @close=${close}>
        <p>${msg('Dann vergisst dieser Browser deinen Platz. Deine Arbeit bleibt gespeichert, aber du kommst nicht mehr an sie heran.')}</p>
        <div class="dialog-actions">
          <button type="button" @click=${close}>${msg('Hier bleiben')}</button>
          <button type="button" class="danger" data-test="leave-now" @click=${() => this.leave(null)}>${msg('Platz verlassen')}</button>
        </div>
      </sb-dialog-frame>
      ${
        saving?.theirs
          ? html`<sb-dialog-frame .open=${this.dialog === 'versions'} .heading=${msg('Zwei Fassungen')} @close=${close}>
              <sb-conflict
                .mine=${saving.blocks ?? {}}
                .theirs=${saving.theirs.blocks ?? {}}
                .wiring=${this.wiring}
                @chosen=${(event: CustomEvent<'mine' | 'theirs'>) => this.autosave?.handle({ type: 'chosen', which: event.detail })}
              ></sb-conflict>
            </sb-dialog-frame>`
          : nothing
      }`;
  }

  private get wiring() {
    const own = this.target === 'pi' ? this.pupil?.device?.wiring : undefined;
    return own ?? this.lesson?.wiring ?? { parts: [] };
  }

  /** A hand can work the inputs of a Pi that exists in software only. */
  private get canTouch(): boolean {
    if (this.target === 'virtual') return true;
    const device = this.pupil?.device;
    return this.online && device?.online === true && device.board?.kind === 'simulated';
  }

  private connect(): void {
    this.connection = new PupilConnection(this.seat.token, {
      'seat:state': (pupil) => void this.hearState(pupil),
      'device:state': (device) => this.hearDevice(device),
      'trace:batch': (batch) => this.runs.hear(batch),
      'workspace:changed': (workspace) => this.autosave?.handle({ type: 'server', workspace }),
      'class:changed': (now) => {
        if (this.pupil) this.pupil = { ...this.pupil, class: now };
        if (now.state === 'ended') void this.stopVirtual();
      },
      'class:stop-all': () => void this.stopVirtual(),
      disconnected: () => {
        this.online = false;
        this.autosave?.handle({ type: 'disconnected' });
      },
      refused: (problem) => this.leave(problem),
    });
  }

  private async hearState(pupil: PupilState): Promise<void> {
    const first = this.pupil === null;
    this.pupil = pupil;
    this.online = true;
    this.hearDevice(pupil.device);
    if (first) await Promise.all([this.loadLesson(), this.beginSaving(pupil.seat.id)]);
    this.autosave?.handle({ type: 'server', workspace: this.pupil.workspace, connected: true });
    if (first) this.showWork();
  }

  private hearDevice(device: PupilState['device']): void {
    if (this.pupil) this.pupil = { ...this.pupil, device };
    if (!this.targetByHand && !this.runs.view('virtual').running) this.target = device ? 'pi' : 'virtual';
    this.runs.hearDevice(device);
  }

  private async beginSaving(seatId: string): Promise<void> {
    const { found, store } = await openCopyStore(seatId, this.tab);
    this.autosave = new Autosave({
      tab: this.tab,
      copy: found,
      store,
      problemOf,
      clock: {
        now: () => Date.now(),
        after: (ms, callback) => {
          const timer = setTimeout(callback, ms);
          return () => clearTimeout(timer);
        },
      },
      send: (base, blocks) => this.ask('workspace:save', { base, blocks, tab: this.tab }),
      show: (blocks) => this.showBlocks(blocks),
      changed: (state) => this.onSaving(state),
    });
  }

  /** Two versions ask for a choice at once; who closes the dialog finds it in the banner. */
  private onSaving(now: SaveState): void {
    if (now.theirs && !this.twoVersions) this.dialog = 'versions';
    if (!now.theirs && this.dialog === 'versions') this.dialog = null;
    this.twoVersions = now.theirs !== null;
    this.requestUpdate();
  }

  private async loadLesson(): Promise<void> {
    const wanted = language();
    this.lessonLanguage = wanted;
    try {
      const { lessons } = await call('lessons', { language: wanted }, {});
      this.lesson = lessons.find(({ id }) => id === this.pupil?.class.lessonId) ?? null;
    } catch (thrown) {
      this.problem = problemOf(thrown);
    }
  }

  /** Puts the work into the editor, once both are there: what the machine holds, else the lesson's beginning. */
  private showWork(): void {
    if (this.autosave) this.showBlocks(this.autosave.state.blocks);
  }

  private showBlocks(blocks: Blocks | null): void {
    const shown = blocks ?? this.lesson?.starter;
    if (shown) this.editor?.load(shown);
  }

  private async run(): Promise<void> {
    this.problem = null;
    this.starting = true;
    try {
      await this.runs.run(this.target, this.editor.program(), this.wiring);
    } catch (thrown) {
      this.problem = problemOf(thrown);
    } finally {
      this.starting = false;
    }
  }

  private async stop(): Promise<void> {
    try {
      await this.runs.stop(this.target);
    } catch (thrown) {
      this.problem = problemOf(thrown);
    }
  }

  private async stopVirtual(): Promise<void> {
    await this.runs.stop('virtual');
  }

  private async onBoardInput(event: BoardInput): Promise<void> {
    const { part, input } = event.detail;
    try {
      await this.runs.input(this.target, part, input, this.wiring);
    } catch (thrown) {
      this.problem = problemOf(thrown);
    }
  }

  private onTarget(event: CustomEvent<RunTarget>): void {
    this.chooseTarget(event.detail);
  }

  private chooseTarget(target: RunTarget): void {
    this.targetByHand = true;
    this.target = target;
  }

  private chooseStep(step: number): void {
    this.step = step;
  }

  private foldSteps(open: boolean): void {
    this.stepsOpen = open;
  }

  private foldBench(): void {
    this.benchOpen = !this.benchOpen;
  }

  private open(dialog: typeof this.dialog): void {
    this.dialog = dialog;
  }

  private leave(problem: Problem | null): void {
    this.dispatchEvent(new CustomEvent('left', { detail: { problem } }));
  }

  private ask: PupilConnection['ask'] = (name, request) => this.connection!.ask(name, request);

  private readonly onPageHide = () => this.autosave?.handle({ type: 'flush' });
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-work': SbWork;
  }
}
