import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type {
  Contact,
  Land,
  SchoolProfile,
  SchoolType,
} from '../../../server/api/contract/lending/schools.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { formStyles } from '../../ui/form-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { laender, schoolTypes } from './school-words.ts';
import { type TextField, textField } from './text-field.ts';

type ContactLine = Omit<Contact, 'id'> & { readonly key: number };

/** A dialog that changes what is known of a school, and its contacts. @fires saved with the school, close */
@customElement('sb-edit-school')
@localized()
export class EditSchool extends LitElement {
  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) school: SchoolProfile | null = null;

  @state() private contacts: readonly ContactLine[] = [];
  private readonly saving = new Sending(this);
  #keys = 0;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open') || !this.open) return;
    this.saving.forget();
    this.contacts = (this.school?.contacts ?? []).map(({ name, duty, email, phone }) => ({
      ...{ name, duty, email, phone },
      key: ++this.#keys,
    }));
  }

  protected override render() {
    return html`<sb-dialog-frame
      wide
      .open=${this.open}
      .heading=${msg('Schule bearbeiten')}
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      ${this.open && this.school ? this.renderForm(this.school) : nothing}
    </sb-dialog-frame>`;
  }

  private renderForm(school: SchoolProfile) {
    return html`<form @submit=${this.onSubmit}>
      <div class="grid">
        ${this.renderText('name', msg('Name der Schule'), school.name, { long: 120, needed: true, wide: true })}
        ${this.renderText('address', msg('Straße und Hausnummer'), school.address, { wide: true })}
        ${this.renderText('zip', msg('Postleitzahl'), school.zip, { long: 10 })}
        ${this.renderText('city', msg('Ort'), school.city, { long: 80 })}
        <div class="field">
          <label for="land">${msg('Bundesland')}</label>
          <select id="land" name="land">
            <option value="">–</option>
            ${laender.map(
              ({ land, name }) =>
                html`<option value=${land} ?selected=${land === school.land}>${name}</option>`,
            )}
          </select>
        </div>
        <div class="field">
          <label for="type">${msg('Art der Schule')}</label>
          <select id="type" name="type">
            <option value="">–</option>
            ${schoolTypes().map(
              ({ type, name }) =>
                html`<option value=${type} ?selected=${type === school.type}>${name}</option>`,
            )}
          </select>
        </div>
        ${this.renderText('phone', msg('Telefon'), school.phone)}
        ${this.renderText('email', msg('E-Mail'), school.email)}
        ${this.renderText('website', msg('Website'), school.website)}
        ${this.renderText('schoolNumber', msg('Schulnummer'), school.schoolNumber)}
        ${this.renderText('provider', msg('Träger'), school.provider)}
        ${this.renderText('municipality', msg('Gemeinde (für Berichte)'), school.municipality)}
        ${this.renderText('latitude', msg('Breite (für die Karte)'), degrees(school.latitude))}
        ${this.renderText('longitude', msg('Länge (für die Karte)'), degrees(school.longitude))}
        <div class="field wide">
          <label for="note">${msg('Notiz')}</label>
          <textarea id="note" name="note" rows="3" maxlength="4000" .value=${school.note}></textarea>
        </div>
      </div>
      <fieldset>
        <legend>${msg('Ansprechpersonen')}</legend>
        ${this.contacts.map((contact, index) => this.renderContact(contact, index))}
        <div>
          <button
            class="button"
            type="button"
            data-test="add-contact"
            @click=${() => {
              this.contacts = [
                ...this.contacts,
                { name: '', duty: '', email: '', phone: '', key: ++this.#keys },
              ];
            }}
          >
            ${lineIcon('plus')}${msg('Person hinzufügen')}
          </button>
        </div>
      </fieldset>
      <sb-problem-note .problem=${this.saving.problem}></sb-problem-note>
      <div class="choices">
        <button class="button primary" data-test="save-school" ?disabled=${this.saving.busy}>${msg('Speichern')}</button>
      </div>
    </form>`;
  }

  private renderText(
    name: string,
    label: string,
    value: string,
    form: Pick<TextField, 'long' | 'needed' | 'wide'> = {},
  ) {
    return textField({ ...form, name, label, value }, `school-${name}`);
  }

  private renderContact(contact: ContactLine, index: number) {
    const number = index + 1;
    const field = (key: keyof Omit<Contact, 'id'>, label: string, needed = false) => html`<input
      .value=${contact[key]}
      placeholder=${label}
      aria-label=${msg(str`${label}, Person ${number}`)}
      maxlength=${key === 'name' ? 120 : 200}
      ?required=${needed}
      autocomplete="off"
      data-test="contact-${key}"
      @input=${(event: InputEvent) => {
        const { value } = event.target as HTMLInputElement;
        this.contacts = this.contacts.map((one) =>
          one.key === contact.key ? { ...one, [key]: value } : one,
        );
      }}
    />`;
    return html`<div class="contact">
      ${field('name', msg('Name'), true)} ${field('duty', msg('Aufgabe'))} ${field('email', msg('E-Mail'))}
      ${field('phone', msg('Telefon'))}
      <button
        class="button quiet"
        type="button"
        aria-label=${msg(str`Person ${number} entfernen`)}
        @click=${() => {
          this.contacts = this.contacts.filter((one) => one.key !== contact.key);
        }}
      >
        ${lendingIcon('trash-2')}
      </button>
    </div>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { school } = this;
    if (!school) return;
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    await this.saving.do(async () => {
      const saved = await call(
        'saveSchool',
        { schoolId: school.id },
        {
          ...Object.fromEntries(textFields.map((name) => [name, text(name)])),
          land: (text('land') || null) as Land | null,
          type: (text('type') || null) as SchoolType | null,
          latitude: number(text('latitude')),
          longitude: number(text('longitude')),
          contacts: this.contacts.map(({ key: _key, ...contact }) => contact),
        },
      );
      this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
    });
  }

  static override styles = [
    controlStyles,
    formStyles,
    css`
      form,
      fieldset {
        display: grid;
        gap: var(--sb-space-4);
      }

      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: var(--sb-space-3) var(--sb-space-4);
      }

      .wide {
        grid-column: 1 / -1;
      }

      fieldset {
        gap: var(--sb-space-2);
        margin: 0;
        padding: 0;
        border: none;
      }

      legend {
        margin-bottom: var(--sb-space-2);
        padding: 0;
        font-weight: 600;
      }

      .contact {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr)) auto;
        gap: var(--sb-space-2);
      }

      .choices {
        display: flex;
        justify-content: flex-end;
      }

      @media (max-width: 48rem) {
        .contact {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          padding-bottom: var(--sb-space-3);
          border-bottom: 1px solid var(--sb-line);
        }
      }
    `,
  ];
}

const textFields = [
  'name',
  'address',
  'zip',
  'city',
  'phone',
  'email',
  'website',
  'schoolNumber',
  'provider',
  'municipality',
  'note',
] as const;

/** With the comma that people here write. */
function degrees(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',');
}

function number(text: string): number | null {
  // What is no number is sent as it is, so that the server says what is wrong with it.
  return text === '' ? null : Number(text.replace(',', '.'));
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-edit-school': EditSchool;
  }
}
