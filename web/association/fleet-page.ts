import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './add-device.ts';
import './fleet-table.ts';
import '../ui/problem-note.ts';
import type { FleetDevice } from '../../server/api/contract/endpoints.ts';
import { call } from '../client/api.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { type DeviceFilter, filterDevices } from './device-filter.ts';
import { listStyles } from './list-styles.ts';
import { Polling } from './polling.ts';

/** Every Pi of the association, with its light; asked anew every 5 s. */
@customElement('sb-fleet-page')
@localized()
export class FleetPage extends LitElement {
  @state() private filter: DeviceFilter = { words: '', light: 'all' };
  @state() private adding = false;
  private readonly fleet = new Polling(this, async () => (await call('devices', {}, {})).devices);

  protected override render() {
    const devices = this.fleet.answer;
    return html`<div class="head">
        <h1>${msg('Flotte')}</h1>
        <button
          class="button primary"
          type="button"
          data-test="add-device"
          @click=${() => {
            this.adding = true;
          }}
        >
          ${lineIcon('plus')}${msg('Gerät hinzufügen')}
        </button>
      </div>
      <sb-problem-note .problem=${this.fleet.problem}></sb-problem-note>
      ${devices ? this.renderList(devices) : html`<p role="status">${msg('Geräte werden geladen …')}</p>`}
      <sb-add-device
        .open=${this.adding}
        @added=${() => this.fleet.now()}
        @close=${() => {
          this.adding = false;
        }}
      ></sb-add-device>`;
  }

  private renderList(devices: readonly FleetDevice[]) {
    if (devices.length === 0)
      return html`<div class="panel empty">
        <p><strong>${msg('Noch kein Gerät.')}</strong></p>
        <p>${msg('Fügen Sie das erste hinzu: Sie bekommen eine kleine Datei, mit der sich der Pi anmeldet.')}</p>
      </div>`;
    const shown = filterDevices(devices, this.filter);
    const online = devices.filter((device) => device.online).length;
    return html`<div class="tools">
        <div class="search">
          ${lineIcon('search')}
          <input
            type="search"
            placeholder=${msg('Name, Schule, Modell …')}
            aria-label=${msg('Geräte suchen')}
            @input=${(event: InputEvent) => {
              this.filter = { ...this.filter, words: (event.target as HTMLInputElement).value };
            }}
          />
        </div>
        <div class="filters" role="group" aria-label=${msg('Nach Verbindung')}>
          ${this.renderLight('all', msg(str`Alle ${devices.length}`))}
          ${this.renderLight('online', msg(str`Verbunden ${online}`))}
          ${this.renderLight('offline', msg(str`Nicht verbunden ${devices.length - online}`))}
        </div>
      </div>
      ${
        shown.length
          ? html`<sb-fleet-table .devices=${shown}></sb-fleet-table>`
          : html`<p class="panel empty">${msg('Kein Gerät passt dazu.')}</p>`
      }`;
  }

  private renderLight(light: DeviceFilter['light'], words: string) {
    return html`<button
      class="button"
      type="button"
      aria-pressed=${this.filter.light === light}
      @click=${() => {
        this.filter = { ...this.filter, light };
      }}
    >
      ${words}
    </button>`;
  }

  static override styles = [
    controlStyles,
    listStyles,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-3);
      }

      .search {
        flex: 1 1 16rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-fleet-page': FleetPage;
  }
}
