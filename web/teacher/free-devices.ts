import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './identify-button.ts';
import '../ui/pi-light.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { DeviceView } from '../../server/live/contract/live.ts';
import { controlStyles } from '../ui/control-styles.ts';

/** The school's Pis at which nobody sits. */
@customElement('sb-free-devices')
@localized()
export class FreeDevices extends LitElement {
  @property({ attribute: false }) devices: readonly DeviceView[] = [];
  /** How many Pis the school has in all. */
  @property({ type: Number }) school = 0;

  @state() private problem: Problem | null = null;

  protected override render() {
    if (this.school === 0)
      return html`<p class="quiet-text">
        ${msg('Ihre Schule hat noch keine Pis. Alle können auf dem virtuellen Pi arbeiten; der Verein trägt Geräte für Sie ein.')}
      </p>`;
    if (this.devices.length === 0)
      return html`<p class="quiet-text">${msg(str`Alle ${this.school} Pis sind vergeben.`)}</p>`;
    return html`<ul>
        ${repeat(
          this.devices,
          (device) => device.id,
          (device) => html`<li class="panel" data-test="free-device" data-device=${device.id}>
            <sb-pi-light .online=${device.online}></sb-pi-light>
            <span>${msg(str`Pi ${device.number}`)} <span class="quiet-text">${device.name}</span></span>
            <sb-identify-button
              .device=${device}
              @problem=${(event: CustomEvent<Problem | null>) => {
                this.problem = event.detail;
              }}
            ></sb-identify-button>
          </li>`,
        )}
      </ul>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>`;
  }

  static override styles = [
    controlStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-2);
        margin: 0 0 var(--sb-space-2);
        padding: 0;
        list-style: none;
      }

      li.panel {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
        padding: var(--sb-space-1) var(--sb-space-1) var(--sb-space-1) var(--sb-space-3);
        box-shadow: none;
        font-weight: 600;
      }

      .quiet-text {
        font-weight: 400;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-free-devices': FreeDevices;
  }
}
