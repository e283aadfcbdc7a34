import { localized } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PartInput } from '../../device/contract/command.ts';
import type { Hand } from './part-view.ts';

/** A part with what hands can do to it now. */
export interface HandledPart {
  readonly id: string;
  readonly name: string;
  readonly hands: readonly Hand[];
}

/**
 * The controls for what hands and the world do to simulated parts: a distance, a temperature, a knob. Fires `hand`
 * with the part, its input and for a number input the number. Views that have hands import this file.
 */
@customElement('sb-hands')
@localized()
export class SbHands extends LitElement {
  @property({ attribute: false }) parts: readonly HandledPart[] = [];

  /**
   * Where hands have put the sliders, by part and input. What the part measures is a little beside it and comes a
   * little later: a slider that followed it would tremble under the finger.
   */
  private readonly put = new Map<string, number>();

  override render() {
    return this.parts.map(
      ({ id, name, hands }) => html`<fieldset data-hands=${id}>
        <legend>${name}</legend>
        ${hands.map((hand) =>
          drawHand(hand, this.put.get(`${id} ${hand.input}`), (value) => this.tell(id, hand.input, value)),
        )}
      </fieldset>`,
    );
  }

  private tell(part: string, input: string, value?: number): void {
    if (value !== undefined) {
      this.put.set(`${part} ${input}`, value);
      this.requestUpdate();
    }
    const detail: PartInput = value === undefined ? { part, input } : { part, input, value };
    this.dispatchEvent(new CustomEvent('hand', { detail }));
  }

  static override styles = css`
  :host {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    max-height: 40%;
    overflow-y: auto;
    padding: 6px 10px;
    background: var(--sb-surface);
    border-top: 1px solid var(--sb-line);
  }
  fieldset {
    flex: 1 1 240px;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 10px;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  legend {
    float: left;
    padding: 0;
    font: 600 0.875rem var(--sb-font);
    color: var(--sb-ink);
  }
  label {
    flex: 1 1 220px;
    display: grid;
    grid-template-columns: minmax(4.5em, auto) 1fr 5.5em;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    font: 500 0.875rem var(--sb-font);
    color: var(--sb-ink);
  }
  input {
    width: 100%;
    height: 44px;
    margin: 0;
    accent-color: var(--sb-action);
    cursor: grab;
  }
  output {
    font-variant-numeric: tabular-nums;
    text-align: right;
    white-space: nowrap;
  }
  button {
    min-width: 44px;
    min-height: 44px;
    padding: 0 14px;
    border: 2px solid var(--sb-action);
    border-radius: 10px;
    background: var(--sb-surface);
    color: var(--sb-action);
    font: 600 0.9375rem var(--sb-font);
    cursor: pointer;
  }
  button[aria-pressed='true'] {
    background: var(--sb-action);
    color: #fff;
  }
  button:focus-visible,
  input:focus-visible {
    outline: 3px solid var(--sb-action);
    outline-offset: 2px;
  }
  `;
}

function drawHand(hand: Hand, put: number | undefined, act: (value?: number) => void) {
  if (hand.kind === 'action') {
    return html`<button
      type="button"
      data-input=${hand.input}
      aria-label=${hand.name ?? nothing}
      aria-pressed=${hand.pressed ?? nothing}
      @click=${() => act()}
    >${hand.label}</button>`;
  }
  const value = put ?? hand.value;
  const shown = `${value.toLocaleString(document.documentElement.lang)} ${hand.unit}`.trim();
  return html`<label>
    <span>${hand.label}</span>
    <input
      type="range"
      data-input=${hand.input}
      min=${hand.min}
      max=${hand.max}
      step=${hand.step}
      .value=${String(value)}
      aria-valuetext=${shown}
      @input=${(event: Event) => act((event.target as HTMLInputElement).valueAsNumber)}
    />
    <output>${shown}</output>
  </label>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-hands': SbHands;
  }
}
