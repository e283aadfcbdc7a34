import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Wiring } from '../../device/contract/wiring.ts';
import '../ui/dialog-frame.ts';
import './conflict.ts';
import type { SaveState } from './autosave.ts';

/** The dialogs of the desk, of which at most one is open. */
export type WorkDialog = 'help' | 'leave' | 'restart' | 'versions';

/** What the dialogs need to know and may do. */
export interface DialogParts {
  readonly open: WorkDialog | null;
  readonly saving: SaveState | null;
  readonly wiring: Wiring;
  close(): void;
  leave(): void;
  restart(): void;
  choose(which: 'mine' | 'theirs'): void;
}

export function dialogs({ open, saving, wiring, close, leave, restart, choose }: DialogParts) {
  return html`<sb-dialog-frame .open=${open === 'help'} .heading=${msg('So geht’s')} @close=${close}>
      ${open === 'help' ? help() : nothing}
    </sb-dialog-frame>
    <sb-dialog-frame .open=${open === 'leave'} .heading=${msg('Platz verlassen?')} @close=${close}>
      <p>${msg('Dann vergisst dieser Browser deinen Platz. Deine Arbeit bleibt gespeichert, aber du kommst nicht mehr an sie heran.')}</p>
      <div class="dialog-actions">
        <button type="button" @click=${close}>${msg('Hier bleiben')}</button>
        <button type="button" class="danger" data-test="leave-now" @click=${leave}>${msg('Platz verlassen')}</button>
      </div>
    </sb-dialog-frame>
    <sb-dialog-frame .open=${open === 'restart'} .heading=${msg('Von vorn anfangen?')} @close=${close}>
      <p>${msg('Dann liegen wieder die Blöcke vom Anfang da. Gefällt es dir nicht, kannst du deine Blöcke danach zurückholen. Was du geschafft hast, bleibt geschafft.')}</p>
      <div class="dialog-actions">
        <button type="button" @click=${close}>${msg('Meine Blöcke behalten')}</button>
        <button type="button" class="danger" data-test="restart-now" @click=${restart}>${msg('Von vorn anfangen')}</button>
      </div>
    </sb-dialog-frame>
    <sb-dialog-frame .open=${open === 'versions'} .heading=${msg('Zwei Fassungen')} @close=${close}>
      ${
        open === 'versions' && saving?.theirs
          ? html`<sb-conflict
              .mine=${saving.blocks ?? {}}
              .theirs=${saving.theirs.blocks ?? {}}
              .wiring=${wiring}
              @chosen=${(event: CustomEvent<'mine' | 'theirs'>) => choose(event.detail)}
            ></sb-conflict>`
          : nothing
      }
    </sb-dialog-frame>`;
}

/** The small help: what the buttons do. */
function help() {
  return html`<ul class="help">
    <li>${msg('Ziehe Blöcke aus der Leiste und hänge sie unter „wenn das Programm startet“.')}</li>
    <li>${msg('Start schickt dein Programm an den Pi. Der Block, der gerade dran ist, leuchtet.')}</li>
    <li>${msg('Stopp hält alles an, jederzeit. Zweimal Esc drücken geht auch.')}</li>
    <li>${msg('Auf dem virtuellen Pi kannst du den Taster im Bild drücken: mit Maus, Finger oder Leertaste.')}</li>
    <li>${msg('Mit der Tastatur: Strg und Z macht rückgängig, Entf löscht einen Block, die Pfeiltasten wandern.')}</li>
    <li>${msg('Deine Arbeit wird von selbst gespeichert. Du kannst die Seite neu laden, nichts geht verloren.')}</li>
    <li><a href="/parts" target="_blank">${msg('Alle Bauteile: stecken und ausprobieren')}</a></li>
  </ul>`;
}
