import { msg, str } from '@lit/localize';
import { writeNumber } from '../../lessons/blocks/number-field.ts';
import { language } from '../locales/locale.ts';
import type { ConsoleLine } from './run-view.ts';

/** A line about a message between Pis, for people: "→ hallo (3) an den nächsten Pi", "← hallo von Otter". */
export function messageLine(line: Extract<ConsoleLine, { kind: 'sent' | 'received' }>): string {
  const what = line.value === undefined ? line.name : `${line.name} (${shownValue(line.value)})`;
  if (line.kind === 'received') return msg(str`← ${what} von ${line.from}`);
  switch (line.to) {
    case 'next':
      return msg(str`→ ${what} an den nächsten Pi`);
    case 'previous':
      return msg(str`→ ${what} an den Pi davor`);
    case 'all':
      return msg(str`→ ${what} an alle anderen`);
  }
}

/** What is missing here, for people. */
export function gapLine({ dropped, unsent }: Extract<ConsoleLine, { kind: 'gap' }>): string {
  if (unsent)
    return msg(
      str`… nicht gesendet (${dropped}): Es waren zu viele Nachrichten auf einmal, oder die Verbindung war weg.`,
    );
  return dropped
    ? msg(str`… ${dropped} Ereignisse übersprungen: Das ging zu schnell zum Anzeigen.`)
    : msg('… hier fehlt etwas: Die Verbindung war kurz weg.');
}

/** A number with the digits that people count, as their language writes it. */
function shownValue(value: number | string): string {
  return typeof value === 'number' ? writeNumber(String(Number(value.toPrecision(15))), language()) : value;
}
