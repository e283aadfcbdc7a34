import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../ui/account/waiting-page.ts';
import '../ui/language-switch.ts';
import '../ui/logo.ts';
import '../ui/qr-code.ts';
import type { ClassState } from '../../server/live/contract/live.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { spokenAddress } from './class-summary.ts';
import { ClassWatch } from './class-watch.ts';
import { projectorStyles } from './projector-styles.ts';

/** What the whole room may see: how to join, and who has. No errors, no Pis, no work. Fires `session-doubt`. */
@localized()
@customElement('sb-projector-view')
export class ProjectorView extends LitElement {
  @property({ attribute: false }) classId = '';

  private readonly watch = new ClassWatch(this, () => this.dispatchEvent(new Event('session-doubt')));

  protected override render() {
    const now = this.watch.state;
    if (!now)
      return html`<sb-waiting-page .problem=${this.watch.problem} @again=${() => location.reload()}></sb-waiting-page>`;
    return now.class.state === 'ended' ? this.renderEnded(now) : this.renderClass(now);
  }

  private renderClass(now: ClassState) {
    const { code, joinUrl, name } = now.class;
    return html`<main>
      ${this.renderBar(name)}
      <section class="join">
        <div class="steps">
          <p class="step"><b aria-hidden="true">1</b><span>${msg('Geh im Browser auf')}</span></p>
          <p class="address">${spokenAddress(joinUrl)}</p>
          <p class="step"><b aria-hidden="true">2</b><span>${msg('Tippe den Code ein')}</span></p>
          <p class="code" data-test="projector-code">${code}</p>
        </div>
        <figure>
          <sb-qr-code .text=${joinUrl} label=${msg(str`QR-Code zur Klasse ${code}`)}></sb-qr-code>
          <figcaption>${msg('oder scanne')}</figcaption>
        </figure>
      </section>
      ${this.renderArrivals(now)}
    </main>`;
  }

  private renderArrivals(now: ClassState) {
    const seats = now.seats.toSorted((a, b) => a.joinedAt - b.joinedAt);
    const count = seats.length;
    return html`<section class="arrivals ${count > 40 ? 'crowd' : count > 24 ? 'many' : ''}">
      <h2 aria-live="polite" data-test="projector-count">
        ${count === 0 ? msg('Noch niemand da. Wer ist zuerst drin?') : count === 1 ? msg('1 ist dabei') : msg(str`${count} sind dabei`)}
      </h2>
      <ul>
        ${repeat(
          seats,
          (seat) => seat.id,
          (seat) => html`<li class=${seat.connected ? '' : 'away'}>${seat.nickname}</li>`,
        )}
      </ul>
    </section>`;
  }

  private renderEnded(now: ClassState) {
    return html`<main>
      ${this.renderBar(now.class.name)}
      <p class="over">${msg('Schluss für heute. Bis zum nächsten Mal!')}</p>
    </main>`;
  }

  private renderBar(name: string) {
    return html`<header>
      <sb-logo></sb-logo>
      <h1>${name}</h1>
      ${
        this.watch.connection === 'lost'
          ? html`<p class="lost" role="status">${lineIcon('wifi-off')}${msg('Verbindung weg; sie kommt von selbst wieder.')}</p>`
          : nothing
      }
      <sb-language-switch></sb-language-switch>
      ${
        document.fullscreenEnabled
          ? html`<button class="button quiet" type="button" aria-label=${msg('Vollbild')} title=${msg('Vollbild')} @click=${this.fullscreen}>
              ${lineIcon('maximize')}
            </button>`
          : nothing
      }
    </header>`;
  }

  private fullscreen(): void {
    void (document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen());
  }

  static override styles = [controlStyles, projectorStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-projector-view': ProjectorView;
  }
}
