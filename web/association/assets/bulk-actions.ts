import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './place-field.ts';
import '../../ui/dialog-frame.ts';
import '../../ui/notice.ts';
import '../../ui/problem-note.ts';
import type { AssetChangeOfMany, AssetLine, Condition } from '../../../server/api/contract/lending/assets.ts';
import { runsOfCodes } from '../../../server/api/contract/lending/code-runs.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';

type Asked = 'place' | 'sponsor' | 'retire';

/**
 * What can be done with several things at once: a place, a sponsor, labels, out of service; each asked first and undone
 * by a click. Fires `all` (choose all that are listed), `none` and `done`.
 */
@customElement('sb-bulk-actions')
@localized()
export class BulkActions extends LitElement {
  @property({ attribute: false }) chosen: readonly AssetLine[] = [];

  @state() private asked: Asked | null = null;
  @state() private sponsors: readonly { id: string; name: string }[] = [];
  @state() private undoable: { readonly words: string; readonly before: AssetChangeOfMany[] } | null = null;
  private readonly sending = new Sending(this);

  protected override render() {
    const count = this.chosen.length;
    return html`<div class="bar" role="group" aria-label=${msg('Gewählte Dinge')} data-test="bulk">
        <strong data-test="bulk-count">${msg(str`${count} gewählt`)}</strong>
        <button class="button quiet" type="button" data-test="bulk-all" @click=${() => this.tell('all')}>${msg('Alle wählen')}</button>
        ${this.renderButton('place', lendingIcon('map-pin'), msg('Lagerort'))}
        ${
          count > 0
            ? html`<a class="button" data-test="bulk-labels" href="#labels/${runsOfCodes(this.chosen.map(({ code }) => code)).join(',')}"
                >${lendingIcon('tag')}${msg('Etiketten')}</a
              >`
            : nothing
        }
        ${this.renderButton('sponsor', lendingIcon('heart'), msg('Förderer'))}
        ${this.renderButton('retire', lendingIcon('trash-2'), msg('Ausmustern'))}
        <button class="button quiet" type="button" data-test="bulk-end" @click=${() => this.tell('none')}>
          ${lineIcon('x')}${msg('Fertig')}
        </button>
      </div>
      <sb-problem-note .problem=${this.asked ? null : this.sending.problem}></sb-problem-note>
      ${
        this.undoable
          ? html`<sb-notice tone="info"
              >${this.undoable.words}
              <button slot="action" class="button" type="button" data-test="bulk-undo" ?disabled=${this.sending.busy} @click=${this.undo}>
                ${msg('Rückgängig')}
              </button>
            </sb-notice>`
          : nothing
      }
      <sb-dialog-frame .open=${this.asked !== null} .heading=${this.headingOf(this.asked)} @close=${this.close}>
        ${this.asked ? this.renderQuestion(this.asked) : nothing}
      </sb-dialog-frame>`;
  }

  private renderButton(asked: Asked, icon: unknown, words: string) {
    return html`<button
      class="button"
      type="button"
      data-test="bulk-${asked}"
      ?disabled=${this.chosen.length === 0 || this.sending.busy}
      @click=${() => this.ask(asked)}
    >
      ${icon}${words}
    </button>`;
  }

  private headingOf(asked: Asked | null): string {
    const count = this.chosen.length;
    if (asked === 'place')
      return count === 1 ? msg('Lagerort für 1 Ding') : msg(str`Lagerort für ${count} Dinge`);
    if (asked === 'sponsor')
      return count === 1 ? msg('Förderer für 1 Ding') : msg(str`Förderer für ${count} Dinge`);
    if (!asked) return '';
    return count === 1 ? msg('1 Ding ausmustern?') : msg(str`${count} Dinge ausmustern?`);
  }

  private renderQuestion(asked: Asked) {
    return html`<form @submit=${(event: SubmitEvent) => this.onSubmit(event, asked)}>
      ${
        asked === 'place'
          ? html`<sb-place-field></sb-place-field>`
          : asked === 'sponsor'
            ? html`<div class="field">
                <label for="sponsor">${msg('Förderer')}</label>
                <select id="sponsor" data-test="bulk-sponsor-choice">
                  <option value="">${msg('keiner')}</option>
                  ${this.sponsors.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
                </select>
              </div>`
            : html`<p>${msg('Sie werden nicht mehr verliehen. Ihr Verlauf bleibt.')}</p>`
      }
      <p class="hint">
        ${this.chosen
          .slice(0, 20)
          .map(({ code }) => code)
          .join(', ')}${this.chosen.length > 20 ? ' …' : ''}
      </p>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="choices">
        <button class="button" type="button" @click=${this.close}>${msg('Abbrechen')}</button>
        <button class="button primary" data-test="bulk-go" ?disabled=${this.sending.busy}>
          ${asked === 'retire' ? msg('Ja, ausmustern') : msg('Speichern')}
        </button>
      </div>
    </form>`;
  }

  private async ask(asked: Asked): Promise<void> {
    this.sending.forget();
    this.asked = asked;
    if (asked !== 'sponsor') return;
    await this.sending.do(async () => {
      this.sponsors = (await call('sponsors', {}, {})).sponsors;
    });
  }

  private close(): void {
    this.asked = null;
    this.sending.forget();
  }

  private async onSubmit(event: SubmitEvent, asked: Asked): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const change = (): { place: string } | { sponsorId: string | null } | { condition: Condition } => {
      if (asked === 'place') return { place: form.querySelector('sb-place-field')!.value };
      if (asked === 'retire') return { condition: 'retired' };
      return { sponsorId: form.querySelector('select')!.value || null };
    };
    const changes = this.chosen.map(({ id }) => ({ assetId: id, ...change() }));
    await this.sending.do(async () => {
      const { before } = await call('changeAssets', {}, { changes });
      this.undoable = {
        words:
          changes.length === 1
            ? msg('1 Ding ist geändert.')
            : msg(str`${changes.length} Dinge sind geändert.`),
        before,
      };
      this.asked = null;
      this.tell('done');
    });
  }

  private async undo(): Promise<void> {
    const changes = this.undoable?.before;
    if (!changes) return;
    await this.sending.do(async () => {
      await call('changeAssets', {}, { changes });
      this.undoable = null;
      this.tell('done');
    });
  }

  private tell(what: 'all' | 'none' | 'done'): void {
    this.dispatchEvent(new Event(what));
  }

  static override styles = [
    controlStyles,
    listStyles,
    css`
      :host {
        gap: var(--sb-space-2);
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-2);
      }

      /* On phones one row to swipe, so that the list stays to be seen. */
      @media (max-width: 48rem) {
        .bar {
          flex-wrap: nowrap;
          padding-block: 3px;
          overflow-x: auto;
        }

        .bar > * {
          flex: none;
        }
      }

      .bar strong {
        margin-right: var(--sb-space-2);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-bulk-actions': BulkActions;
  }
}
