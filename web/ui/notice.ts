import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type LineIcon, lineIcon } from './line-icons.ts';

/** What the notice is about: something to know, to wait for, gone well, or gone wrong. */
export type NoticeTone = 'info' | 'waiting' | 'good' | 'problem';

const iconOf: Record<NoticeTone, LineIcon> = {
  info: 'lightbulb',
  waiting: 'cloud-off',
  good: 'circle-check',
  problem: 'circle-alert',
};

/** A sentence that a person should see, with what they can do in the slot `action`. */
@customElement('sb-notice')
export class SbNotice extends LitElement {
  @property({ reflect: true }) tone: NoticeTone = 'info';

  override render() {
    return html`<div role=${this.tone === 'problem' ? 'alert' : 'status'}>
      ${lineIcon(iconOf[this.tone])}
      <p><slot></slot></p>
      <slot name="action"></slot>
    </div>`;
  }

  static override styles = css`
    :host {
      display: block;
      --tone: var(--sb-action-deep);
      --soft: var(--sb-action-soft);
    }
    :host([tone="waiting"]) {
      --tone: var(--sb-waiting);
      --soft: var(--sb-waiting-soft);
    }
    :host([tone="good"]) {
      --tone: var(--sb-good);
      --soft: var(--sb-good-soft);
    }
    :host([tone="problem"]) {
      --tone: var(--sb-stop-deep);
      --soft: var(--sb-stop-soft);
    }
    div {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
      gap: var(--sb-space-2) var(--sb-space-3);
      padding: var(--sb-space-2) var(--sb-space-3);
      border-radius: var(--sb-radius);
      background: var(--soft);
      color: var(--sb-ink);
    }
    svg.lucide {
      flex: none;
      width: 1.4em;
      height: 1.4em;
      color: var(--tone);
    }
    p {
      margin: 0;
      text-wrap: pretty;
    }
    @media (max-width: 599px) {
      div {
        grid-template-columns: auto minmax(0, 1fr);
      }
      ::slotted([slot="action"]) {
        grid-column: 2;
        justify-self: start;
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-notice': SbNotice;
  }
}
