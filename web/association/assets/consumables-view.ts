import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './stock-dialog.ts';
import '../loans/counted-part-picture.ts';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Consumable } from '../../../server/api/contract/lending/consumables.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';
import { mayLend } from '../loans/loan-rights.ts';
import { Polling } from '../polling.ts';
import { assetStyles } from './asset-styles.ts';
import { centsOf, money, typedCents } from './asset-words.ts';
import { editingList } from './editing-list.ts';
import { emptyState, emptyStateStyles } from './empty-state.ts';
import { partIcons } from './part-icons.ts';

/** Counted parts and their stock, with more and fewer at a click; what runs low is marked. */
@customElement('sb-consumables-view')
@localized()
export class ConsumablesView extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private editing: Consumable | 'new' | null = null;
  /** The id of the one whose stock is open. */
  @state() private counting: string | null = null;
  private readonly sending = new Sending(this);
  private readonly consumables = new Polling(
    this,
    async () => (await call('consumables', {}, {})).consumables,
    15_000,
  );

  protected override render() {
    const mayChange = mayLend(this.person);
    const { editing } = this;
    return html`${editingList({
      about: msg('Teile, die gezählt werden: LEDs, Kabel, Widerstände. Sie haben kein eigenes Etikett.'),
      add: mayChange
        ? { words: msg('Verbrauchsteil'), test: 'consumable-add', click: () => this.edit('new') }
        : null,
      problem: this.consumables.problem ?? (editing ? null : this.sending.problem),
      entries: this.consumables.answer,
      list: (consumables) => html`<ul class="plain panel">
        ${consumables.map((one) => this.renderRow(one, mayChange))}
      </ul>`,
      empty: (step) =>
        emptyState(
          lineIcon('cable'),
          msg('Noch kein Verbrauchsteil. Tragen Sie ein, was in jedem Kit gezählt wird.'),
          step,
        ),
      editing: editing && {
        heading: editing === 'new' ? msg('Neues Verbrauchsteil') : editing.name,
        form: this.renderForm(editing === 'new' ? null : editing),
      },
      close: () => this.close(),
    })}
      <sb-stock-dialog
        .consumable=${this.consumables.answer?.find(({ id }) => id === this.counting) ?? null}
        .mayChange=${mayChange}
        @changed=${() => this.consumables.now()}
        @close=${() => {
          this.counting = null;
        }}
      ></sb-stock-dialog>`;
  }

  private renderRow(one: Consumable, mayChange: boolean) {
    const low = one.stock < one.minimum;
    return html`<li data-test="consumable" data-name=${one.name}>
      <sb-counted-part-picture .icon=${one.icon} .name=${one.name}></sb-counted-part-picture>
      <div class="words">
        <strong>${one.name}</strong>
        <span class="hint">${money(one.unitCents)} · ${msg(str`mindestens ${one.minimum}`)}</span>
      </div>
      ${low ? html`<span class="chip" data-is="low">${lineIcon('triangle-alert')}${msg('wird knapp')}</span>` : nothing}
      <div class="stock">
        ${
          mayChange
            ? html`<button
                class="button"
                type="button"
                aria-label=${msg(str`${one.name}: eins weniger`)}
                ?disabled=${this.sending.busy || one.stock === 0}
                @click=${() => this.change(one, -1)}
              >
                −
              </button>`
            : nothing
        }
        <button
          class="button quiet count"
          type="button"
          data-test="stock"
          aria-label=${msg(str`${one.name}: ${one.stock} im Lager, Verlauf und Buchen`)}
          @click=${() => {
            this.counting = one.id;
          }}
        >
          ${one.stock}
        </button>
        ${
          mayChange
            ? html`<button
                class="button"
                type="button"
                data-test="stock-more"
                aria-label=${msg(str`${one.name}: eins mehr`)}
                ?disabled=${this.sending.busy}
                @click=${() => this.change(one, 1)}
              >
                +
              </button>`
            : nothing
        }
      </div>
      ${
        mayChange
          ? html`<button
              class="button quiet"
              type="button"
              aria-label=${msg(str`${one.name} bearbeiten`)}
              @click=${() => this.edit(one)}
            >
              ${lineIcon('pencil')}
            </button>`
          : nothing
      }
    </li>`;
  }

  private renderForm(one: Consumable | null) {
    const number = (id: string, label: string, value: number) => html`<div class="field">
      <label for=${id}>${label}</label>
      <input id=${id} type="number" min="0" max="100000" required .value=${String(value)} />
    </div>`;
    return html`<form @submit=${this.onSubmit}>
      <div class="field">
        <label for="name">${msg('Name')}</label>
        <input id="name" required maxlength="120" autocomplete="off" data-test="consumable-name" .value=${one?.name ?? ''} />
      </div>
      <div class="pair">
        ${number('stock', msg('Im Lager'), one?.stock ?? 0)} ${number('minimum', msg('Nachkaufen unter'), one?.minimum ?? 0)}
        <div class="field">
          <label for="price">${msg('Preis je Stück in Euro')}</label>
          <input id="price" inputmode="decimal" autocomplete="off" .value=${one ? typedCents(one.unitCents) : ''} />
        </div>
        <div class="field">
          <label for="icon">${msg('Bild')}</label>
          <select id="icon">
            <option value="">${msg('keines')}</option>
            ${partIcons().map(
              ({ icon, name }) =>
                html`<option value=${icon} ?selected=${icon === one?.icon}>${name}</option>`,
            )}
          </select>
        </div>
      </div>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="choices">
        <button class="button" type="button" @click=${this.close}>${msg('Abbrechen')}</button>
        <button class="button primary" data-test="consumable-go" ?disabled=${this.sending.busy}>${msg('Speichern')}</button>
      </div>
    </form>`;
  }

  private edit(one: Consumable | 'new'): void {
    this.sending.forget();
    this.editing = one;
  }

  private close(): void {
    this.editing = null;
    this.sending.forget();
  }

  private change(one: Consumable, by: number): Promise<void> {
    return this.doing(() => call('changeStock', { consumableId: one.id }, { by }));
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const value = (id: string) => form.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? '';
    const known = this.editing !== 'new' && this.editing ? { id: this.editing.id } : {};
    void this.doing(async () => {
      await call(
        'saveConsumable',
        {},
        {
          ...known,
          name: value('name'),
          icon: value('icon'),
          unitCents: centsOf(value('price')) ?? 0,
          stock: Number(value('stock')),
          minimum: Number(value('minimum')),
        },
      );
      this.editing = null;
    });
  }

  private async doing(work: () => Promise<unknown>): Promise<void> {
    await this.sending.do(async () => {
      await work();
      await this.consumables.now();
    });
  }

  static override styles = [
    controlStyles,
    listStyles,
    assetStyles,
    emptyStateStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-3);
        padding: var(--sb-space-2) var(--sb-space-4);
        border-bottom: 1px solid var(--sb-line);
      }

      li:last-child {
        border-bottom: none;
      }

      .words {
        display: grid;
        flex: 1 1 10rem;
      }

      .stock {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
      }

      .stock .count {
        min-width: 6rem;
        font-size: var(--sb-text-l);
        font-variant-numeric: tabular-nums;
        text-align: center;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-consumables-view': ConsumablesView;
  }
}
