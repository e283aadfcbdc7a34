import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/copy-text.ts';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Sponsor } from '../../../server/api/contract/lending/reports.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';

const sponsors = async () => (await call('sponsors', {}, {})).sponsors;

/** Who gave the things, with their pages of thanks. */
@customElement('sb-sponsor-list')
@localized()
export class SponsorList extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  @state() private sponsors: readonly Sponsor[] | null = null;
  /** Whose form is open; `new`: that of one who is added. */
  @state() private open: Sponsor | 'new' | null = null;
  private readonly sending = new Sending(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private get mayChange(): boolean {
    return this.person?.duty === 'admin' || this.person?.duty === 'logistics';
  }

  protected override render() {
    return html`${
      this.mayChange
        ? html`<div>
            <button class="button primary" type="button" data-test="add-sponsor" @click=${() => this.show('new')}>
              ${lineIcon('plus')}${msg('Förderer aufnehmen')}
            </button>
          </div>`
        : nothing
    }
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      ${this.renderList()}
      ${this.open ? this.renderForm(this.open === 'new' ? null : this.open) : nothing}`;
  }

  private renderList() {
    if (!this.sponsors) return html`<p role="status">${msg('Wird geladen …')}</p>`;
    if (this.sponsors.length === 0)
      return html`<div class="panel empty">
        <p><strong>${msg('Noch keine Förderer.')}</strong></p>
        <p class="quiet-text">${msg('Wer Geräte stiftet, bekommt hier eine eigene Seite mit Dank und Zahlen.')}</p>
      </div>`;
    return html`<ul>
      ${this.sponsors.map(
        (one) => html`<li class="panel" data-test="sponsor">
          <div class="line">
            <h2>${lendingIcon('heart')}${one.name}</h2>
            <span class="quiet-text">${msg(str`${one.assets} Dinge`)}</span>
            ${
              this.mayChange
                ? html`<button class="button" type="button" aria-label=${msg(str`${one.name} ändern`)} @click=${() => this.show(one)}>${lineIcon('pencil')}</button>`
                : nothing
            }
          </div>
          ${
            one.pageUrl
              ? html`<sb-copy-text data-test="sponsor-page" data-url=${one.pageUrl} .text=${one.pageUrl} label=${msg('Seite mit Dank')}></sb-copy-text>
                  <a href=${one.pageUrl} target="_blank">${msg('Seite ansehen')}</a>`
              : html`<p class="quiet-text">${msg('Keine Seite freigegeben.')}</p>`
          }
        </li>`,
      )}
    </ul>`;
  }

  private renderForm(sponsor: Sponsor | null) {
    return html`<dialog aria-labelledby="title" @close=${() => this.onClose()}>
      <form @submit=${(event: SubmitEvent) => this.onSubmit(event, sponsor)}>
        <h2 id="title">${sponsor ? msg('Förderer ändern') : msg('Förderer aufnehmen')}</h2>
        <label class="field"><span class="label">${msg('Name')}</span>
          <input name="name" required maxlength="120" data-test="sponsor-name" .value=${sponsor?.name ?? ''} /></label>
        <label class="field"><span class="label">${msg('Website')}</span>
          <input name="website" maxlength="200" placeholder="https://" .value=${sponsor?.website ?? ''} /></label>
        <label class="field"><span class="label">${msg('Ihr Dank')}</span>
          <textarea name="thanks" rows="4" maxlength="4000" data-test="sponsor-thanks" .value=${sponsor?.thanks ?? ''}></textarea></label>
        <label class="tick">
          <input name="page" type="checkbox" data-test="sponsor-open-page" .checked=${Boolean(sponsor?.pageUrl)} />
          <span>${msg('Seite mit Dank und Zahlen freigeben: Wer die Adresse hat, sieht sie.')}</span>
        </label>
        <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
        <div class="choices">
          <button class="button" type="button" @click=${() => this.renderRoot.querySelector('dialog')?.close()}>${msg('Abbrechen')}</button>
          <button class="button primary" data-test="save-sponsor" ?disabled=${this.sending.busy}>${msg('Speichern')}</button>
        </div>
      </form>
    </dialog>`;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  private show(which: Sponsor | 'new'): void {
    this.sending.forget();
    this.open = which;
  }

  private onClose(): void {
    this.open = null;
  }

  private async onSubmit(event: SubmitEvent, sponsor: Sponsor | null): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(fields.get(name) ?? '');
    await this.sending.do(async () => {
      await call(
        'saveSponsor',
        {},
        {
          ...(sponsor && { id: sponsor.id }),
          name: text('name'),
          website: text('website'),
          thanks: text('thanks'),
          page: fields.has('page'),
        },
      );
      this.open = null;
      this.sponsors = await sponsors();
    });
  }

  private async load(): Promise<void> {
    await this.sending.do(async () => {
      this.sponsors = await sponsors();
    });
  }

  static override styles = [
    controlStyles,
    listStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr));
        gap: var(--sb-space-4);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        align-content: start;
        gap: var(--sb-space-3);
        padding: var(--sb-space-4);
      }

      .line {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
      }

      .line h2 {
        display: flex;
        flex: 1;
        align-items: center;
        gap: var(--sb-space-2);
      }

      .line svg {
        color: var(--sb-copper);
      }

      li a {
        color: var(--sb-action);
      }

      dialog {
        width: min(34rem, calc(100vw - 2rem));
        padding: var(--sb-space-6);
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius);
        background: var(--sb-surface);
        color: var(--sb-ink);
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }

      .tick {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
        min-height: var(--sb-touch);
      }

      .tick input {
        width: 1.4rem;
        min-height: 1.4rem;
        flex: none;
        accent-color: var(--sb-action);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-sponsor-list': SponsorList;
  }
}
