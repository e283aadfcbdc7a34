import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Settings } from '../../../server/api/contract/lending/papers.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { settingsStyles } from './settings-styles.ts';

type Association = Settings['association'];

/** Who the association is, and how it lends; fires `change-settings` with what is new. */
@customElement('sb-association-form')
@localized()
export class AssociationForm extends LitElement {
  @property({ attribute: false }) settings!: Settings;
  @property({ type: Boolean }) locked = false;

  protected override render() {
    return html`<section class="panel">
        <h2>${msg('Der Verein')}</h2>
        <p class="hint">${msg('So steht er auf Etiketten und Papieren.')}</p>
        <div class="fields">
          ${this.text('name', msg('Name'), 'organization')}
          ${this.text('representative', msg('Wer unterschreibt'), 'off')}
          ${this.text('address', msg('Straße und Hausnummer'), 'street-address')}
          ${this.text('zip', msg('Postleitzahl'), 'postal-code')}
          ${this.text('city', msg('Ort'), 'address-level2')}
          ${this.text('email', msg('E-Mail'), 'email', 'email')}
          ${this.text('phone', msg('Telefon'), 'tel', 'tel')}
        </div>
      </section>
      <section class="panel">
        <h2>${msg('Verleih')}</h2>
        <div class="fields">
          ${this.number('bufferDays', msg('Ruhezeit vor und nach jeder Leihe'), msg('Tage'), [0, 30])}
          ${this.number('lifetimeYears', msg('So lange haben Dinge einen Zeitwert'), msg('Jahre'), [1, 20])}
        </div>
        <p class="hint">
          ${msg('Der Zeitwert sinkt gleichmäßig vom Kaufpreis auf null. Er steht im Leihvertrag und zählt bei Verlust.')}
        </p>
      </section>`;
  }

  private text(field: keyof Association, name: string, autocomplete: AutoFill, type = 'text') {
    return html`<div class="field">
      <label for=${field}>${name}</label>
      <input
        id=${field}
        type=${type}
        maxlength="200"
        autocomplete=${autocomplete}
        data-test="settings-${field}"
        ?readonly=${this.locked}
        .value=${this.settings.association[field]}
        @input=${(event: InputEvent) => {
          const { value } = event.target as HTMLInputElement;
          this.change({ association: { ...this.settings.association, [field]: value } });
        }}
      />
    </div>`;
  }

  private number(
    field: 'bufferDays' | 'lifetimeYears',
    name: string,
    unit: string,
    [min, max]: readonly [number, number],
  ) {
    return html`<div class="field">
      <label for=${field}>${name}</label>
      <span class="unit">
        <input
          id=${field}
          type="number"
          min=${min}
          max=${max}
          required
          ?readonly=${this.locked}
          .value=${String(this.settings[field])}
          @input=${(event: InputEvent) => {
            const { valueAsNumber } = event.target as HTMLInputElement;
            if (Number.isInteger(valueAsNumber)) this.change({ [field]: valueAsNumber });
          }}
        />
        ${unit}
      </span>
    </div>`;
  }

  private change(detail: Partial<Settings>): void {
    this.dispatchEvent(new CustomEvent('change-settings', { detail }));
  }

  static override styles = [controlStyles, settingsStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-association-form': AssociationForm;
  }
}
