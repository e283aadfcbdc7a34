import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './lesson-choice.ts';
import '../../ui/count-stepper.ts';
import '../../ui/date-span.ts';
import type { DayNote } from '../../../server/api/contract/lending/loans.ts';
import { dayText, momentOf } from '../../association/loans/local-moment.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { formStyles } from '../../ui/form-styles.ts';
import { type DaySpan, dayAfter, monthAfter } from '../../ui/month-days.ts';

/** What a school asks for, as the server takes it. */
export interface Wanted {
  startsAt: number;
  endsAt: number;
  pupils: number;
  lessons: string[];
  wish: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
}

/** Hours of the day at which kits go and come, unless somebody says another later. */
const goes = 8;
const comes = 16;

/** What is asked for: when, for how many, which lessons, wishes, whom to call. Used by teachers and by the association. */
@customElement('sb-request-fields')
@localized()
export class RequestFields extends LitElement {
  @property() contactName = '';
  @property() contactEmail = '';
  /** For good: there is no end. */
  @property({ type: Boolean }) donation = false;

  @state() private span: DaySpan = { from: '', to: '' };
  @state() private days: readonly DayNote[] = [];
  @state() private pupils = 24;
  @state() private lessons: readonly string[] = [];
  @query('form') private form!: HTMLFormElement;
  private readonly asked = new Set<string>();

  protected override render() {
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
      <fieldset>
        <legend>${this.donation ? msg('Ab wann?') : msg('Wann?')}</legend>
        <sb-date-span
          .span=${this.span}
          .days=${this.days}
          .least=${dayText(new Date())}
          ?startOnly=${this.donation}
          fromLabel=${msg('Abholen am')}
          toLabel=${msg('Zurück am')}
          @span=${(event: CustomEvent<DaySpan>) => {
            this.span = event.detail;
          }}
          @month=${(event: CustomEvent<string>) => this.loadDays(event.detail)}
        ></sb-date-span>
      </fieldset>
      <fieldset>
        <legend>${msg('Für wie viele Kinder?')}</legend>
        <sb-count-stepper
          data-test="pupils"
          label=${msg('Kinder')}
          .value=${this.pupils}
          .least=${1}
          .most=${2000}
          @count=${(event: CustomEvent<number>) => {
            this.pupils = event.detail;
          }}
        ></sb-count-stepper>
      </fieldset>
      <fieldset>
        <legend>${msg('Welche Lektionen?')} <span class="hint">${msg('wenn Sie es schon wissen')}</span></legend>
        <sb-lesson-choice
          .chosen=${this.lessons}
          @chosen=${(event: CustomEvent<readonly string[]>) => {
            this.lessons = event.detail;
          }}
        ></sb-lesson-choice>
      </fieldset>
      <div class="field">
        <label for="wish">${msg('Wünsche')}</label>
        <textarea id="wish" name="wish" maxlength="4000" data-test="wish" placeholder=${msg('Zum Beispiel: mit Touchscreens, Abholung erst nach 15 Uhr')}></textarea>
      </div>
      <fieldset>
        <legend>${msg('Wen dürfen wir anrufen?')}</legend>
        <div class="contact">
          ${this.renderContact('contactName', msg('Name'), 'text', this.contactName)}
          ${this.renderContact('contactEmail', msg('E-Mail'), 'email', this.contactEmail)}
          ${this.renderContact('contactPhone', msg('Telefon'), 'tel', '')}
        </div>
      </fieldset>
    </form>`;
  }

  private renderContact(name: string, label: string, type: 'text' | 'email' | 'tel', value: string) {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        name=${name}
        type=${type}
        ?required=${name === 'contactName'}
        maxlength=${name === 'contactName' ? 120 : 200}
        autocomplete=${type === 'text' ? 'name' : type}
        data-test=${name}
        value=${value || nothing}
      />
    </div>`;
  }

  /** What was filled in; null: something is missing, and the browser has said what. */
  read(): Wanted | null {
    const span = this.renderRoot.querySelector('sb-date-span');
    for (const field of span?.renderRoot.querySelectorAll('input') ?? [])
      if (!field.reportValidity()) return null;
    if (!this.form.reportValidity()) return null;
    const data = new FormData(this.form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const { from, to } = this.span;
    return {
      startsAt: momentOf(from, goes),
      // With a donation the server puts the end of time in its place.
      endsAt: this.donation ? momentOf(dayAfter(from, 1), comes) : momentOf(to, comes),
      pupils: this.pupils,
      lessons: [...this.lessons],
      wish: text('wish'),
      contactName: text('contactName'),
      contactEmail: text('contactEmail'),
      contactPhone: text('contactPhone'),
    };
  }

  private async loadDays(month: string): Promise<void> {
    if (this.asked.has(month)) return;
    this.asked.add(month);
    try {
      const { days } = await call(
        'lendingDays',
        {},
        { from: `${month}-01`, to: dayAfter(`${monthAfter(month, 2)}-01`, -1) },
      );
      const known = new Map(
        [...this.days, ...days].map((day) => [`${day.startsOn} ${day.kind} ${day.name}`, day]),
      );
      this.days = [...known.values()].toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));
    } catch {
      // Holidays help to choose; without them a day can be chosen all the same.
      this.asked.delete(month);
    }
  }

  static override styles = [
    controlStyles,
    formStyles,
    css`
      :host {
        display: block;
      }

      form {
        display: grid;
        gap: var(--sb-space-6);
      }

      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: none;
      }

      legend {
        margin-bottom: var(--sb-space-2);
        padding: 0;
        font-size: var(--sb-text-l);
        font-weight: 700;
      }

      legend .hint {
        font-weight: 400;
      }

      .contact {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
        gap: var(--sb-space-3);
      }

    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-request-fields': RequestFields;
  }
}
