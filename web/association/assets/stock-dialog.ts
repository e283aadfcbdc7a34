import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../history/history.ts';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Consumable } from '../../../server/api/contract/lending/consumables.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';

/** The stock of a counted part: what came or went and why, and all that did so far. Fires `changed` and `close`. */
@customElement('sb-stock-dialog')
@localized()
export class StockDialog extends LitElement {
  /** Null: closed. */
  @property({ attribute: false }) consumable: Consumable | null = null;
  @property({ type: Boolean }) mayChange = false;

  @state() private comes = true;
  private readonly sending = new Sending(this);

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('consumable') as Consumable | null | undefined;
    if (!changed.has('consumable') || before?.id === this.consumable?.id) return;
    this.comes = true;
    this.sending.forget();
  }

  protected override render() {
    const one = this.consumable;
    return html`<sb-dialog-frame
      .open=${one !== null}
      .heading=${one ? msg(str`${one.name}: ${one.stock} im Lager`) : ''}
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      ${
        one
          ? html`${this.mayChange ? this.renderForm(one) : nothing}
              <sb-lending-history .assetId=${one.id}></sb-lending-history>`
          : nothing
      }
    </sb-dialog-frame>`;
  }

  private renderForm(one: Consumable) {
    const reasons = this.comes
      ? [msg('Lieferung'), msg('zurückgekommen'), msg('nachgezählt')]
      : [msg('kaputt'), msg('verbraucht'), msg('nachgezählt')];
    const way = (comes: boolean, words: string) => html`<button
      class="button"
      type="button"
      aria-pressed=${this.comes === comes}
      data-test="stock-${comes ? 'comes' : 'goes'}"
      @click=${() => {
        this.comes = comes;
      }}
    >
      ${words}
    </button>`;
    return html`<form @submit=${(event: SubmitEvent) => this.onSubmit(event, one)}>
      <div class="filters" role="group" aria-label=${msg('Kommt oder geht')}>
        ${way(true, msg('Kommt dazu'))} ${way(false, msg('Geht weg'))}
      </div>
      <div class="pair">
        <div class="field">
          <label for="count">${msg('Anzahl')}</label>
          <input id="count" type="number" min="1" max=${this.comes ? 100_000 : Math.max(1, one.stock)} required data-test="stock-count" />
        </div>
        <div class="field">
          <label for="reason">${msg('Warum?')}</label>
          <input id="reason" list="reasons" maxlength="200" autocomplete="off" data-test="stock-reason" />
          <datalist id="reasons">${reasons.map((reason) => html`<option value=${reason}></option>`)}</datalist>
        </div>
      </div>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="choices">
        <button class="button primary" data-test="stock-go" ?disabled=${this.sending.busy}>${msg('Eintragen')}</button>
      </div>
    </form>`;
  }

  private async onSubmit(event: SubmitEvent, { id }: Consumable): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const value = (name: string) => form.querySelector<HTMLInputElement>(`#${name}`)!.value.trim();
    const count = Number(value('count'));
    const by = this.comes ? count : -count;
    const done = await this.sending.do(() =>
      call('changeStock', { consumableId: id }, { by, reason: value('reason') }),
    );
    if (!done) return;
    form.reset();
    this.dispatchEvent(new Event('changed'));
  }

  static override styles = [
    controlStyles,
    listStyles,
    css`
      form {
        margin-bottom: var(--sb-space-4);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-stock-dialog': StockDialog;
  }
}
