import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './identify-button.ts';
import '../ui/pi-light.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { DeviceView, SeatView } from '../../server/live/contract/live.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { piComplaints } from './live/pi-health.ts';
import { piFigures } from './pi-figures.ts';

/** Every Pi of the school by its number: who has it, how it is, and which one it is. */
@customElement('sb-pi-list')
@localized()
export class PiList extends LitElement {
  @property({ attribute: false }) devices: readonly DeviceView[] = [];
  @property({ attribute: false }) seats: readonly SeatView[] = [];

  @state() private problem: Problem | null = null;

  protected override render() {
    if (this.devices.length === 0)
      return html`<p class="quiet-text">
        ${msg('Ihre Schule hat noch keine Pis. Alle können auf dem virtuellen Pi arbeiten; der Verein trägt Geräte für Sie ein.')}
      </p>`;
    const devices = this.devices.toSorted((a, b) => a.number - b.number);
    return html`<sb-problem-note .problem=${this.problem}></sb-problem-note>
      <ul>
        ${repeat(
          devices,
          (device) => device.id,
          (device) =>
            html`<li class="panel" data-test="pi" data-number=${device.number}>${this.renderPi(device)}</li>`,
        )}
      </ul>`;
  }

  private renderPi(device: DeviceView) {
    const { health, name, number, online } = device;
    const seat = this.seats.find(({ deviceId }) => deviceId === device.id);
    const complaints = online ? piComplaints(health) : [];
    const figures = online && health ? piFigures(health) : [];
    return html`<div class="head">
        <sb-pi-light .online=${online}></sb-pi-light>
        <h3>${msg(str`Pi ${number}`)}</h3>
        <span class="quiet-text name">${name}</span>
        <sb-identify-button
          test="pi-identify"
          .device=${device}
          @problem=${(event: CustomEvent<Problem | null>) => {
            this.problem = event.detail;
          }}
        ></sb-identify-button>
      </div>
      <p class="who">${seat ? this.renderSeat(seat) : html`<span class="quiet-text">${msg('frei')}</span>`}</p>
      ${complaints.length > 0 ? html`<p class="complaint">${lineIcon('triangle-alert')}<span>${complaints.join(' · ')}</span></p>` : nothing}
      ${figures.length > 0 ? html`<p class="quiet-text figures">${figures.join(' · ')}</p>` : nothing}`;
  }

  private renderSeat({ deviceConfirmed, nickname }: SeatView) {
    return html`<strong>${nickname}</strong>
      <span class="quiet-text">${deviceConfirmed ? msg('sitzt davor') : msg('noch nicht bestätigt')}</span>`;
  }

  static override styles = [
    controlStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
        gap: var(--sb-space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        align-content: start;
        gap: var(--sb-space-1);
        padding: var(--sb-space-3) var(--sb-space-4);
        box-shadow: none;
      }

      .head {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
      }

      h3 {
        font-size: var(--sb-text-l);
        white-space: nowrap;
      }

      .name {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .who {
        overflow-wrap: anywhere;
      }

      .figures {
        font-size: var(--sb-text-s);
      }

      .complaint {
        display: flex;
        align-items: center;
        gap: 0.4em;
        color: var(--sb-waiting);
        font-weight: 650;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-pi-list': PiList;
  }
}
