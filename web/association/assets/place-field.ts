import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';

/** Where a thing is kept: typed, with the places that there are as suggestions. Read it by `value`. */
@customElement('sb-place-field')
@localized()
export class PlaceField extends LitElement {
  @property({ attribute: 'value' }) initial = '';
  @state() private places: readonly string[] = [];
  @query('input') private input!: HTMLInputElement | null;

  get value(): string {
    return this.input?.value.trim() ?? this.initial;
  }

  set value(place: string) {
    this.initial = place;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    call('places', {}, {}).then(
      ({ places }) => {
        this.places = places;
      },
      // Without suggestions a place can still be typed.
      () => {},
    );
  }

  protected override render() {
    return html`<div class="field">
      <label for="place">${msg('Lagerort')}</label>
      <input
        id="place"
        list="places"
        maxlength="200"
        autocomplete="off"
        placeholder=${msg('Lager, Regal 3')}
        .value=${this.initial}
      />
      <datalist id="places">${this.places.map((place) => html`<option value=${place}></option>`)}</datalist>
    </div>`;
  }

  static override styles = [controlStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-place-field': PlaceField;
  }
}
