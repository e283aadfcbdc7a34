import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { LessonView } from '../../server/api/contract/endpoints.ts';
import type { Blocks } from '../../server/live/contract/live.ts';
import { saveStatus } from './autosave.ts';
import './come-back-card.ts';
import '../ui/dialog-frame.ts';
import './conflict.ts';
import './keeping/files.ts';
import './keeping/history-dialog.ts';
import type { SeatSession } from './seat-session.ts';
import type { HeldSeat } from './seat-store.ts';
import './work-dialogs.css';

/** The dialogs of the desk, of which at most one is open. */
export type WorkDialog = 'help' | 'leave' | 'restart' | 'versions' | 'work';

/** What the dialogs show of the desk. */
export interface DialogDesk {
  readonly session: SeatSession;
  readonly seat: HeldSeat;
  readonly lesson: LessonView | null;
  readonly wiring: Wiring;
  /** The work as it stands. */
  work(): Blocks;
}

/** What the dialogs may do. */
export interface DialogPort {
  desk(): DialogDesk;
  close(): void;
  goTo(dialog: WorkDialog): void;
  leave(): void;
  restart(): void;
  /** Puts other work in the place of what is there, which can be had back. */
  replace(blocks: Blocks, by: 'version' | 'file'): void;
  choose(which: 'mine' | 'theirs'): void;
}

type WorkTab = 'versions' | 'file' | 'code';

/** The dialogs of the desk, loaded when there is time. Without a shadow root, for the sake of the blocks in them. */
@customElement('sb-work-dialogs')
@localized()
export class SbWorkDialogs extends LitElement {
  @property({ attribute: false }) open: WorkDialog | null = null;
  @property({ attribute: false }) port!: DialogPort;

  @state() private tab: WorkTab = 'versions';

  protected override createRenderRoot() {
    return this;
  }

  override render() {
    return html`${this.frame('help', msg('So geht’s'), () => help())}
    ${this.frame('leave', msg('Platz verlassen?'), () => this.leave())}
    ${this.frame('restart', msg('Von vorn anfangen?'), () => this.restart())}
    ${this.frame('versions', msg('Zwei Fassungen'), () => this.versions())}
    ${this.frame('work', msg('Deine Arbeit'), () => this.work())}`;
  }

  private frame(name: WorkDialog, heading: string, content: () => TemplateResult | typeof nothing) {
    const open = this.open === name;
    return html`<sb-dialog-frame ?wide=${name === 'work'} .open=${open} .heading=${heading} @close=${() => this.port.close()}>
      ${open ? content() : nothing}
    </sb-dialog-frame>`;
  }

  private leave() {
    const { seat, session } = this.port.desk();
    const { saving } = session;
    if (saving && saving.edit > saving.saved && saveStatus(saving) !== 'saving')
      return this.leaveUnsent(seat);
    return html`<p>${
      seat.resumeCode
        ? msg(
            'Dann vergisst dieser Browser deinen Platz. Deine Arbeit bleibt gespeichert: Mit deinem Code kommst du wieder an sie heran.',
          )
        : msg(
            'Dann vergisst dieser Browser deinen Platz. Deine Arbeit bleibt gespeichert, aber du kommst nicht mehr an sie heran.',
          )
    }</p>
    ${seat.resumeCode ? html`<sb-come-back .code=${seat.resumeCode} .nickname=${seat.nickname}></sb-come-back>` : nothing}
    <div class="dialog-actions">
      <button type="button" @click=${() => this.port.close()}>${msg('Hier bleiben')}</button>
      <button type="button" class="danger" data-test="leave-now" @click=${() => this.port.leave()}>${msg('Platz verlassen')}</button>
    </div>`;
  }

  /** What the server has not is bound to this browser, and may be lost with it. */
  private leaveUnsent({ resumeCode, nickname }: HeldSeat) {
    return html`<p data-test="leave-unsent">${msg('Deine letzten Änderungen sind noch nicht beim Server. Warte, bis oben „gespeichert“ steht, oder nimm deine Arbeit als Datei mit.')}</p>
    ${resumeCode ? html`<sb-come-back .code=${resumeCode} .nickname=${nickname}></sb-come-back>` : nothing}
    <div class="dialog-actions">
      <button type="button" @click=${() => this.port.close()}>${msg('Hier bleiben')}</button>
      <button type="button" data-test="leave-file" @click=${() => {
        this.tab = 'file';
        this.port.goTo('work');
      }}>${msg('Als Datei mitnehmen')}</button>
      <button type="button" class="danger" data-test="leave-now" @click=${() => this.port.leave()}>${msg('Trotzdem verlassen')}</button>
    </div>`;
  }

