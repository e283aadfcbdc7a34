import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Consumable } from '../../../server/api/contract/lending/consumables.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { assetStyles } from './asset-styles.ts';

/** So many belong there, so many are there. */
export interface CountedRow {
  readonly consumableId: string;
  readonly quantity: number;
  readonly present: number;
}

/** Counted parts in rows with their numbers, to add and take away. Fires `rows` (`CustomEvent<CountedRow[]>`) with each change. */
@customElement('sb-counted-parts-editor')
@localized()
export class CountedPartsEditor extends LitElement {
  @property({ attribute: false }) consumables: readonly Consumable[] = [];
  @property({ attribute: false }) rows: readonly CountedRow[] = [];
  /** Shows how many are there beside how many belong there. */
  @property({ type: Boolean }) counting = false;

  protected override render() {
    const left = this.consumables.filter(
      ({ id }) => !this.rows.some(({ consumableId }) => consumableId === id),
    );
    return html`<ul class="plain">
        ${this.rows.map((row, index) => this.renderRow(row, index))}
      </ul>
      ${
        left.length > 0
          ? html`<select aria-label=${msg('Teil dazunehmen')} data-test="counted-add" @change=${this.add}>
              <option value="">${msg('Teil dazunehmen …')}</option>
              ${left.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
            </select>`
          : this.consumables.length === 0
            ? html`<p class="hint">${msg('Es gibt noch keine Verbrauchsteile. Legen Sie sie unter „Verbrauch“ an.')}</p>`
            : nothing
      }`;
  }

  private renderRow(row: CountedRow, index: number) {
    const name = this.consumables.find(({ id }) => id === row.consumableId)?.name ?? '';
    return html`<li>
      <span>${name}</span>
      ${
        this.counting
          ? html`<label
              >${msg('da')}
              ${this.renderNumber(row.present, msg(str`${name}: so viele sind da`), (present) =>
                this.put(index, { ...row, present }),
              )}</label
            >`
          : nothing
      }
      <label
        >${msg('soll')}
        ${this.renderNumber(row.quantity, msg(str`${name}: so viele gehören hinein`), (quantity) =>
          // What is new is there as it should be, until somebody counts.
          this.put(index, {
            ...row,
            quantity,
            present: row.present === row.quantity ? quantity : row.present,
          }),
        )}</label
      >
      <button
        class="button quiet"
        type="button"
        aria-label=${msg(str`${name} herausnehmen`)}
        @click=${() => this.tell(this.rows.filter((_, at) => at !== index))}
      >
        ${lineIcon('x')}
      </button>
    </li>`;
  }

  private renderNumber(value: number, label: string, put: (value: number) => void) {
    return html`<input
      type="number"
      min="0"
      max="100000"
      required
      aria-label=${label}
      .value=${String(value)}
      @change=${(event: Event) => put(Math.max(0, Math.trunc(Number((event.target as HTMLInputElement).value) || 0)))}
    />`;
  }

  private add(event: Event): void {
    const select = event.target as HTMLSelectElement;
    if (select.value) this.tell([...this.rows, { consumableId: select.value, quantity: 1, present: 1 }]);
    select.value = '';
  }

  private put(index: number, row: CountedRow): void {
    this.tell(this.rows.map((one, at) => (at === index ? row : one)));
  }

  private tell(rows: readonly CountedRow[]): void {
    this.dispatchEvent(new CustomEvent('rows', { detail: rows }));
  }

  static override styles = [
    controlStyles,
    assetStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-3);
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-2) var(--sb-space-3);
        padding-block: var(--sb-space-1);
        border-bottom: 1px solid var(--sb-line);
      }

      li > span {
        flex: 1 1 9rem;
        font-weight: 600;
      }

      label {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
        color: var(--sb-ink-quiet);
      }

      input[type='number'] {
        width: 5.5rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-counted-parts-editor': CountedPartsEditor;
  }
}
