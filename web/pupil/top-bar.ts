import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DeviceView } from '../../server/live/contract/live.ts';
import '../ui/light.ts';
import { lineIcon } from '../ui/line-icons.ts';
import '../ui/logo.ts';
import type { SaveStatus } from './autosave.ts';
import type { RunTarget } from './runs.ts';
import './saved-state.ts';
import './top-menu.ts';
import { topBarStyles } from './top-bar-styles.ts';

/** What is always there: lesson, where to run, run, stop, and the quiet helpers; what concerns the class comes into the slot `class`. Fires `run`, `stop`, `work`, `together`, `my-pi`, `help`, `leave` and `target-chosen`. */
@customElement('sb-top-bar')
@localized()
export class SbTopBar extends LitElement {
  @property() heading = '';
  @property() nickname = '';
  /** The class's. */
  @property() code = '';
  @property({ attribute: false }) device: DeviceView | null = null;
  @property() target: RunTarget = 'virtual';
  @property({ type: Boolean }) running = false;
  @property({ type: Boolean }) starting = false;
  @property() saved: SaveStatus = 'saved';

  override render() {
    return html`<div class="what">
        <sb-logo compact></sb-logo>
        <div class="names">
          <h1>${this.heading}</h1>
          <p data-test="nickname">${this.nickname}</p>
        </div>
      </div>
      <div class="where" role="radiogroup" aria-label=${msg('Wo soll dein Programm laufen?')} @keydown=${this.onArrow}>
        ${this.piChoice()} ${this.virtualChoice()}
      </div>
      <div class="go">
        <button
          type="button"
          class="run"
          data-test="run"
          aria-busy=${this.starting}
          ?disabled=${this.starting}
          @click=${() => this.dispatchEvent(new Event('run'))}
        >
          ${lineIcon('play')} ${this.running ? msg('Neu starten') : msg('Start')}
        </button>
        <button
          type="button"
          class="stop ${this.running ? 'live' : ''}"
          data-test="stop"
          title=${msg('Stopp (zweimal Esc)')}
          @click=${() => this.dispatchEvent(new Event('stop'))}
        >
          ${lineIcon('square')} ${msg('Stopp')}
        </button>
      </div>
      <div class="quiet">
        <slot name="class"></slot>
        <button type="button" class="work" data-test="work" title=${msg('Versionen, Datei, dein Code')} @click=${() => this.dispatchEvent(new Event('work'))}>
          <i class="hidden">${msg('Deine Arbeit')}</i><sb-saved-state .status=${this.saved}></sb-saved-state>
        </button>
        <button type="button" class="plain" data-test="together" title=${msg('Zu zweit')} aria-label=${msg('Zu zweit')} @click=${() => this.dispatchEvent(new Event('together'))}>
          ${lineIcon('users')}
        </button>
        <sb-top-menu
          .code=${this.code}
          @my-pi=${() => this.dispatchEvent(new Event('my-pi'))}
          @help=${() => this.dispatchEvent(new Event('help'))}
          @leave=${() => this.dispatchEvent(new Event('leave'))}
        ></sb-top-menu>
      </div>`;
  }

  private piChoice() {
    const { device } = this;
    const light = device?.online ? (device.program.state === 'running' ? 'busy' : 'ready') : 'off';
    const words = device
      ? device.online
        ? device.program.state === 'running'
          ? msg(str`${device.name}: verbunden, ein Programm läuft`)
          : msg(str`${device.name}: verbunden`)
        : msg(str`${device.name}: gerade nicht verbunden`)
      : msg('Du hast noch keinen Pi');
    return html`<button
      type="button"
      role="radio"
      data-test="target-pi"
      aria-checked=${this.target === 'pi'}
      tabindex=${this.target === 'pi' ? 0 : -1}
      title=${words}
      @click=${() => this.choose('pi')}
    >
      <sb-light state=${light}></sb-light>
      <span><b>${msg('Mein Pi')}</b> <small data-test="device-name" data-name=${device?.name ?? nothing} data-online=${device?.online ?? false}>${device ? msg(str`Nummer ${device.number}`) : msg('keiner')}</small></span>
      <i class="hidden">${words}</i>
    </button>`;
  }

  private virtualChoice() {
    return html`<button
      type="button"
      role="radio"
      data-test="target-virtual"
      aria-checked=${this.target === 'virtual'}
      tabindex=${this.target === 'virtual' ? 0 : -1}
      title=${msg('Ein Pi nur auf dem Bildschirm, zum Ausprobieren')}
      @click=${() => this.choose('virtual')}
    >
      ${lineIcon('monitor')}
      <span><b>${msg('Virtueller Pi')}</b></span>
    </button>`;
  }

  /** Arrows choose, as with every group of which one is chosen. */
  private onArrow(event: KeyboardEvent): void {
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const other = this.target === 'pi' ? 'virtual' : 'pi';
    this.choose(other);
    this.renderRoot.querySelector<HTMLElement>(`[data-test="target-${other}"]`)?.focus();
  }

  private choose(target: RunTarget): void {
    this.dispatchEvent(new CustomEvent('target-chosen', { detail: target }));
  }

  static override styles = topBarStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-top-bar': SbTopBar;
  }
}
