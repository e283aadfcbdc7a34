import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Wiring } from '../../../device/contract/wiring.ts';
import type { Circuit } from '../../../lessons/circuit/circuit.ts';
import { layoutCircuit } from '../../../lessons/circuit/layout-circuit.ts';
import { partsInUse } from '../../../lessons/circuit/parts-in-use.ts';
import { type Check, checksOf } from '../../../lessons/wiring-test/checks.ts';
import type { PartTest } from '../../../lessons/wiring-test/part-test.ts';
import { testsOf } from '../../../lessons/wiring-test/tests-of.ts';
import type { LessonView } from '../../../server/api/contract/endpoints.ts';
import '../../circuit/circuit.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import '../celebration.ts';
import { type BuildProgress, nextOpen, nothingBuilt, stepKeys, testKey, withKey } from './build-progress.ts';
import './build-steps.ts';
import type { StepTicked } from './build-steps.ts';
import { PartCheck } from './part-check.ts';
import './part-tests.ts';
import type { WiringBench } from './wiring-bench.ts';
import { rememberBuilding, rememberedBuilding } from './wiring-memory.ts';
import { wiringStyles } from './wiring-styles.ts';

/** A lesson's circuit laid out, with what its ticks are kept by. */
interface Plan {
  readonly circuit: Circuit;
  readonly wiring: Wiring;
  readonly steps: readonly string[];
  readonly tests: readonly PartTest[];
  readonly testKeys: readonly string[];
}

/**
 * The lesson's circuit to build on a real breadboard: the drawing, one step at a time beside it, and a test of each
 * part at the end. Fires `done` when the pupil goes on to the program. Ticks are kept in this browser for `place`.
 */
@customElement('sb-wiring')
@localized()
export class SbWiring extends LitElement {
  @property({ attribute: false }) lesson: LessonView | null = null;
  @property({ attribute: false }) wiring: Wiring = { parts: [] };
  @property({ attribute: false }) bench: WiringBench | null = null;
  /** The seat: `code.nickname`. */
  @property() place = '';

  @state() private plan: Plan | null = null;
  @state() private progress: BuildProgress = nothingBuilt;
  @state() private view: 'build' | 'test' = 'build';
  @state() private step = 0;
  @state() private test = 0;
  /** The drawing goes close to the step's place. */
  @state() private near = true;

