import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Circuit } from '../../../lessons/circuit/circuit.ts';
import type { Check } from '../../../lessons/wiring-test/checks.ts';
import type { Noticed } from '../../../lessons/wiring-test/noticed.ts';
import type { DoTest, PartTest } from '../../../lessons/wiring-test/part-test.ts';
import { language } from '../../locales/locale.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemText } from '../../ui/problem-text.ts';
import { cardStyles } from './card-styles.ts';
import type { CheckPhase } from './part-check.ts';
import './step-picture.ts';

/**
 * The test of the part that is open, and the list of all. Fires `test-opened` with a test's number, `test-started`,
 * `test-answered` with yes or no, `check-moved`, `make-room`, `test-next`, `done`.
 */
@customElement('sb-part-tests')
@localized()
export class SbPartTests extends LitElement {
  @property({ attribute: false }) circuit: Circuit | null = null;
  @property({ attribute: false }) tests: readonly PartTest[] = [];
  @property({ attribute: false }) keys: readonly string[] = [];
  @property({ attribute: false }) passed: readonly string[] = [];
  @property({ type: Number }) open = 0;
  @property({ attribute: false }) phase: CheckPhase = { at: 'ready' };
  @property({ attribute: false }) checks: readonly Check[] = [];
  @property() target: 'pi' | 'virtual' = 'virtual';
  @property({ type: Boolean }) finished = false;

  /** Enter goes on. */
  focusMain(): void {
    this.renderRoot.querySelector<HTMLElement>('.main')?.focus({ preventScroll: true });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('phase');
    // The button that was pressed is gone with its phase: the next one takes its place.
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (before && before.at !== this.phase.at && lost) this.focusMain();
  }

  override render() {
    const test = this.tests[this.open];
    if (!test) return nothing;
    const own =
      this.circuit?.steps.findIndex((step) => step.part === test.part && step.components.length > 0) ?? -1;
    return html`<section class="card" aria-label=${test.name[language()]}>
        ${
          this.finished
            ? this.end()
            : html`<div class="now">
                  ${own >= 0 ? html`<sb-step-picture .circuit=${this.circuit} .step=${own}></sb-step-picture>` : nothing}
                  <div class="words" role="status" data-phase=${this.phase.at}>
                    <p class="count">${test.name[language()]}</p>
                    ${this.words(test)}
                  </div>
                </div>
                <div class="moves">${this.buttons(test)}</div>`
        }
      </section>
      <ol class="tests">
        ${this.tests.map((one, index) => this.row(one, index))}
      </ol>`;
  }

  private words(test: PartTest) {
    const { phase } = this;
    switch (phase.at) {
      case 'busy':
        return this.say(msg('Dein Programm läuft noch. Stopp es, dann prüfen wir die Teile.'));
      case 'offline':
        return this.say(
          msg('Dein Pi ist gerade nicht da. Schalte ihn ein und warte, bis sein Licht leuchtet.'),
        );
      case 'starting':
        return this.say(msg('Gleich geht es los …'));
      case 'failed':
        return this.say(problemText(phase.problem));
      case 'passed':
        return html`<p class="say good">${lineIcon('circle-check')}${msg('Klappt!')}</p>`;
      case 'missed':
        return this.advice(phase.checked);
      case 'running':
      case 'shown':
        return test.kind === 'see'
          ? this.say(test.question[language()])
          : html`${this.say(test.ask[language()])}${this.live(test, phase.at === 'running' ? phase.noticed : null)}`;
      default:
        return test.kind === 'see'
          ? this.say(msg('Der Pi schaltet dieses Teil gleich ein. Schau und hör genau hin.'))
          : this.say(test.ask[language()], msg('Drück zuerst auf „Prüfen“.'));
    }
  }

  private say(text: string, more = '') {
    return html`<p class="say" data-test="test-text">${text}</p>${more ? html`<p class="quiet">${more}</p>` : nothing}`;
  }

  private advice(checked: number) {
    const at = Math.min(checked, this.checks.length - 1);
    const check = this.checks[at];
    return html`<p class="quiet">${msg(str`Kein Problem. Tipp ${at + 1} von ${this.checks.length}:`)}</p>
      ${this.say(check?.text[language()] ?? '')}`;
  }

