import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { loadViews } from '../../board/part-views.ts';
import { language } from '../../locales/locale.ts';
import type { RunTarget } from '../runs.ts';
import { changesTable } from './changes-table.ts';
import './chart.ts';
import type { PeriodAsked, SbRecorderChart } from './chart.ts';
import { csvOf } from './csv.ts';
import { periodAround } from './edges.ts';
import { emptyDrawing } from './empty-drawing.ts';
import { download, fileName } from './file-name.ts';
import { laneInWords } from './lane-words.ts';
import { cursorReadings, periodInWords } from './measured.ts';
import { pictureOf } from './picture.ts';
import { type RecorderIcon, recorderIcon } from './recorder-icons.ts';
import { recorderStyles } from './recorder-styles.ts';
import type { Recording } from './recording.ts';
import type { RunRecord } from './run-record.ts';
import { lightPaint } from './scene.ts';
import { hasVariables, type ShownLane, shownLanes } from './shown-lanes.ts';
import { Viewing } from './viewing.ts';
import { Words } from './words.ts';

/** While a program runs, what is heard and the table are told anew this often, ms. */
const wordsPause = 1000;
/** Who wants less motion sees the newest this often, ms. */
const calmPause = 500;

/** The pin recorder: every pin and value of a run over time, to be zoomed, measured and kept as a file. */
@customElement('sb-recorder')
@localized()
export class SbRecorder extends LitElement {
  @property({ attribute: false }) recording: Recording | undefined;
  @property({ attribute: false }) wiring: Wiring = { parts: [] };
  /** Whose runs are shown; left out, those of the board where a run began last. */
  @property() target: RunTarget | undefined;
  @property({ type: Boolean }) running = false;
  /** What the lesson is called; files are named after it. */
  @property() heading = '';

  @state() private large = false;
  @state() private table = false;
  @state() private measuring = false;
  @state() private variables = false;
  /** The period that was measured last, in words. */
  @state() private period = '';
  @state() private failed = '';

