import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Problem } from '../../device/contract/problem.ts';
import { pupilEndpoints } from '../../server/api/contract/pupil-endpoints.ts';
import { callEndpoint } from '../client/call-endpoint.ts';
import '../ui/notice.ts';
import { problemOf } from '../ui/problem-text.ts';
import { isClassCode, tidyCode } from './class-code.ts';
import './join.ts';
import type { JoinedEvent } from './join.ts';
import { forgetProgress } from './progress-place.ts';
import { browserStorage, type HeldSeat, SeatStore } from './seat-store.ts';

/** The pupil's page: the door, or the work of the seat that this browser holds. */
@customElement('sb-pupil-app')
@localized()
export class SbPupilApp extends LitElement {
  private readonly seats = new SeatStore(browserStorage(), forgetProgress);
  private readonly asked = new URLSearchParams(location.search);
  private readonly askedCode = tidyCode(this.asked.get('code') ?? '');
  /** A link with `&name=` joins by itself, once: who has left stands at the door. */
  private askedName = this.asked.get('name') ?? '';

  @state() private seat: HeldSeat | null = null;
  @state() private problem: Problem | null = null;
  @state() private returning = false;
  @state() private loaded: 'not-yet' | 'yes' | 'failed' = 'not-yet';

  override connectedCallback(): void {
    super.connectedCallback();
    const code = isClassCode(this.askedCode) ? this.askedCode : undefined;
    this.seat = this.seats.find(code) ?? null;
    void this.loadWork();
  }

  // Blockly looks for the focus in the document, so nothing above it may have a shadow root.
  protected override createRenderRoot() {
    return this;
  }

  override render() {
    if (this.returning) return nothing;
    if (!this.seat) {
      return html`<sb-join
        .code=${this.askedCode}
        .askedName=${this.askedName}
        .problem=${this.problem}
        @joined=${this.onJoined}
      ></sb-join>`;
    }
    if (this.loaded === 'failed') {
      return html`<div class="banners">
        <sb-notice tone="problem" data-test="not-loaded"
          >${msg('Die Seite konnte nicht ganz geladen werden. Prüfe das WLAN und lade sie neu; deine Arbeit ist nicht weg.')}
          <button slot="action" type="button" class="small-action" @click=${() => location.reload()}>${msg('Neu laden')}</button>
        </sb-notice>
      </div>`;
    }
    if (this.loaded === 'not-yet') return nothing;
    return html`<sb-work .seat=${this.seat} @left=${this.onLeft} @class-over=${this.onOver} @code-renewed=${this.onCodeRenewed}></sb-work>`;
  }

  /** The editor is big: it comes while the pupil types the code. */
  private async loadWork(): Promise<void> {
    try {
      await import('./work.ts');
      this.loaded = 'yes';
    } catch {
      this.loaded = 'failed';
    }
  }

  private onJoined(event: JoinedEvent): void {
    this.seats.keep(event.detail);
    this.seat = event.detail;
    this.problem = null;
    this.askedName = '';
    // The Pi of a label's link is for the desk, where it is asked for.
    const pi = new URLSearchParams(location.search).get('pi');
    history.replaceState(null, '', pi === null ? '/' : `/?${new URLSearchParams({ pi })}`);
  }

  private onCodeRenewed({ detail: resumeCode }: CustomEvent<string>): void {
    if (!this.seat) return;
    this.seat = { ...this.seat, resumeCode };
    this.seats.keep(this.seat);
  }

  /** The work stays on the page until it is closed; the browser forgets the seat. */
  private onOver(): void {
    const held = this.seat;
    if (!held) return;
    this.seats.forget(held.code);
    window.addEventListener('pagehide', () => forgetProgress(held));
  }

  private async onLeft({ detail: { problem } }: CustomEvent<{ problem: Problem | null }>): Promise<void> {
    const held = this.seat;
    this.seat = null;
    this.problem = problem;
    if (!held) return;
    if (problem?.code !== 'seat-token-invalid' || !held.resumeCode) return this.seats.forget(held.code);
    await this.comeBack(held, held.resumeCode);
  }

  /** A seat's key goes when its pupil has opened many browsers; with their own code they get a new one. */
  private async comeBack(held: HeldSeat, code: string): Promise<void> {
    this.returning = true;
    try {
      const { token } = await callEndpoint(pupilEndpoints.resume, {}, { code });
      this.seat = { ...held, token };
      this.seats.keep(this.seat);
    } catch (thrown) {
      const why = problemOf(thrown);
      if (why.code === 'lesson-over' || why.code === 'resume-code-unknown') {
        // Nobody can come back, so unsent work has nowhere to go.
        void import('./keeping/last-known.ts').then(({ forgetWork }) => forgetWork(held)).catch(() => {});
        this.seats.forget(held.code);
      }
      // That the code is unknown says no more than the first problem; all else is what can be done now.
      if (why.code !== 'resume-code-unknown') this.problem = why;
    } finally {
      this.returning = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-pupil-app': SbPupilApp;
  }
}
