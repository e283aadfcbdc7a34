import { msg, str } from '@lit/localize';
import { dateLocale } from '../locales/locale.ts';
import { type Check, classWait, type Findings, type Verdict } from './verdicts.ts';

/** What is tested, in a teacher's words. */
export function title(check: Check): string {
  switch (check) {
    case 'https':
      return msg('Verschlüsselte Seite (HTTPS)');
    case 'websocket':
      return msg('Schnelle Live-Verbindung (WebSocket)');
    case 'polling':
      return msg('Ersatz für die Live-Verbindung (Long Polling)');
    case 'mqtt':
      return msg('Weg der Raspberry Pis (MQTT über WebSocket)');
    case 'speed':
      return msg('Tempo');
    case 'clock':
      return msg('Uhr dieses Geräts');
  }
}

/** What a finding means for the lesson. */
export function meaning(check: Check, verdict: Verdict, found: Findings): string {
  switch (check) {
    case 'https':
      return verdict === 'good'
        ? msg('Was übertragen wird, kann niemand mitlesen, und die Seite öffnet sich auch ohne Netz.')
        : msg(
            'Für ein eigenes Klassennetz reicht das. Es fehlt: Die Seite öffnet sich nicht ohne Netz, und in einem fremden WLAN könnte jemand mitlesen.',
          );
    case 'websocket':
      if (verdict === 'good') return msg('Sie sehen sofort, was Ihre Klasse tut.');
      return verdict === 'limited'
        ? msg('Gesperrt. Der Unterricht läuft trotzdem, nur etwas träger: Die Seite nimmt den Ersatz.')
        : msg('Gesperrt, und der Ersatz auch: So kann niemand beitreten.');
    case 'polling':
      if (verdict === 'good') return msg('Wenn WebSocket gesperrt ist, geht es auf diesem Weg.');
      return verdict === 'limited'
        ? msg('Gesperrt. Solange WebSocket geht, merken Sie davon nichts.')
        : msg('Gesperrt, und WebSocket auch: So kann niemand beitreten.');
    case 'mqtt':
      return verdict === 'good'
        ? msg('Raspberry Pis in diesem Netz erreichen den Server.')
        : msg('Gesperrt. Raspberry Pis in diesem Netz erreichen den Server nicht; virtuelle Pis gehen.');
    case 'speed':
      return speedMeaning(verdict, found);
    case 'clock':
      return clockMeaning(verdict, found);
  }
}

function speedMeaning(verdict: Verdict, { speed }: Findings): string {
  if (!speed) return msg('Eine Datei von 200 kB kam nicht an. Die Seite lädt hier nicht zuverlässig.');
  const megabits = (speed.bitsPerSecond / 1e6).toLocaleString(dateLocale(), {
    maximumFractionDigits: speed.bitsPerSecond < 1e7 ? 1 : 0,
  });
  const seconds = Math.max(1, Math.round(classWait(speed)));
  const measured = msg(
    str`${megabits} Mbit/s. Öffnen 30 Kinder die Seite zugleich, dauert es etwa ${seconds} Sekunden.`,
  );
  if (verdict === 'good') return measured;
  return `${measured} ${msg('Lassen Sie die Seite vor der Stunde einmal öffnen: Danach ist sie fast sofort da.')}`;
}

function clockMeaning(verdict: Verdict, { clock }: Findings): string {
  if (clock == null) return msg('Der Server hat seine Zeit nicht gesagt.');
  if (verdict === 'good') return msg('Geht richtig.');
  const minutes = Math.round(Math.abs(clock) / 60_000);
  const off = clock > 0 ? msg(str`Geht ${minutes} Minuten vor.`) : msg(str`Geht ${minutes} Minuten nach.`);
  return `${off} ${msg('Stellen Sie sie richtig, sonst hält der Browser sichere Seiten für unsicher.')}`;
}

/** All in one sentence. */
export function summary(verdict: Verdict): string {
  switch (verdict) {
    case 'good':
      return msg('Alles frei: Sie können unterrichten.');
    case 'limited':
      return msg('Sie können unterrichten, mit Einschränkungen.');
    case 'bad':
      return msg('Etwas stört den Unterricht. Geben Sie den Text unten Ihrer IT.');
  }
}
