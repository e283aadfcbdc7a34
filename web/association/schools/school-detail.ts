import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './edit-school.ts';
import '../calendar/feed-button.ts';
import '../history/history.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { AssetLine } from '../../../server/api/contract/lending/assets.ts';
import type { LoanLine } from '../../../server/api/contract/lending/loans.ts';
import type { Contact, SchoolProfile } from '../../../server/api/contract/lending/schools.ts';
import { call } from '../../client/api.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { schoolTypeName } from './school-words.ts';

/** What is known of a school: address, contacts, its loans, the Pis there, its history. @fires changed */
@customElement('sb-school-detail')
@localized()
export class SchoolDetail extends LitElement {
  @property() schoolId = '';
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private school: SchoolProfile | null = null;
  @state() private loans: readonly LoanLine[] = [];
  @state() private devices: readonly AssetLine[] = [];
  @state() private problem: Problem | null = null;
  @state() private editing = false;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('schoolId')) return;
    this.school = null;
    this.loans = [];
    this.devices = [];
    this.editing = false;
    void this.load();
  }

  protected override render() {
    const { school } = this;
    if (!school) {
      return this.problem
        ? html`<sb-problem-note .problem=${this.problem}></sb-problem-note>`
        : html`<p role="status">${msg('Schule wird geladen …')}</p>`;
    }
    return html`<article class="panel" data-test="school-detail">
      <header>
        <div>
          <h2>${school.name}</h2>
          <p class="quiet-text">${kindOf(school)}</p>
        </div>
        ${this.person?.duty === 'read-only' ? nothing : this.renderActions()}
      </header>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      ${this.renderFacts(school)} ${this.renderContacts(school.contacts)} ${this.renderLoans()}
      ${this.renderDevices()}
      <section><sb-lending-history .schoolId=${school.id} .person=${this.person}></sb-lending-history></section>
      <sb-edit-school
        .open=${this.editing}
        .school=${school}
        @saved=${this.onSaved}
        @close=${() => {
          this.editing = false;
        }}
      ></sb-edit-school>
    </article>`;
  }

  private renderActions() {
    return html`<div class="actions">
      <a class="button" href="#people" data-test="school-invite">${lineIcon('users')}${msg('Einladen')}</a>
      <button
        class="button"
        type="button"
        data-test="edit-school"
        @click=${() => {
          this.editing = true;
        }}
      >
        ${lineIcon('pencil')}${msg('Bearbeiten')}
      </button>
    </div>`;
  }

  private renderFacts(school: SchoolProfile) {
    const place = [school.address, `${school.zip} ${school.city}`.trim()].filter((line) => line !== '');
    const facts: [string, unknown][] = [
      [msg('Anschrift'), place.length ? place.map((line) => html`<span class="line">${line}</span>`) : ''],
      [
        msg('Telefon'),
        school.phone && html`<a href="tel:${school.phone.replace(/[^\d+]/g, '')}">${school.phone}</a>`,
      ],
      [msg('E-Mail'), school.email && html`<a href="mailto:${school.email}">${school.email}</a>`],
      [msg('Website'), renderWebsite(school.website)],
      [msg('Schulnummer'), school.schoolNumber],
      [msg('Träger'), school.provider],
      [msg('Gemeinde'), school.municipality],
      [msg('Notiz'), school.note && html`<span class="note">${school.note}</span>`],
    ];
    const known = facts.filter(([, value]) => value !== '');
    if (known.length === 0) return html`<p class="quiet-text">${msg('Mehr ist noch nicht bekannt.')}</p>`;
    return html`<dl>
      ${known.map(
        ([name, value]) => html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
      )}
    </dl>`;
  }

  private renderContacts(contacts: readonly Contact[]) {
    return html`<section>
      <h3>${msg('Ansprechpersonen')}</h3>
      ${
        contacts.length === 0
          ? html`<p class="quiet-text">${msg('Noch niemand.')}</p>`
          : html`<ul class="contacts">
              ${contacts.map(
                (contact) => html`<li data-test="contact">
                  <strong>${contact.name}</strong>
                  ${contact.duty ? html`<span class="quiet-text">${contact.duty}</span>` : nothing}
                  ${contact.email ? html`<a href="mailto:${contact.email}">${contact.email}</a>` : nothing}
                  ${contact.phone ? html`<a href="tel:${contact.phone.replace(/[^\d+]/g, '')}">${contact.phone}</a>` : nothing}
                </li>`,
              )}
            </ul>`
      }
    </section>`;
  }

  private renderLoans() {
    return html`<section>
      <h3>${msg('Leihen')}</h3>
      ${
        this.loans.length === 0
          ? html`<p class="quiet-text">${msg('Noch keine.')}</p>`
          : html`<ul class="lines">
              ${this.loans.map(
                (loan) => html`<li>
                  <a href="#loans/${loan.id}">
                    ${loan.kind === 'donation' ? lendingIcon('gift') : lendingIcon('handshake')}
                    <strong>${loan.number}</strong> <span>${loan.codes.join(', ')}</span>
                    <span class="quiet-text">${timeOf(loan)}</span>
                  </a>
                </li>`,
              )}
            </ul>`
      }
      <sb-feed-button .person=${this.person} .schoolId=${this.schoolId}></sb-feed-button>
    </section>`;
  }

  private renderDevices() {
    if (this.devices.length === 0) return nothing;
    return html`<section>
      <h3>${msg('Geräte dort')}</h3>
      <ul class="codes">
        ${this.devices.map(
          (device) => html`<li>
            <a class="button" href="#assets/${device.id}" title=${device.name}>${lineIcon('cpu')}${device.code}</a>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private async load(): Promise<void> {
    const { schoolId } = this;
    this.problem = null;
    try {
      const school = await call('schoolProfile', { schoolId }, {});
      if (schoolId !== this.schoolId) return;
      this.school = school;
      const [{ loans }, { assets }] = await Promise.all([
        call('loans', {}, { schoolId, limit: 20 }),
        call('assets', {}, { schoolId, kind: 'device', limit: 100 }),
      ]);
      if (schoolId !== this.schoolId) return;
      this.loans = loans;
      this.devices = assets;
    } catch (error) {
      if (schoolId === this.schoolId) this.problem = problemOf(error);
    }
  }

  private onSaved(event: CustomEvent<SchoolProfile>): void {
    this.school = event.detail;
    this.editing = false;
    this.dispatchEvent(new Event('changed'));
  }

  static override styles = [
    controlStyles,
    css`
      article {
        display: grid;
        gap: var(--sb-space-4);
        padding: var(--sb-space-4) var(--sb-space-6) var(--sb-space-6);
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        justify-content: space-between;
        gap: var(--sb-space-3);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-2);
      }

      h3 {
        margin-bottom: var(--sb-space-2);
        font-size: var(--sb-text-m);
      }

      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
        gap: var(--sb-space-3) var(--sb-space-6);
        margin: 0;
      }

      dt {
        color: var(--sb-ink-quiet);
        font-size: var(--sb-text-s);
      }

      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }

      .line {
        display: block;
      }

      .note {
        white-space: pre-line;
      }

      a {
        color: var(--sb-action);
      }

      a.button {
        color: var(--sb-ink);
      }

      ul {
        display: grid;
        gap: var(--sb-space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .contacts {
        grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
      }

      .contacts li {
        display: grid;
        align-content: start;
        gap: 2px;
        padding: var(--sb-space-3);
        border-radius: var(--sb-radius-s);
        background: var(--sb-surface-sunk);
        overflow-wrap: anywhere;
      }

      .lines a {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-1) var(--sb-space-3);
        min-height: var(--sb-touch);
        color: var(--sb-ink);
        text-decoration: none;
      }

      .lines a:hover strong {
        text-decoration: underline;
      }

      .lines svg.lucide {
        color: var(--sb-good);
      }

      .codes {
        display: flex;
        flex-wrap: wrap;
      }
    `,
  ];
}

function kindOf(school: SchoolProfile): string {
  const raw = school.typeRaw;
  return [raw || schoolTypeName(school.type), school.city, school.land ?? '']
    .filter((word) => word !== '')
    .join(' · ');
}

/** Only an address of the web is a link: nothing else that somebody wrote there is ever opened. */
function renderWebsite(website: string) {
  if (website === '') return '';
  const address = /^[a-z]+:/i.test(website) ? website : `https://${website}`;
  return /^https?:\/\//i.test(address)
    ? html`<a href=${address} target="_blank" rel="noreferrer noopener">${website}</a>`
    : website;
}

function timeOf(loan: LoanLine): string {
  const day = (at: number) => new Date(at).toLocaleDateString(dateLocale());
  return loan.kind === 'donation' ? day(loan.startsAt) : `${day(loan.startsAt)} – ${day(loan.endsAt)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-school-detail': SchoolDetail;
  }
}
