import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../identify-button.ts';
import '../../ui/pi-light.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { DeviceView, SeatView } from '../../../server/live/contract/live.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { piComplaints } from './pi-health.ts';

/** A seat's Pi: which one, how it is, another one instead, and its blinking. */
@customElement('sb-seat-pi')
@localized()
export class SeatPi extends LitElement {
  @property({ attribute: false }) seat!: SeatView;
  @property({ attribute: false }) device: DeviceView | undefined;
  /** Pis that could be given instead. */
  @property({ attribute: false }) free: readonly DeviceView[] = [];

  @state() private problem: Problem | null = null;
  @state() private assigning = false;
  @query('select') private picker!: HTMLSelectElement;

  protected override render() {
    const complaints = this.device?.online ? piComplaints(this.device.health) : [];
    return html`<div class="pi">
        <sb-pi-light ?hidden=${!this.device} .online=${this.device?.online ?? false}></sb-pi-light>
        <select
          aria-label=${msg(str`Pi von ${this.seat.nickname}`)}
          data-test="seat-device"
          ?disabled=${this.assigning}
          @change=${this.onAssign}
        >
          <option value="">${msg('Kein Pi (virtuell)')}</option>
          ${this.choices().map((one) => html`<option value=${one.id}>${choiceText(one)}</option>`)}
        </select>
        <sb-identify-button
          ?hidden=${!this.device}
          test="seat-identify"
          .device=${this.device}
          @problem=${(event: CustomEvent<Problem | null>) => {
            this.problem = event.detail;
          }}
        ></sb-identify-button>
      </div>
      ${
        complaints.length > 0
          ? html`<p class="health" data-test="pi-health">${lineIcon('triangle-alert')}<span>${complaints.join(' · ')}</span></p>`
          : nothing
      }
      <sb-problem-note .problem=${this.problem}></sb-problem-note>`;
  }

  protected override updated(): void {
    // After the choices are in the page; also takes back a choice that the server refused.
    if (!this.assigning) this.picker.value = this.seat.deviceId ?? '';
  }

  private choices(): readonly DeviceView[] {
    return this.device ? [this.device, ...this.free] : this.free;
  }

  private async onAssign(): Promise<void> {
    this.assigning = true;
    this.problem = null;
    try {
      await call('assignDevice', { seatId: this.seat.id }, { deviceId: this.picker.value || null });
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.assigning = false;
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-1);
      }

      .pi {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
      }

      select {
        flex: 1;
        min-width: 0;
        border-color: var(--sb-line);
        text-overflow: ellipsis;
      }

      select:hover {
        border-color: var(--sb-line-strong);
      }

      .health {
        display: flex;
        align-items: center;
        gap: 0.4em;
        color: var(--sb-waiting);
        font-size: var(--sb-text-s);
        font-weight: 650;
      }
    `,
  ];
}

function choiceText({ name, number, online }: DeviceView): string {
  const text = msg(str`Pi ${number} · ${name}`);
  return online ? text : msg(str`${text} (nicht verbunden)`);
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-seat-pi': SeatPi;
  }
}