  @query('sb-recorder-chart') private chart!: SbRecorderChart | null;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  private readonly viewing = new Viewing(() => this.look());
  private words = new Words(language());
  private lanes: readonly ShownLane[] = [];
  private lanesFor = '';
  private stopListening: (() => void) | undefined;
  private frame = 0;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private toldAt = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
    this.stopListening = undefined;
    cancelAnimationFrame(this.frame);
    clearTimeout(this.pause);
    this.frame = 0;
    this.pause = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.words.language !== language()) this.words = new Words(language());
    if (changed.has('recording') || changed.has('target')) this.listen();
    if (changed.has('wiring'))
      loadViews(this.wiring)?.then(
        () => {
          this.lanesFor = '';
          this.requestUpdate();
        },
        () => {}, // Without them parts go by their ids.
      );
    this.viewing.running = this.running;
    this.viewing.sync();
    this.arrange();
  }

  override render() {
    return html`${this.large ? nothing : this.content(false)}
      <dialog aria-labelledby="large-heading" @close=${this.onClose}>
        ${
          this.large
            ? html`<header>
                  <h2 id="large-heading" tabindex="-1" autofocus>${msg('Pins messen')}</h2>
                  ${this.button('clear', msg('Schließen'), 'recorder-close', () => this.dialog?.close())}
                </header>
                ${this.content(true)}`
            : nothing
        }
      </dialog>`;
  }

  protected override updated(): void {
    if (this.large && this.dialog && !this.dialog.open) this.dialog.showModal();
    this.schedule();
  }

  private content(large: boolean) {
    const { viewing, lanes } = this;
    if (!viewing.run || lanes.length === 0) return emptyDrawing(viewing.run !== undefined);
    return html`<div class="recorder">
      ${this.bar(large)}
      <div class="middle">
        ${
          this.table
            ? changesTable(lanes, this.words)
            : html`<sb-recorder-chart
                .viewing=${viewing}
                .lanes=${lanes}
                .words=${this.words}
                ?measuring=${this.measuring}
                @period-asked=${this.onPeriod}
              ></sb-recorder-chart>`
        }
        ${viewing.frozen ? html`<span class="badge" data-test="recorder-frozen">${msg('eingefroren')}</span>` : nothing}
        ${this.heard()}
      </div>
      ${this.readings()}
    </div>`;
  }

  private bar(large: boolean) {
    const { viewing } = this;
    return html`<div class="bar" role="toolbar" aria-label=${msg('Aufzeichnung')}>
      ${this.button('follow', msg('folgen'), 'recorder-follow', () => viewing.follow(!viewing.follows), { pressed: viewing.follows && !viewing.frozen, words: large, off: viewing.frozen })}
      ${this.button('freeze', msg('einfrieren'), 'recorder-freeze', () => viewing.freeze(!viewing.frozen), { pressed: viewing.frozen, words: large })}
      ${this.button('zoomOut', msg('kleiner'), 'recorder-zoom-out', () => viewing.zoom(2))}
      ${this.button('zoomIn', msg('größer'), 'recorder-zoom-in', () => viewing.zoom(0.5))}
      ${this.button('all', msg('alles zeigen'), 'recorder-all', () => viewing.showAll(), { words: large })}
      ${this.button('period', msg('Periode messen'), 'recorder-period', () => this.measure(), { pressed: this.measuring, words: large })}
      ${large ? this.more() : nothing}
      ${large ? nothing : html`<span class="end">${this.button('large', msg('groß'), 'recorder-large', () => this.enlarge())}</span>`}
    </div>`;
  }

  /** What there is room for in large only. */
  private more() {
    const { run } = this.viewing;
    return html`${
      run && hasVariables(run)
        ? this.button('variables', msg('Variablen'), 'recorder-variables', () => this.toggleVariables(), {
            pressed: this.variables,
            words: true,
          })
        : nothing
    }
    ${this.button('table', msg('Tabelle'), 'recorder-table', () => this.toggleTable(), { pressed: this.table, words: true })}
    ${this.button('csv', 'CSV', 'recorder-csv', () => this.saveTable(), { words: true, name: msg('Tabelle speichern (CSV)') })}
    ${this.button('picture', 'PNG', 'recorder-png', () => void this.savePicture(), { words: true, name: msg('Bild speichern (PNG)'), off: this.table })}`;
  }

  private button(
    icon: RecorderIcon,
    label: string,
    test: string,
    act: () => void,
    {
      pressed,
      words = false,
      off = false,
      name = label,
    }: { pressed?: boolean; words?: boolean; off?: boolean; name?: string } = {},
  ) {
    return html`<button
      type="button"
      data-test=${test}
      aria-label=${name}
      title=${name}
      aria-pressed=${pressed === undefined ? nothing : String(pressed)}
      ?disabled=${off}
      @click=${act}
    >
      ${recorderIcon(icon)}${words ? html`<span>${label}</span>` : nothing}
    </button>`;
  }

  /** What the cursors and the ruler measured. */
  private readings() {
    const readings = cursorReadings(this.viewing.cursors, this.words);
    const hint = this.measuring && this.period === '' ? msg('Tippe in eine Spur.') : '';
    if (readings.length === 0 && this.period === '' && hint === '' && this.failed === '' && !this.large)
      return nothing;
    return html`<div class="readings">
      <p role="status" data-test="recorder-readings">
        ${this.failed || nothing}
        ${this.period === '' ? hint : html`<b data-test="recorder-measured">${this.period}</b>`}
        ${readings.map(({ name, value }) => html`<span><dfn class=${name}>${name}</dfn> ${value}</span>`)}
        ${this.large && readings.length === 0 && this.period === '' && hint === '' ? msg('Tippe in eine Spur: A und B messen die Zeit dazwischen.') : nothing}
      </p>
      ${readings.length > 0 ? this.button('clear', msg('Messung löschen'), 'recorder-clear', () => this.clear()) : nothing}
    </div>`;
  }

  /** The lanes for those who hear them. */
  private heard() {
    const { run, now } = this.viewing;
    return html`<ul class="heard" data-test="recorder-heard" aria-label=${msg('Spuren')}>
      ${this.lanes.map((lane) => html`<li>${laneInWords(lane, now, run?.holes ?? [], this.words)}</li>`)}
    </ul>`;
  }

  private listen(): void {
    this.stopListening?.();
    this.viewing.open(this.recording, this.target);
    this.stopListening = this.isConnected ? this.recording?.listen(() => this.schedule()) : undefined;
  }

  /** The lanes, anew only when there are others. */
  private arrange(): void {
    const { run } = this.viewing;
    const { variables } = this;
    const frozen = this.viewing.frozen ? 'frozen' : '';
    const key = run
      ? JSON.stringify([
          run.runId,
          frozen,
          [...run.lanes.keys()],
          variables,
          this.words.language,
          this.wiring,
        ])
      : '';
    if (key === this.lanesFor) return;
    this.lanesFor = key;
    this.lanes = run ? lanesOf(run, this.wiring, variables) : [];
    this.viewing.lane = Math.max(0, Math.min(this.viewing.lane, this.lanes.length - 1));
  }

  /** Somebody looks at something else: cursors, stretch, frozen or not. */
  private look(): void {
    this.requestUpdate();
    this.schedule();
  }

  private schedule(): void {
    if (!this.isConnected || this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.step();
    });
  }

  private step(): void {
    const { viewing } = this;
    const before = viewing.run;
    viewing.sync();
    const lanes = this.lanes;
    const known = viewing.run?.lanes.size;
    if (before !== viewing.run || known !== this.knownLanes) {
      this.knownLanes = known;
      this.arrange();
    }
    if (lanes !== this.lanes || performance.now() - this.toldAt > wordsPause) {
      this.toldAt = performance.now();
      this.requestUpdate();
    }
    this.chart?.draw();
    this.goOn();
  }

  private knownLanes: number | undefined;

  /** While the newest is in sight and time goes on, the picture goes on without events. */
  private goOn(): void {
    const { run, follows, frozen } = this.viewing;
    if (!run || run.ended || run.paused || frozen || !this.running) return;
    const calm = !follows || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!calm) this.schedule();
    else
      this.pause ??= setTimeout(() => {
        this.pause = undefined;
        this.schedule();
      }, calmPause);
  }

  private measure(): void {
    this.measuring = !this.measuring;
    this.period = '';
    this.table = false;
  }

  private onPeriod({ detail: { lane: index, at } }: PeriodAsked): void {
    const shown = this.lanes[index];
    const { run } = this.viewing;
    if (!shown || !run) return;
    const period = periodAround(shown.lane, at, run.holes);
    if (!period) {
      this.period = msg(str`${shown.name}: hier ist keine ganze Periode.`);
      return;
    }
    this.period = `${shown.name}: ${periodInWords(period, shown, this.words)}`;
    if (period.from === Number.POSITIVE_INFINITY) return;
    this.viewing.setCursor('a', period.from);
    this.viewing.setCursor('b', period.to);
    this.viewing.reveal(period.from);
  }

  private clear(): void {
    this.period = '';
    this.viewing.clearCursors();
  }

  private toggleTable(): void {
    this.table = !this.table;
  }

  private toggleVariables(): void {
    this.variables = !this.variables;
  }

  private enlarge(): void {
    this.large = true;
  }

  private async onClose(): Promise<void> {
    this.large = false;
    this.table = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[data-test="recorder-large"]')?.focus();
  }

  private saveTable(): void {
    const { run } = this.viewing;
    if (!run) return;
    const all = shownLanes(run, this.wiring, { variables: true });
    const text = csvOf(run, all, this.words.language);
    download(new Blob([text], { type: 'text/csv' }), fileName(this.heading, new Date(), 'csv'));
  }

  private async savePicture(): Promise<void> {
    const scene = this.chart?.scene();
    if (!scene) return;
    const now = new Date();
    const time = new Intl.DateTimeFormat(this.words.language === 'de' ? 'de-DE' : 'en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(now);
    const title = [this.heading || msg('Pins messen'), time].join(' · ');
    const readings = cursorReadings(scene.cursors, this.words).map(({ name, value }) => `${name} ${value}`);
    const measured = [this.period, ...readings].filter((text) => text !== '').join('   ');
    try {
      download(
        await pictureOf({ ...scene, chosen: -1, paint: lightPaint() }, title, measured),
        fileName(this.heading, now, 'png'),
      );
      this.failed = '';
    } catch {
      this.failed = msg(
        'Das Bild ließ sich nicht speichern. Schließe andere Tabs und versuche es noch einmal.',
      );
    }
  }

  static override styles = recorderStyles;
}

/** What a run has to show: without pins and values its variables, also unasked. */
function lanesOf(run: RunRecord, wiring: Wiring, variables: boolean): readonly ShownLane[] {
  const lanes = shownLanes(run, wiring, { variables });
  return lanes.length === 0 && !variables ? shownLanes(run, wiring, { variables: true }) : lanes;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-recorder': SbRecorder;
  }
}