  private live({ live }: DoTest, noticed: Noticed | null) {
    const range = live && noticed?.ranges.get(live.value);
    if (!live || !range) return html`<p class="waiting">${msg('Ich warte auf dich …')}</p>`;
    const share = Math.max(0, Math.min(1, (range.last - live.min) / (live.max - live.min)));
    const value = range.last.toLocaleString(language(), { maximumFractionDigits: 1 });
    const gap = live.unit === '%' && language() === 'en' ? '' : ' ';
    return html`<div class="live" data-test="live"><i style="width:${100 * share}%"></i><b>${value}${gap}${live.unit}</b></div>`;
  }

  private buttons(test: PartTest) {
    switch (this.phase.at) {
      case 'running':
      case 'shown':
      case 'starting':
        if (test.kind === 'do' || this.phase.at === 'starting')
          return html`<button type="button" class="button main" data-test="test-no" @click=${() => this.answer(false)}>${lineIcon('circle-question-mark')}<span>${msg('Geht nicht')}</span></button>`;
        return html`<button type="button" class="button" data-test="test-again" aria-label=${msg('Noch einmal zeigen')} title=${msg('Noch einmal zeigen')} @click=${this.start}>${lineIcon('rotate-ccw')}</button>
          <button type="button" class="button" data-test="test-no" @click=${() => this.answer(false)}>${lineIcon('x')}<span>${msg('Nein')}</span></button>
          <button type="button" class="button good main" data-test="test-yes" @click=${() => this.answer(true)}>${lineIcon('check')}<span>${msg('Ja')}</span></button>`;
      case 'missed': {
        const { checked } = this.phase;
        return html`<button type="button" class="button" ?disabled=${checked === 0} data-test="check-back" aria-label=${msg('Zurück')} title=${msg('Zurück')} @click=${() => this.look(-1)}>${lineIcon('arrow-left')}</button>
          <button type="button" class="button" ?disabled=${checked >= this.checks.length - 1} data-test="check-next" @click=${() => this.look(1)}><span>${msg('Nächster Tipp')}</span></button>
          <button type="button" class="button primary main" data-test="test-start" @click=${this.start}>${lineIcon('play')}<span>${msg('Nochmal prüfen')}</span></button>`;
      }
      case 'busy':
        return html`<button type="button" class="button primary main" data-test="make-room" @click=${() => this.tell('make-room')}>${lineIcon('square')}<span>${msg('Programm stoppen')}</span></button>`;
      case 'passed':
        return html`<button type="button" class="button primary main" data-test="test-next" @click=${() => this.tell('test-next')}><span>${msg('Nächstes Teil')}</span>${lineIcon('chevron-right')}</button>`;
      default:
        return html`<button type="button" class="button primary main" data-test="test-start" @click=${this.start}>${lineIcon('play')}<span>${msg('Prüfen')}</span></button>`;
    }
  }

  private end() {
    return html`<div class="end" data-test="all-tested" role="status">
        <div class="lamps" aria-hidden="true"><b></b><b></b><b></b></div>
        <strong>${msg('Alles verkabelt und geprüft!')}</strong>
        <p>${msg('Deine Schaltung steht. Jetzt bekommt sie ein Programm.')}</p>
      </div>
      <div class="moves">
        <button type="button" class="button primary main" data-test="to-program" @click=${() => this.tell('done')}><span>${msg('Zum Programmieren')}</span>${lineIcon('chevron-right')}</button>
      </div>`;
  }

  private row({ name, id }: PartTest, index: number) {
    const passed = this.passed.includes(this.keys[index] ?? '');
    return html`<li class="${passed ? 'done' : ''} ${index === this.open ? 'open' : ''}">
      <button type="button" class="go" data-part-test=${id} aria-current=${index === this.open ? 'step' : nothing} @click=${() => this.dispatchEvent(new CustomEvent('test-opened', { detail: index }))}>
        <i>${passed ? lineIcon('check') : index + 1}</i><span>${name[language()]}</span>${passed ? html`<span class="unseen">${msg('geprüft')}</span>` : nothing}
      </button>
    </li>`;
  }

  private readonly start = () => this.tell('test-started');

  private answer(yes: boolean): void {
    this.dispatchEvent(new CustomEvent('test-answered', { detail: yes }));
  }

  private look(by: 1 | -1): void {
    this.dispatchEvent(new CustomEvent('check-moved', { detail: by }));
  }

  private tell(what: 'test-started' | 'make-room' | 'test-next' | 'done'): void {
    this.dispatchEvent(new Event(what));
  }

  static override styles = cardStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-part-tests': SbPartTests;
  }
}
