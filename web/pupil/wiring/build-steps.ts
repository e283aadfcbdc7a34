import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Circuit } from '../../../lessons/circuit/circuit.ts';
import { language } from '../../locales/locale.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { cardStyles } from './card-styles.ts';
import './step-picture.ts';

/** A step was ticked off, or its tick taken back. */
export type StepTicked = CustomEvent<{ step: number; done: boolean }>;

/**
 * The step of building that is open, as a card, and the list of all. Fires `step-opened` with a step's number from 0,
 * `step-ticked`, and `restart`.
 */
@customElement('sb-build-steps')
@localized()
export class SbBuildSteps extends LitElement {
  @property({ attribute: false }) circuit: Circuit | null = null;
  @property({ attribute: false }) keys: readonly string[] = [];
  @property({ attribute: false }) ticked: readonly string[] = [];
  @property({ type: Number }) step = 0;

  @state() private sure = false;

  /** Enter goes on. */
  focusMain(): void {
    this.renderRoot.querySelector<HTMLElement>('.main')?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('step')) this.sure = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('step')) return;
    const list = this.renderRoot.querySelector('ol');
    const open = this.renderRoot.querySelector<HTMLElement>('li.open');
    if (list && open) list.scrollTop = open.offsetTop - list.offsetTop - 60;
  }

  override render() {
    const { circuit, step } = this;
    const open = circuit?.steps[step];
    if (!circuit || !open) return nothing;
    const done = this.isDone(step);
    const count = circuit.steps.length;
    return html`<section class="card" aria-label=${msg(str`Schritt ${step + 1} von ${count}`)}>
        <div class="progress" role="presentation"><i style="width:${(100 * this.doneCount()) / count}%"></i></div>
        <div class="now">
          <sb-step-picture .circuit=${circuit} .step=${step}></sb-step-picture>
          <div class="words">
            <p class="count">${msg(str`Schritt ${step + 1} von ${count}`)}</p>
            <p class="say" data-test="build-text" role="status">${open.text[language()]}</p>
            ${step === 0 ? html`<p class="quiet">${msg('Ohne Strom kann nichts kaputtgehen. Diese Seite bleibt offen.')}</p>` : nothing}
          </div>
        </div>
        <div class="moves">
          <button type="button" class="button" ?disabled=${step === 0} data-test="build-back" @click=${() => this.go(step - 1)}>
            ${lineIcon('arrow-left')}<span>${msg('Zurück')}</span>
          </button>
          <button type="button" class="button primary main" data-test="build-done" @click=${() => this.tell(step, true)}>
            ${lineIcon('check')}<span>${done ? msg('Weiter') : msg('Fertig')}</span>
          </button>
        </div>
      </section>
      <details ?open=${matchMedia('(min-width: 1200px) and (min-height: 700px)').matches}>
        <summary>${lineIcon('chevron-down')}${msg('Alle Schritte')}</summary>
        <ol>
          ${circuit.steps.map(({ text }, index) => this.row(text[language()], index))}
        </ol>
        ${
          this.ticked.length > 0
            ? html`<button type="button" class="button again" data-test="build-again" @click=${this.again}>
                ${lineIcon('rotate-ccw')}<span>${this.sure ? msg('Wirklich alle Haken löschen?') : msg('Von vorn')}</span>
              </button>`
            : nothing
        }
      </details>`;
  }

  private row(text: string, index: number) {
    const done = this.isDone(index);
    return html`<li class="${done ? 'done' : ''} ${index === this.step ? 'open' : ''}">
      <button
        type="button"
        class="tick"
        role="checkbox"
        aria-checked=${done}
        aria-label=${msg(str`Schritt ${index + 1} fertig`)}
        @click=${() => this.tell(index, !done)}
      ><i>${done ? lineIcon('check') : index + 1}</i></button>
      <button type="button" class="go" aria-current=${index === this.step ? 'step' : nothing} @click=${() => this.go(index)}>${text}</button>
    </li>`;
  }

  private isDone(index: number): boolean {
    return this.ticked.includes(this.keys[index] ?? '');
  }

  private doneCount(): number {
    return this.keys.filter((key) => this.ticked.includes(key)).length;
  }

  private go(step: number): void {
    this.dispatchEvent(new CustomEvent('step-opened', { detail: step }));
  }

  private tell(step: number, done: boolean): void {
    this.dispatchEvent(new CustomEvent('step-ticked', { detail: { step, done } }) satisfies StepTicked);
  }

  private again(): void {
    if (this.sure) this.dispatchEvent(new Event('restart'));
    this.sure = !this.sure;
  }

  static override styles = cardStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-build-steps': SbBuildSteps;
  }
}
