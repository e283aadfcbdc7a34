import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyles } from '../ui/control-styles.ts';
import type { ClassSummary } from './class-summary.ts';

/** The class in four figures, readable from two metres. */
@customElement('sb-class-figures')
@localized()
export class ClassFigures extends LitElement {
  @property({ attribute: false }) summary!: ClassSummary;
  /** One line of small figures. */
  @property({ type: Boolean, reflect: true }) compact = false;

  protected override render() {
    const { here, running, withError, away } = this.summary;
    return html`<dl>
      ${this.renderFigure('here', here, here === 1 ? msg('ist da') : msg('sind da'))} ${this.renderFigure('running', running, running === 1 ? msg('Programm läuft') : msg('Programme laufen'))}
      ${this.renderFigure('error', withError, withError === 1 ? msg('braucht Hilfe') : msg('brauchen Hilfe'))} ${this.renderFigure('away', away, msg('nicht da'))}
    </dl>`;
  }

  private renderFigure(kind: string, value: number, words: string) {
    return html`<div class="${kind} ${value ? 'some' : ''}" data-test="figure-${kind}">
      <dt>${words}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
      }

      dl {
        display: grid;
        grid-template-columns: 1fr 1fr;
        grid-auto-rows: 1fr;
        gap: var(--sb-space-2);
        margin: 0;
      }

      div {
        --tone: var(--sb-ink);
        --tone-soft: var(--sb-surface-sunk);
        display: flex;
        flex-direction: row-reverse;
        align-items: center;
        justify-content: flex-end;
        gap: var(--sb-space-2);
        padding: var(--sb-space-1) var(--sb-space-3);
        border-radius: var(--sb-radius-s);
        background: var(--tone-soft);
      }

      .running.some {
        --tone: var(--sb-good);
        --tone-soft: var(--sb-good-soft);
      }

      .error.some {
        --tone: var(--sb-stop-deep);
        --tone-soft: var(--sb-stop-soft);
      }

      .away.some {
        --tone: var(--sb-waiting);
        --tone-soft: var(--sb-waiting-soft);
      }

      dt {
        font-size: var(--sb-text-s);
      }

      dd {
        margin: 0;
        color: var(--tone);
        font-size: 2.25rem;
        font-weight: 700;
        line-height: 1.3;
      }

      :host([compact]) dl {
        display: flex;
        flex-wrap: wrap;
      }

      :host([compact]) div {
        gap: var(--sb-space-1);
        padding: 0 var(--sb-space-2);
      }

      :host([compact]) dd {
        font-size: var(--sb-text-l);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-class-figures': ClassFigures;
  }
}
