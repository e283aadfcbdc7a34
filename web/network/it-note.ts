import { msg, str } from '@lit/localize';
import { checks, type Findings, verdictOf } from './verdicts.ts';
import { title } from './words.ts';

/** Where the page was opened. */
export interface Place {
  readonly hostname: string;
  /** Empty: the protocol's own. */
  readonly port: string;
  readonly https: boolean;
}

/** What a school's IT has to allow, in one paragraph, and what was found blocked. */
export function itNote({ hostname, port, https }: Place, found: Findings): string {
  const number = port || (https ? '443' : '80');
  const protocol = https ? 'HTTPS' : 'HTTP';
  const address = `${https ? 'https' : 'http'}://${hostname}${port ? `:${port}` : ''}`;
  const sentences = [
    msg(
      str`Für den Unterricht mit Steckbrett bitte ${address} freigeben: nur dieser Server (${hostname}), nur TCP-Port ${number} (${protocol}).`,
    ),
    msg(
      'Nötig ist das Hochstufen zu WebSocket (HTTP-Upgrade) auf den Pfaden /socket.io/ und /mqtt (Unterprotokoll „mqtt“), mit Verbindungen, die 90 Minuten offen bleiben.',
    ),
    https
      ? msg(
          'Eine TLS-Prüfung (SSL-Inspektion) muss diesen Server ausnehmen oder WebSocket durchlassen; die Raspberry Pis vertrauen keinem Schul-Zertifikat.',
        )
      : msg('Eine Verbindung ins Internet ist nicht nötig: Der Server steht im eigenen Netz.'),
    msg(
      'Die Geräte der Klasse und die Raspberry Pis müssen den Server erreichen (keine Client-Isolation, die das verhindert). Weitere Server, Konten oder Programme braucht es nicht.',
    ),
  ];
  const blocked = checks.filter(
    (check) => check !== 'https' && check !== 'clock' && (verdictOf(check, found) ?? 'good') !== 'good',
  );
  const names = blocked.map((check) => title(check)).join('; ');
  if (names) sentences.push(msg(str`Heute gestört: ${names}.`));
  return sentences.join(' ');
}
