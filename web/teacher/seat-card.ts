import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './identify-button.ts';
import './seat-pupils.ts';
import '../ui/pi-light.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { DeviceView, SeatView } from '../../server/live/contract/live.ts';
import { call } from '../client/api.ts';
import { dateLocale } from '../locales/locale.ts';
import { adultProblemText } from '../ui/account/adult-problem.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { type LineIcon, lineIcon } from '../ui/line-icons.ts';
import { problemOf } from '../ui/problem-text.ts';
import { seatCardStyles } from './seat-card-styles.ts';
import { type SeatCondition, seatCondition } from './seat-order.ts';

const conditionIcons: Record<SeatCondition, LineIcon> = {
  error: 'circle-alert',
  disconnected: 'wifi-off',
  'pi-offline': 'unplug',
  running: 'play',
  idle: 'check',
};

/** One pupil's seat: how it goes, the Pi and what to do about it. */
@localized()
@customElement('sb-seat-card')
export class SeatCard extends LitElement {
  @property({ attribute: false }) seat!: SeatView;
  /** The seat's Pi. */
  @property({ attribute: false }) device: DeviceView | undefined;
  /** Pis that could be given instead. */
  @property({ attribute: false }) free: readonly DeviceView[] = [];

  @state() private problem: Problem | null = null;
  @state() private assigning = false;
  @query('select') private picker!: HTMLSelectElement;

  protected override render() {
    const condition = seatCondition(this.seat, this.device);
    return html`<article class="panel ${condition}" aria-labelledby="nickname">
      <header>
        <h3 id="nickname">${this.seat.nickname}</h3>
        <sb-seat-pupils .seat=${this.seat}></sb-seat-pupils>
        <p class="condition">${lineIcon(conditionIcons[condition])}<span>${this.conditionText(condition)}</span></p>
      </header>
      ${
        this.seat.lastError
          ? html`<p class="error"><span class="visually-hidden">${msg('Letzter Fehler:')}</span> ${adultProblemText(this.seat.lastError)}</p>`
          : nothing
      }
      <p class="facts">${this.renderConnection()}${this.renderRunning(condition)}<span>${this.savedText()}</span></p>
      <div class="pi">
        <sb-pi-light ?hidden=${!this.device} .online=${this.device?.online ?? false}></sb-pi-light>
        <select
          aria-label=${msg(str`Pi von ${this.seat.nickname}`)}
          data-test="seat-device"
          ?disabled=${this.assigning}
          @change=${this.onAssign}
        >
          ${this.renderChoices()}
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
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
    </article>`;
  }

  protected override updated(): void {
    // After the choices are in the page; also takes back a choice that the server refused.
    if (!this.assigning) this.picker.value = this.seat.deviceId ?? '';
  }

  private renderConnection() {
    const connected = this.seat.connected;
    return html`<span class="connection ${connected ? 'on' : ''}">${connected ? msg('Seite offen') : msg('Seite zu')}</span>`;
  }

  /** Whether something runs when the condition's own words do not say it. */
  private renderRunning(condition: SeatCondition) {
    if (this.seat.program.state !== 'running' || condition === 'running') return nothing;
    return html`<span>${this.seat.program.where === 'pi' ? msg('Programm läuft auf dem Pi') : msg('Programm läuft auf dem virtuellen Pi')}</span>`;
  }

  private renderChoices() {
    const choices = this.device ? [this.device, ...this.free] : this.free;
    return html`<option value="">${msg('Kein Pi (virtuell)')}</option>
      ${choices.map((one) => html`<option value=${one.id}>${this.choiceText(one)}</option>`)}`;
  }

  private choiceText(device: DeviceView): string {
    return device.online ? device.name : msg(str`${device.name} (nicht verbunden)`);
  }

  private conditionText(condition: SeatCondition): string {
    switch (condition) {
      case 'error':
        return msg('Braucht Hilfe');
      case 'disconnected':
        return msg('Nicht da');
      case 'pi-offline':
        return msg('Pi ist weg');
      case 'running':
        return this.seat.program.where === 'pi' ? msg('Läuft auf dem Pi') : msg('Läuft virtuell');
      case 'idle':
        return msg('Baut gerade');
    }
  }

  private savedText(): string {
    if (this.seat.savedAt === null) return msg('Noch nichts gespeichert');
    const time = new Date(this.seat.savedAt).toLocaleTimeString(dateLocale(), {
      hour: '2-digit',
      minute: '2-digit',
    });
    return msg(str`Gespeichert um ${time}`);
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

  static override styles = [controlStyles, seatCardStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-seat-card': SeatCard;
  }
}
