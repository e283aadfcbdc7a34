import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../ui/pi-light.ts';
import type { FleetDevice } from '../../server/api/contract/endpoints.ts';
import { language } from '../locales/locale.ts';
import { piComplaints } from '../teacher/live/pi-health.ts';
import { piFigures } from '../teacher/pi-figures.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemText } from '../ui/problem-text.ts';
import { listStyles } from './list-styles.ts';
import { timeAgo } from './relative-time.ts';

/** The devices as a table. */
@customElement('sb-fleet-table')
@localized()
export class FleetTable extends LitElement {
  @property({ attribute: false }) devices: readonly FleetDevice[] = [];

  protected override render() {
    return html`<div class="wrap panel">
      <table>
        <thead>
          <tr>
            <th scope="col">${msg('Gerät')}</th>
            <th scope="col">${msg('Nummer')}</th>
            <th scope="col">${msg('Schule')}</th>
            <th scope="col">${msg('Modell')}</th>
            <th scope="col">${msg('Agent')}</th>
            <th scope="col">${msg('Zuletzt gesehen')}</th>
            <th scope="col">${msg('Zustand')}</th>
            <th scope="col">${msg('Programm')}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.devices,
            (device) => device.id,
            (device) => this.renderRow(device),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private renderRow(device: FleetDevice) {
    return html`<tr data-test="device-row" data-device=${device.id} data-online=${device.online ? 'yes' : 'no'}>
      <th scope="row">
        <span class="name">
          <sb-pi-light .online=${device.online}></sb-pi-light>
          <span>
            ${device.name}
            ${device.name === device.id ? nothing : html`<span class="id">${device.id}</span>`}
          </span>
        </span>
      </th>
      <td data-head=${msg('Nummer')} class="number" data-test="device-number">${msg(str`Pi ${device.number}`)}</td>
      <td data-head=${msg('Schule')}>${device.school?.name ?? html`<span class="quiet-text">${msg('ohne Schule')}</span>`}</td>
      <td data-head=${msg('Modell')}>${this.renderBoard(device)}</td>
      <td data-head=${msg('Agent')}>${device.agentVersion ?? '–'}</td>
      <td data-head=${msg('Zuletzt gesehen')}>${this.seen(device)}</td>
      <td data-head=${msg('Zustand')}>${this.renderHealth(device)}</td>
      <td data-head=${msg('Programm')}>${this.renderProgram(device)}</td>
    </tr>`;
  }

  private renderBoard({ board }: FleetDevice) {
    if (!board) return html`<span class="quiet-text">${msg('noch unbekannt')}</span>`;
    if (!board.warning) return board.model;
    return html`${board.model}
      <span class="warning" data-test="board-warning">${lineIcon('triangle-alert')}${problemText(board.warning)}</span>`;
  }

  private renderHealth({ health, online }: FleetDevice) {
    if (!online || !health) return '–';
    const complaints = piComplaints(health);
    const figures = piFigures(health);
    return html`<span class="health" title=${figures.join(' · ')}>
      ${
        complaints.length > 0
          ? html`<span class="warning" data-test="device-health">${lineIcon('triangle-alert')}${complaints.join(' · ')}</span>`
          : html`<span class="quiet-text">${msg('gut')}</span>`
      }
      <span class="figures">${figures.join(' · ')}</span>
    </span>`;
  }

  private renderProgram(device: FleetDevice) {
    if (!device.online) return '–';
    return device.program.state === 'running'
      ? html`<span class="running">${lineIcon('play')}${msg('läuft')}</span>`
      : html`<span class="quiet-text">${msg('nichts läuft')}</span>`;
  }

  private seen(device: FleetDevice): string {
    if (device.online) return msg('jetzt verbunden');
    if (device.lastSeenAt === null) return msg('noch nie');
    return timeAgo(device.lastSeenAt, Date.now(), language()) ?? msg('gerade eben');
  }

  static override styles = [
    controlStyles,
    listStyles,
    css`
      .name {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
        white-space: nowrap;
      }

      .id {
        display: block;
        color: var(--sb-ink-quiet);
        font: 400 var(--sb-text-s) var(--sb-font-code);
      }

      .number {
        font-weight: 700;
        white-space: nowrap;
      }

      .health {
        position: relative;
        white-space: nowrap;
      }

      .health .warning {
        max-width: none;
        font-weight: 600;
      }

      /* In the table they are for ears and pointers, so that each Pi keeps to one line. */
      .figures {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }

      @media (max-width: 48rem) {
        .health {
          white-space: normal;
        }

        .figures {
          position: static;
          display: block;
          width: auto;
          height: auto;
          clip-path: none;
          color: var(--sb-ink-quiet);
          font-size: var(--sb-text-s);
        }
      }

      .running {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        padding: 0.15rem 0.6rem;
        border-radius: 99px;
        background: var(--sb-good-soft);
        font-weight: 600;
      }

      .warning {
        display: flex;
        gap: 0.4em;
        max-width: 40ch;
        color: var(--sb-waiting);
        font-size: var(--sb-text-s);
      }

      .warning svg.lucide {
        flex: none;
        width: 1.2em;
        height: 1.2em;
      }

      .running svg.lucide {
        width: 1em;
        height: 1em;
        color: var(--sb-good);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-fleet-table': FleetTable;
  }
}
