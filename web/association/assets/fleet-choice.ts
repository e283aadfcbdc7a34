import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyles } from '../../ui/control-styles.ts';
import { assetStyles } from './asset-styles.ts';

/** A Pi of the fleet that nobody has put down as a thing yet. */
export interface NewDevice {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly online: boolean;
}

/** Pis of the fleet to be put down. Fires `choose` (`CustomEvent<string[]>`, ids in the order of the Pis). */
@customElement('sb-fleet-choice')
@localized()
export class FleetChoice extends LitElement {
  @property({ attribute: false }) devices: readonly NewDevice[] = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  /** So many come into the kits; null: each is a thing by itself. */
  @property({ attribute: false }) places: number | null = null;

  protected override render() {
    const { devices, chosen, places } = this;
    const most = Math.min(devices.length, places ?? devices.length);
    return html`<fieldset>
      <legend>${msg('Neu in der Flotte')}</legend>
      <p class="hint">
        ${
          places === null
            ? msg(
                'Diese Pis sind noch bei niemandem eingetragen. Ohne Auswahl entsteht ein Gerät, das kein Pi der Flotte ist.',
              )
            : msg(
                str`Diese Pis kommen der Reihe nach in die Kits, ${chosen.length} von ${places} Plätzen sind vergeben.`,
              )
        }
      </p>
      <button
        class="button"
        type="button"
        data-test="add-fleet-all"
        @click=${() => this.tell(chosen.length >= most ? [] : devices.slice(0, most).map(({ id }) => id))}
      >
        ${chosen.length >= most ? msg('Keine davon') : msg(str`${most} Pis der Flotte nehmen`)}
      </button>
      <div class="devices">
        ${devices.map(
          ({ id, name, number }) => html`<label class="check">
            <input
              type="checkbox"
              data-test="add-device-${id}"
              .checked=${chosen.includes(id)}
              ?disabled=${!chosen.includes(id) && chosen.length >= most}
              @change=${() => this.toggle(id)}
            />
            <span class="code">P${number}</span>${name}
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private toggle(id: string): void {
    const has = this.chosen.includes(id);
    this.tell(
      this.devices.map((one) => one.id).filter((one) => (one === id ? !has : this.chosen.includes(one))),
    );
  }

  private tell(ids: string[]): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: ids }));
  }

  static override styles = [
    controlStyles,
    assetStyles,
    css`
      fieldset {
        display: grid;
        gap: var(--sb-space-2);
        margin: 0;
        padding: var(--sb-space-3);
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius-s);
      }

      fieldset > .button {
        justify-self: start;
      }

      legend {
        padding-inline: var(--sb-space-1);
        font-weight: 600;
      }

      .devices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        max-height: 14rem;
        overflow-y: auto;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-fleet-choice': FleetChoice;
  }
}
