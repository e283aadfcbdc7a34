import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Contact, SchoolProfile } from '../../../server/api/contract/lending/schools.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { factsStyles } from '../facts-styles.ts';
import { detailStyles } from './detail-styles.ts';

/** A school's address and numbers, and whom to ask there. */
@customElement('sb-school-facts')
@localized()
export class SchoolFacts extends LitElement {
  @property({ attribute: false }) school: SchoolProfile | null = null;

  protected override render() {
    return this.school
      ? html`${this.renderFacts(this.school)} ${this.renderContacts(this.school.contacts)}`
      : nothing;
  }

  private renderFacts(school: SchoolProfile) {
    const place = [school.address, `${school.zip} ${school.city}`.trim()].filter((line) => line !== '');
    const facts: [string, unknown][] = [
      [msg('Anschrift'), place.length ? place.map((line) => html`<span class="line">${line}</span>`) : ''],
      [msg('Telefon'), school.phone && phoneLink(school.phone)],
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
                  ${contact.phone ? phoneLink(contact.phone) : nothing}
                </li>`,
              )}
            </ul>`
      }
    </section>`;
  }

  static override styles = [
    controlStyles,
    detailStyles,
    factsStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-4);
      }

      dl {
        grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
        gap: var(--sb-space-3) var(--sb-space-6);
      }

      .line {
        display: block;
      }

      .note {
        white-space: pre-line;
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
    `,
  ];
}

function phoneLink(phone: string) {
  return html`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>`;
}

/** Only an address of the web is a link: nothing else that somebody wrote there is ever opened. */
function renderWebsite(website: string) {
  if (website === '') return '';
  const address = /^[a-z]+:/i.test(website) ? website : `https://${website}`;
  return /^https?:\/\//i.test(address)
    ? html`<a href=${address} target="_blank" rel="noreferrer noopener">${website}</a>`
    : website;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-school-facts': SchoolFacts;
  }
}
