import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './place-chips.ts';
import type { ReminderStage, Settings, SettingsView } from '../../../server/api/contract/lending/papers.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { insertAtCursor } from './place-chips.ts';
import { stageName, stages } from './reminder-words.ts';
import { settingsStyles } from './settings-styles.ts';

type Reminders = Settings['reminders'];
type Days = 'comingDueDays' | 'overdueDays' | 'escalationDays';

/** When reminders come and what they say; fires `change-settings` with what is new. */
@customElement('sb-reminder-form')
@localized()
export class ReminderForm extends LitElement {
  @property({ attribute: false }) settings!: Settings;
  @property({ attribute: false }) places: SettingsView['places'] = [];
  @property({ type: Boolean }) locked = false;

  protected override render() {
    const { reminders } = this.settings;
    return html`<section class="panel">
        <h2>${msg('Wann erinnert wird')}</h2>
        <div class="fields">
          ${this.days('comingDueDays', msg('„Bald fällig“: vor dem Ende'), 60)}
          ${this.days('overdueDays', msg('„Überfällig“: nach dem Ende'), 60)}
          ${this.days('escalationDays', msg('„Lange überfällig“: nach dem Ende'), 120)}
          <div class="field">
            <label for="escalation">${msg('Wer von „lange überfällig“ erfährt (E-Mail)')}</label>
            <input
              id="escalation"
              type="email"
              maxlength="200"
              ?readonly=${this.locked}
              .value=${reminders.escalationEmail}
              @input=${(event: InputEvent) => this.change({ escalationEmail: (event.target as HTMLInputElement).value })}
            />
          </div>
        </div>
        <label class="choice">
          <input
            type="checkbox"
            data-test="settings-automatic"
            ?disabled=${this.locked}
            .checked=${reminders.automatic}
            @change=${(event: Event) => this.change({ automatic: (event.target as HTMLInputElement).checked })}
          />
          ${msg('Erinnerungen von selbst senden, tagsüber')}
        </label>
      </section>
      <section class="panel">
        <h2>${msg('Texte')}</h2>
        ${stages.map((stage) => this.renderText(stage))}
      </section>`;
  }

  private days(field: Days, name: string, max: number) {
    return html`<div class="field">
      <label for=${field}>${name}</label>
      <span class="unit">
        <input
          id=${field}
          type="number"
          min="1"
          max=${max}
          required
          ?readonly=${this.locked}
          .value=${String(this.settings.reminders[field])}
          @input=${(event: InputEvent) => {
            const { valueAsNumber } = event.target as HTMLInputElement;
            if (Number.isInteger(valueAsNumber)) this.change({ [field]: valueAsNumber });
          }}
        />
        ${msg('Tage')}
      </span>
    </div>`;
  }

  private renderText(stage: ReminderStage) {
    const { texts } = this.settings.reminders;
    const set = (what: 'subject' | 'text') => (event: InputEvent) => {
      const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
      this.change({ texts: { ...texts, [stage]: { ...texts[stage], [what]: value } } });
    };
    return html`<details>
      <summary data-test="reminder-text-${stage}">${stageName(stage)}</summary>
      <div class="field">
        <label for="subject-${stage}">${msg('Betreff')}</label>
        <input
          id="subject-${stage}"
          maxlength="200"
          ?readonly=${this.locked}
          .value=${texts[stage].subject}
          @input=${set('subject')}
        />
      </div>
      <div class="field">
        <label for="text-${stage}">${msg('Text')}</label>
        <textarea
          id="text-${stage}"
          maxlength="4000"
          ?readonly=${this.locked}
          .value=${texts[stage].text}
          @input=${set('text')}
        ></textarea>
      </div>
      ${
        this.locked
          ? ''
          : html`<sb-place-chips
            .places=${this.places}
            @place=${(event: CustomEvent<string>) => {
              const field = this.renderRoot.querySelector<HTMLTextAreaElement>(`#text-${stage}`);
              if (field) insertAtCursor(field, event.detail);
            }}
          ></sb-place-chips>`
      }
    </details>`;
  }

  private change(change: Partial<Reminders>): void {
    const detail: Partial<Settings> = { reminders: { ...this.settings.reminders, ...change } };
    this.dispatchEvent(new CustomEvent('change-settings', { detail }));
  }

  static override styles = [controlStyles, settingsStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-reminder-form': ReminderForm;
  }
}
