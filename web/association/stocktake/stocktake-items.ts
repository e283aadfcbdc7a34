import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { personName } from '../../ui/person-name.ts';
import { shortCode, whyUnexpected } from './item-words.ts';
import type { ShownItem } from './stocktake-view.ts';

/** One list of a stocktake; nothing where it is empty. Five hundred lines stay quick: what is out of sight is not drawn. */
@customElement('sb-stocktake-items')
@localized()
export class StocktakeItems extends LitElement {
  @property() list: 'missing' | 'unexpected' | 'found' = 'missing';
  @property() heading = '';
  @property({ attribute: false }) items: readonly ShownItem[] = [];

  protected override render() {
    const { items } = this;
    if (items.length === 0) return nothing;
    const time = new Intl.DateTimeFormat(dateLocale(), { timeStyle: 'short' });
    return html`<section class="panel" data-test=${`list-${this.list}`}>
      <h2>${this.heading} <span class="count">${items.length}</span></h2>
      <ul>
        ${repeat(
          items,
          ({ code }) => code,
          (item) => this.renderItem(item, time),
        )}
      </ul>
    </section>`;
  }

  private renderItem(item: ShownItem, time: Intl.DateTimeFormat) {
    const { asset, code } = item;
    return html`<li data-code=${code}>
      ${asset ? html`<a class="code" href="#assets/${asset.id}">${code}</a>` : html`<span class="code" aria-hidden="true">?</span>`}
      <span class="name">
        ${asset?.name ?? shortCode(code)}
        ${asset?.parent && this.list === 'missing' ? html`<span class="hint">${msg(str`in ${asset.parent.code}`)}</span>` : nothing}
        ${this.list === 'unexpected' ? html`<span class="hint">${whyUnexpected(item)}</span>` : nothing}
      </span>
      <span class="hint">
        ${item.waiting ? html`<span title=${msg('Wartet auf die Verbindung')}>${lineIcon('cloud-off')}</span>` : nothing}
        ${item.at === null ? nothing : html`${item.by ? personName(item.by) : ''} ${time.format(item.at)}`}
      </span>
    </li>`;
  }

  static override styles = [
    controlStyles,
    css`
  :host {
    display: block;
  }

  section {
    overflow: hidden;
  }

  h2 {
    display: flex;
    align-items: center;
    gap: var(--sb-space-2);
    padding: var(--sb-space-3) var(--sb-space-4);
    background: var(--sb-surface-sunk);
    font-size: var(--sb-text-m);
  }

  .count {
    color: var(--sb-ink-quiet);
    font-variant-numeric: tabular-nums;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: 4.5rem minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--sb-space-3);
    min-height: var(--sb-touch);
    padding: var(--sb-space-1) var(--sb-space-4);
    border-top: 1px solid var(--sb-line);
    content-visibility: auto;
    contain-intrinsic-height: auto 3rem;
  }

  .name {
    overflow-wrap: anywhere;
  }

  .code {
    color: inherit;
    font-family: var(--sb-font-code);
    font-weight: 700;
  }

  a.code {
    display: grid;
    align-items: center;
    min-height: var(--sb-touch);
    color: var(--sb-action);
  }

  .name .hint {
    display: block;
  }

  @media print {
    li {
      break-inside: avoid;
      content-visibility: visible;
    }
  }
`,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-stocktake-items': StocktakeItems;
  }
}