  private readonly check = new PartCheck(
    () => this.bench,
    () => this.onCheck(),
  );
  private unlisten: (() => void) | undefined;
  /** The board that was looked at last. */
  private target: WiringBench['target'] | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.onKeyDown);
    this.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.onKeyDown);
    this.unlisten?.();
    this.check.leave();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('bench')) this.listen();
    const target = this.bench?.target;
    // A test that began on one board does not go on on another.
    if (this.target !== target && this.target !== undefined) this.check.leave();
    this.target = target;
    if (changed.has('lesson') || changed.has('wiring') || changed.has('place')) this.layOut();
  }

  protected override firstUpdated(): void {
    this.focusMain();
  }

  override render() {
    const { plan } = this;
    if (!plan)
      return html`<p class="empty">${lineIcon('circuit-board')}${msg('Diese Lektion braucht keine Schaltung. Du kannst gleich programmieren.')}</p>`;
    if (plan.circuit.problems.length > 0)
      return html`<p class="empty">${lineIcon('circuit-board')}${msg('Diese Schaltung passt nicht ganz auf das Steckbrett. Frag deine Lehrkraft, wie ihr sie aufbaut.')}</p>`;
    const finished = this.finished(plan);
    return html`<div class="desk"><header>${this.tabs(plan)}${this.zoomButton()}</header>
      <div class="drawing">
        <sb-circuit
          .circuit=${plan.circuit}
          .step=${this.view === 'build' ? this.step : null}
          .mark=${this.view === 'test' ? this.markedStep(plan) : null}
          ?near=${this.near}
        ></sb-circuit>
      </div>
      ${
        this.view === 'build'
          ? html`<sb-build-steps
              class="panel"
              .circuit=${plan.circuit}
              .keys=${plan.steps}
              .ticked=${this.progress.ticked}
              .step=${this.step}
              @step-opened=${(event: CustomEvent<number>) => this.openStep(event.detail)}
              @step-ticked=${(event: StepTicked) => this.tick(plan, event.detail)}
              @restart=${this.restart}
            ></sb-build-steps>`
          : html`<sb-part-tests
              class="panel"
              .circuit=${plan.circuit}
              .tests=${plan.tests}
              .keys=${plan.testKeys}
              .passed=${this.progress.passed}
              .open=${this.test}
              .phase=${this.check.phase}
              .checks=${this.checks(plan)}
              .target=${this.bench?.target ?? 'virtual'}
              ?finished=${finished}
              @test-opened=${(event: CustomEvent<number>) => this.openTest(event.detail)}
              @test-started=${() => this.startTest(plan)}
              @test-answered=${(event: CustomEvent<boolean>) => this.check.answer(event.detail)}
              @check-moved=${(event: CustomEvent<1 | -1>) => this.check.look(event.detail)}
              @make-room=${() => void this.check.makeRoom()}
              @test-next=${() => this.nextTest(plan)}
              @done=${() => this.dispatchEvent(new Event('done'))}
            ></sb-part-tests>`
      }</div>
      ${this.view === 'test' && finished ? html`<sb-celebration of="lesson"></sb-celebration>` : nothing}`;
  }

  private tabs({ steps, tests }: Plan) {
    const tab = (
      view: 'build' | 'test',
      icon: 'circuit-board' | 'circle-check',
      name: string,
      count: string,
    ) =>
      html`<button type="button" role="tab" data-test="wiring-${view}" aria-selected=${this.view === view} @click=${() => this.show(view)}>
        ${lineIcon(icon)}<span>${name}</span><small>${count}</small>
      </button>`;
    const ticked = steps.filter((key) => this.progress.ticked.includes(key)).length;
    const passed = this.plan?.testKeys.filter((key) => this.progress.passed.includes(key)).length ?? 0;
    return html`<div role="tablist" aria-label=${msg('Aufbauen')}>
      ${tab('build', 'circuit-board', msg('Aufbauen'), `${ticked}/${steps.length}`)}
      ${tests.length > 0 ? tab('test', 'circle-check', msg('Prüfen'), `${passed}/${tests.length}`) : nothing}
    </div>`;
  }

  private zoomButton() {
    return html`<button type="button" class="zoom" data-test="wiring-zoom" aria-pressed=${this.near} @click=${() => {
      this.near = !this.near;
    }}>${lineIcon(this.near ? 'maximize' : 'search')}<span>${this.near ? msg('Alles zeigen') : msg('Nah heran')}</span></button>`;
  }

  private show(view: 'build' | 'test'): void {
    if (this.view === view) return;
    this.check.leave();
    this.view = view;
    this.focusMain();
  }

  private openStep(step: number): void {
    const last = (this.plan?.steps.length ?? 1) - 1;
    this.step = Math.max(0, Math.min(last, step));
  }

  private tick({ steps, testKeys }: Plan, { step, done }: { step: number; done: boolean }): void {
    const key = steps[step];
    if (key === undefined) return;
    this.keep(withKey(this.progress, 'ticked', key, done));
    if (!done) return;
    const next = nextOpen(steps, this.progress.ticked, step);
    if (next !== null) this.step = next;
    else if (testKeys.length > 0) this.show('test');
  }

  private restart(): void {
    this.keep(nothingBuilt);
    this.step = 0;
    this.test = 0;
    this.focusMain();
  }

  private openTest(test: number): void {
    this.check.leave();
    this.test = test;
    this.focusMain();
  }

  private startTest({ tests }: Plan): void {
    const test = tests[this.test];
    if (test) void this.check.start(test);
  }

  private nextTest({ testKeys }: Plan): void {
    this.openTest(nextOpen(testKeys, this.progress.passed, this.test) ?? this.test);
  }

  private onCheck(): void {
    const { plan } = this;
    const key = plan?.testKeys[this.test];
    if (key !== undefined && this.check.phase.at === 'passed' && !this.progress.passed.includes(key))
      this.keep(withKey(this.progress, 'passed', key, true));
    this.requestUpdate();
  }

  private finished({ testKeys }: Plan): boolean {
    return testKeys.every((key) => this.progress.passed.includes(key)) && this.check.phase.at !== 'missed';
  }

  private checks({ circuit, tests }: Plan): readonly Check[] {
    const test = tests[this.test];
    return test ? checksOf(circuit, test.part) : [];
  }

  /** The place of what is looked at now; the part itself as long as nothing is wrong with it. */
  private markedStep(plan: Plan): number | null {
    const { phase } = this.check;
    const checks = this.checks(plan);
    if (phase.at === 'missed') return checks[Math.min(phase.checked, checks.length - 1)]?.step ?? null;
    const part = plan.tests[this.test]?.part;
    const own = plan.circuit.steps.findIndex((step) => step.part === part && step.components.length > 0);
    return own >= 0 ? own : (checks[0]?.step ?? null);
  }

  private layOut(): void {
    const { lesson } = this;
    const wiring = lesson
      ? partsInUse(this.wiring, [lesson.starter, lesson.steps, lesson.goals])
      : this.wiring;
    if (!lesson || wiring.parts.length === 0) {
      this.plan = null;
      return;
    }
    const rows = Object.fromEntries(
      Object.entries(lesson.circuit).filter(([id]) => wiring.parts.some((part) => part.id === id)),
    );
    const circuit = layoutCircuit(wiring, rows, this.wiring);
    const tests = testsOf(wiring);
    const steps = stepKeys(circuit);
    const before = this.plan?.steps.join();
    this.plan = { circuit, wiring, steps, tests, testKeys: tests.map((test) => testKey(test, wiring)) };
    if (before === steps.join()) return;
    this.check.leave();
    this.progress = rememberedBuilding(this.place, lesson.id);
    this.step = nextOpen(steps, this.progress.ticked, -1) ?? 0;
    this.test = nextOpen(this.plan.testKeys, this.progress.passed, -1) ?? 0;
    this.view = steps.every((key) => this.progress.ticked.includes(key)) ? 'test' : 'build';
  }

  private keep(progress: BuildProgress): void {
    this.progress = progress;
    if (this.lesson) rememberBuilding(this.place, this.lesson.id, progress);
  }

  private listen(): void {
    this.unlisten?.();
    this.unlisten = this.bench?.onTrace((events, runId) => this.check.hear(events, runId));
  }

  /** The main button has the focus, so that Enter goes on. */
  private focusMain(): void {
    void this.updateComplete.then(() => {
      const panel = this.renderRoot.querySelector<LitElement & { focusMain(): void }>('.panel');
      void panel?.updateComplete.then(() => panel.focusMain());
    });
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (this.view === 'build') this.openStep(this.step + by);
    else {
      const next = this.test + by;
      if (this.plan?.tests[next]) this.openTest(next);
    }
  };

  static override styles = wiringStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-wiring': SbWiring;
  }
}