  private restart() {
    return html`<p>${msg('Dann liegen wieder die Blöcke vom Anfang da. Gefällt es dir nicht, kannst du deine Blöcke danach zurückholen. Was du geschafft hast, bleibt geschafft.')}</p>
    <div class="dialog-actions">
      <button type="button" @click=${() => this.port.close()}>${msg('Meine Blöcke behalten')}</button>
      <button type="button" class="danger" data-test="restart-now" @click=${() => this.port.restart()}>${msg('Von vorn anfangen')}</button>
    </div>`;
  }

  private versions() {
    const { session, wiring } = this.port.desk();
    const { saving } = session;
    if (!saving?.theirs) return nothing;
    return html`<sb-conflict
      .mine=${saving.blocks ?? {}}
      .theirs=${saving.theirs.blocks ?? {}}
      .wiring=${wiring}
      @chosen=${(event: CustomEvent<'mine' | 'theirs'>) => this.port.choose(event.detail)}
    ></sb-conflict>`;
  }

  private work() {
    // Versions and code went with the class.
    if (this.port.desk().session.pupil?.class.state === 'ended') return this.file();
    return html`<div class="dialog-tabs" role="group" aria-label=${msg('Deine Arbeit')}>
        ${this.workTab('versions', msg('Versionen'))}${this.workTab('file', msg('Datei'))}${this.workTab('code', msg('Wiederkommen'))}
      </div>
      ${this.workRoom()}`;
  }

  private file() {
    const { lesson, wiring, work } = this.port.desk();
    return html`<sb-files
      .lesson=${lesson}
      .work=${work}
      .wiring=${wiring}
      @file-opened=${(event: CustomEvent<Blocks>) => this.port.replace(event.detail, 'file')}
    ></sb-files>`;
  }

  private workTab(tab: WorkTab, label: string) {
    return html`<button type="button" data-test="work-${tab}" aria-pressed=${this.tab === tab} @click=${() => {
      this.tab = tab;
    }}>${label}</button>`;
  }

  private workRoom() {
    const { session, seat, wiring } = this.port.desk();
    switch (this.tab) {
      case 'versions':
        return html`<sb-history
          .ask=${session.ask}
          .wiring=${wiring}
          @version-chosen=${(event: CustomEvent<Blocks>) => this.port.replace(event.detail, 'version')}
        ></sb-history>`;
      case 'file':
        return this.file();
      case 'code':
        return seat.resumeCode
          ? html`<sb-come-back .code=${seat.resumeCode} .nickname=${seat.nickname}></sb-come-back>`
          : html`<p>${msg('Für deinen Platz gibt es keinen Code. Bitte deine Lehrkraft um einen.')}</p>`;
    }
  }
}

/** The small help: what the buttons do. */
function help() {
  return html`<ul class="help">
    <li>${msg('Ziehe Blöcke aus der Leiste und hänge sie unter „wenn das Programm startet“.')}</li>
    <li>${msg('Start schickt dein Programm an den Pi. Der Block, der gerade dran ist, leuchtet.')}</li>
    <li>${msg('Stopp hält alles an, jederzeit. Zweimal Esc drücken geht auch.')}</li>
    <li>${msg('Mit Pause, Schritt und Zeitlupe schaust du deinem Programm beim Arbeiten zu.')}</li>
    <li>${msg('Auf dem virtuellen Pi kannst du den Taster im Bild drücken: mit Maus, Finger oder Leertaste.')}</li>
    <li>${msg('Mit der Tastatur: Strg und Z macht rückgängig, Entf löscht einen Block, die Pfeiltasten wandern.')}</li>
    <li>${msg('Deine Arbeit wird von selbst gespeichert. Du kannst die Seite neu laden, nichts geht verloren.')}</li>
    <li><a href="/parts" target="_blank">${msg('Alle Bauteile: stecken und ausprobieren')}</a></li>
  </ul>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-work-dialogs': SbWorkDialogs;
  }
}
