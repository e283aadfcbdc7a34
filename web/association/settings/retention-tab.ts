import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Retention } from '../../../server/api/contract/lending/retention.ts';
import { call } from '../../client/api.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { settingsStyles } from './settings-styles.ts';

type Years = Pick<Retention, 'loanYears' | 'donationYears'>;

/** Days that are shown at once. */
const shown = 6;

/** For how long loans name people, and when how many of them will not. */
@customElement('sb-retention-tab')
@localized()
export class RetentionTab extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** As it is, or as it would be with the years that are chosen. */
  @state() private now: Retention | null = null;
  @state() private chosen: Years | null = null;
  @state() private asking = false;
  @state() private justSaved = false;
  private readonly loading = new Sending(this);
  private readonly saving = new Sending(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private get locked(): boolean {
    return this.person?.duty !== 'admin';
  }

  protected override render() {
    const { now } = this;
    if (!now) {
      return this.loading.problem
        ? html`<sb-problem-note .problem=${this.loading.problem}></sb-problem-note>
            <div><button class="button" type="button" @click=${() => this.load()}>${msg('Noch einmal')}</button></div>`
        : html`<p role="status">${msg('Fristen werden geladen …')}</p>`;
    }
    return html`<form @submit=${this.onSubmit}>
        <section class="panel">
          <h2>${msg('Wie lange Leihen Namen nennen')}</h2>
          <p class="hint">
            ${msg('Volle Kalenderjahre nach dem Jahr, in dem die Leihe endet. Danach löscht der Server Kontakt, Unterschriften, Papiere, Erinnerungen, Fotos der Leihe und alles, was jemand dazu geschrieben hat. Schule, Zeit, Zahlen und Dinge bleiben für Ihre Berichte.')}
          </p>
          <div class="fields">
            ${this.renderYears('loanYears', msg('Leihen'), 10, msg('Drei Jahre sind die übliche Verjährung (§§ 195, 199 BGB).'))}
            ${this.renderYears('donationYears', msg('Spenden'), 15, msg('Zehn Jahre reichen für Belege der Buchhaltung (§ 147 AO).'))}
          </div>
          <p class="hint">${msg('Was nie ausgegeben wurde: ein volles Kalenderjahr.')}</p>
          <sb-problem-note .problem=${this.saving.problem}></sb-problem-note>
          ${
            this.locked
              ? nothing
              : html`<div class="row">
                  <button class="button primary" data-test="retention-save" ?disabled=${this.saving.busy || !this.chosen}>
                    ${msg('Speichern')}
                  </button>
                  <span role="status">${this.chosen ? msg('Noch nicht gespeichert') : this.justSaved ? msg('Gespeichert') : ''}</span>
                </div>`
          }
        </section>
      </form>
      <section class="panel" aria-live="polite">
        <h2>${msg('Was als Nächstes geschieht')}</h2>
        ${this.renderNext(now)}
        <p class="hint">
          ${now.erased === 0 ? '' : msg(str`Schon ohne Namen: ${now.erased}.`)}
          ${msg('Eine einzelne Leihe löschen Sie in der Leihe selbst, sobald sie abgeschlossen ist.')}
        </p>
      </section>
      ${this.asking ? this.renderConfirm(dueNow(now)) : nothing}`;
  }

  private renderYears(field: keyof Years, name: string, max: number, hint: string) {
    return html`<div class="field">
      <label for=${field}>${name}</label>
      <span class="unit">
        <input
          id=${field}
          type="number"
          min="1"
          max=${max}
          required
          data-test="retention-${field}"
          ?readonly=${this.locked}
          .value=${String((this.chosen ?? this.now)?.[field] ?? '')}
          @input=${(event: InputEvent) => this.onYears(field, event.target as HTMLInputElement)}
        />
        ${(this.chosen ?? this.now)?.[field] === 1 ? msg('Jahr') : msg('Jahre')}
      </span>
      <p class="hint">${hint}</p>
    </div>`;
  }

  private renderNext({ next }: Retention) {
    if (next.length === 0)
      return html`<p data-test="retention-next">${msg('Nichts: Es gibt keine abgeschlossene Leihe mit Namen.')}</p>`;
    const rest = next.slice(shown);
    return html`<ul data-test="retention-next">
      ${next.slice(0, shown).map((one) => html`<li>${lendingIcon('trash-2')}<span>${sentence(one)}</span></li>`)}
      ${rest.length > 0 ? html`<li>${rest.length === 1 ? msg('und danach an einem weiteren Tag') : msg(str`und danach an ${rest.length} weiteren Tagen`)}</li>` : nothing}
    </ul>`;
  }

  private renderConfirm(count: number) {
    return html`<sb-dialog-frame
      open
      .heading=${msg('Fristen ändern?')}
      @close=${() => {
        this.asking = false;
      }}
    >
      <div class="confirm">
        <p>${count === 1 ? msg('Mit diesen Fristen werden ab morgen die Namen und Papiere einer Leihe oder Spende gelöscht. Das lässt sich nicht zurücknehmen.') : msg(str`Mit diesen Fristen werden ab morgen die Namen und Papiere von ${count} Leihen und Spenden gelöscht. Das lässt sich nicht zurücknehmen.`)}</p>
        <div class="choices">
          <button class="button" type="button" @click=${() => {
            this.asking = false;
          }}>${msg('Zurück')}</button>
          <button class="button danger" type="button" data-test="retention-confirm" @click=${this.save}>
            ${msg('Speichern und löschen')}
          </button>
        </div>
      </div>
    </sb-dialog-frame>`;
  }

  private async onYears(field: keyof Years, input: HTMLInputElement): Promise<void> {
    const { now } = this;
    if (!now || this.locked || !input.validity.valid) return;
    const { loanYears, donationYears } = this.chosen ?? now;
    const chosen = { loanYears, donationYears, [field]: input.valueAsNumber };
    this.chosen = chosen;
    this.justSaved = false;
    try {
      const then = await call('retention', {}, chosen);
      if (this.chosen === chosen) this.now = then;
    } catch {
      // What was known stays; saving says what is wrong.
    }
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (!this.now || !this.chosen) return;
    if (dueNow(this.now) > 0) this.asking = true;
    else void this.save();
  }

  private async save(): Promise<void> {
    const { now, chosen } = this;
    if (!now || !chosen) return;
    this.asking = false;
    const saved = await this.saving.do(async () => {
      this.now = await call('saveRetention', {}, { ...chosen, version: now.version });
    });
    if (!saved) return;
    this.chosen = null;
    this.justSaved = true;
  }

  private async load(): Promise<void> {
    await this.loading.do(async () => {
      this.now = await call('retention', {}, {});
    });
  }

  static override styles = [
    controlStyles,
    settingsStyles,
    css`
      .fields {
        align-items: start;
      }

      ul {
        display: grid;
        gap: var(--sb-space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
      }

      .confirm {
        display: grid;
        gap: var(--sb-space-4);
      }

      .panel > .hint {
        max-width: 60rem;
      }
    `,
  ];
}

/** How many go as soon as the server looks. */
function dueNow({ next }: Retention): number {
  return next
    .filter(({ at }) => at <= Date.now())
    .reduce((sum, { loans, donations }) => sum + loans + donations, 0);
}

function sentence({ at, loans, donations }: Retention['next'][number]): string {
  const what = [
    ...(loans > 0 ? [loans === 1 ? msg('1 Leihe') : msg(str`${loans} Leihen`)] : []),
    ...(donations > 0 ? [donations === 1 ? msg('1 Spende') : msg(str`${donations} Spenden`)] : []),
  ].join(msg(' und '));
  if (at <= Date.now()) return msg(str`Ab morgen: ${what}`);
  const day = new Date(at).toLocaleDateString(dateLocale(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Berlin',
  });
  return msg(str`Am ${day}: ${what}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-retention-tab': RetentionTab;
  }
}
