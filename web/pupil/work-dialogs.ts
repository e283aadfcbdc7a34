import { msg } from '@lit/localize';
import { html } from 'lit';

/** The small help: what the buttons do, in pictures' place until there are some. */
export function helpBody() {
  return html`<ul class="help">
    <li>${msg('Ziehe Blöcke aus der Leiste und hänge sie unter „Wenn das Programm startet“.')}</li>
    <li>${msg('Start schickt dein Programm an den Pi. Der Block, der gerade dran ist, leuchtet.')}</li>
    <li>${msg('Stopp hält alles an, jederzeit. Zweimal Esc drücken geht auch.')}</li>
    <li>${msg('Auf dem virtuellen Pi kannst du den Taster im Bild drücken: mit Maus, Finger oder Leertaste.')}</li>
    <li>${msg('Mit der Tastatur: Strg und Z macht rückgängig, Entf löscht einen Block, die Pfeiltasten wandern.')}</li>
    <li>${msg('Deine Arbeit wird von selbst gespeichert. Du kannst die Seite neu laden, nichts geht verloren.')}</li>
  </ul>`;
}
