import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { UnderWay } from '../../../server/api/contract/account-endpoints.ts';
import { controlStyles } from '../control-styles.ts';
import { leavingWords } from './leaving-words.ts';

/** What goes with an account and what stays, for who is about to delete it. */
@customElement('sb-leaving-list')
@localized()
export class LeavingList extends LitElement {
  @property({ attribute: false }) underWay!: UnderWay;

  protected override render() {
    const { before, goes, stays } = leavingWords(this.underWay);
    return html`${this.renderPart(msg('Vorher'), before, 'before')}
      ${this.renderPart(msg('Gelöscht wird'), goes, 'goes')} ${this.renderPart(msg('Es bleibt'), stays, 'stays')}`;
  }

  private renderPart(heading: string, words: readonly string[], what: string) {
    if (words.length === 0) return nothing;
    return html`<section class=${what} data-test="leaving-${what}">
      <h3>${heading}</h3>
      <ul>
        ${words.map((one) => html`<li>${one}</li>`)}
      </ul>
    </section>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-3);
      }

      h3 {
        font-size: 1rem;
      }

      ul {
        margin: 0;
        padding-left: 1.2em;
      }

      .before {
        padding: var(--sb-space-3) var(--sb-space-4);
        border-radius: var(--sb-radius-s);
        background: var(--sb-waiting-soft);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-leaving-list': LeavingList;
  }
}
