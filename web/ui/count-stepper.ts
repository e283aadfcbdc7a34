import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyles } from './control-styles.ts';
import { lineIcon } from './line-icons.ts';

/** A number with minus and plus, for fingers; it can be typed, too. Fires `count` with the number. */
@customElement('sb-count-stepper')
@localized()
export class CountStepper extends LitElement {
  @property({ type: Number }) value = 0;
  @property({ type: Number }) least = 0;
  @property({ type: Number }) most = 100_000;
  /** What is counted, for screen readers. */
  @property() label = '';

  protected override render() {
    return html`<div role="group" aria-label=${this.label}>
      <button
        class="button"
        type="button"
        aria-label=${msg(str`${this.label}: eins weniger`)}
        data-test="count-less"
        ?disabled=${this.value <= this.least}
        @click=${() => this.set(this.value - 1)}
      >
        −
      </button>
      <input
        inputmode="numeric"
        aria-label=${this.label}
        data-test="count"
        .value=${String(this.value)}
        @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
        @change=${this.onTyped}
      />
      <button
        class="button"
        type="button"
        aria-label=${msg(str`${this.label}: eins mehr`)}
        data-test="count-more"
        ?disabled=${this.value >= this.most}
        @click=${() => this.set(this.value + 1)}
      >
        ${lineIcon('plus')}
      </button>
    </div>`;
  }

  private onTyped(event: Event): void {
    const field = event.target as HTMLInputElement;
    const number = Number.parseInt(field.value, 10);
    this.set(Number.isFinite(number) ? number : this.value);
    field.value = String(this.value);
  }

  private set(value: number): void {
    this.value = Math.min(this.most, Math.max(this.least, value));
    this.dispatchEvent(new CustomEvent<number>('count', { detail: this.value }));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: inline-block;
      }

      div {
        display: flex;
      }

      .button {
        padding: 0;
        font-size: var(--sb-text-l);
      }

      .button:first-child {
        border-radius: var(--sb-radius) 0 0 var(--sb-radius);
      }

      .button:last-child {
        border-radius: 0 var(--sb-radius) var(--sb-radius) 0;
      }

      input {
        width: 3.5rem;
        margin-inline: -1.5px;
        border-radius: 0;
        font-weight: 700;
        text-align: center;
      }

      :focus-visible {
        position: relative;
        z-index: 1;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-count-stepper': CountStepper;
  }
}
