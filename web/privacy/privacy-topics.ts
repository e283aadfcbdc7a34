import { msg, str } from '@lit/localize';
import { defaultKeepDays, endsAfterHours } from '../../server/live/contract/keep-time.ts';
import type { LineIcon } from '../ui/line-icons.ts';

/** A question about what is kept, and the answers to it. */
export interface Topic {
  readonly id: string;
  readonly icon: LineIcon;
  readonly title: string;
  readonly points: readonly string[];
}

/** What pupils should know, in their words; true to `docs/privacy.md`. */
export function pupilTopics(): readonly Topic[] {
  return [
    {
      id: 'what',
      icon: 'folder-heart',
      title: msg('Was wird gespeichert?'),
      points: [
        msg('Der Name, den du dir ausgedacht hast.'),
        msg('Deine Blöcke, auch ältere Versionen, damit nichts verloren geht.'),
        msg('Deine Ziele, deine Antworten im Quiz und der Schritt, an dem du bist.'),
        msg('Was du abgibst, und was deine Lehrkraft dazu schreibt.'),
      ],
    },
    {
      id: 'where',
      icon: 'school',
      title: msg('Wo?'),
      points: [
        msg('Auf dem Server, dessen Adresse oben im Browser steht. Nirgends sonst im Internet.'),
        msg(
          'In diesem Browser: dein Platz und deine Arbeit, damit die Seite auch ohne Netz aufgeht. Das geht weg, wenn du den Platz verlässt oder die Seite merkt, dass die Stunde vorbei ist. Was noch nicht beim Server ist, bleibt, bis er es hat oder die Stunde vorbei ist.',
        ),
        msg('Auf dem Pi: dein Programm, solange es läuft. Danach nichts.'),
      ],
    },
    {
      id: 'how-long',
      icon: 'clock',
      title: msg('Wie lange?'),
      points: [
        msg(
          str`Bis zum Ende der Klasse und so viele Tage danach, wie deine Lehrkraft sagt: meistens ${defaultKeepDays}, höchstens bis zum Ende des Schuljahres am 31. Juli.`,
        ),
        msg(
          'Dann löscht der Server alles von selbst, auch aus seinen Dateien. Deine Lehrkraft kann jederzeit sofort löschen.',
        ),
        msg(
          str`Vergisst jemand, die Klasse zu beenden, endet sie ${endsAfterHours} Stunden nach dem letzten Lebenszeichen von selbst.`,
        ),
      ],
    },
    {
      id: 'who',
      icon: 'eye',
      title: msg('Wer sieht es?'),
      points: [
        msg(
          'Deine Lehrkraft. Sie sieht deine Blöcke klein auf einer Karte. Genau zuschauen kann sie nur, wenn du Ja sagst oder die Hand hebst.',
        ),
        msg('Wer mit dir an einem Platz sitzt. Die anderen in der Klasse sehen deinen Namen.'),
        msg('Wer den Server betreut, wenn jemand Hilfe braucht. Sonst niemand.'),
      ],
    },
    {
      id: 'not',
      icon: 'shield',
      title: msg('Was wird nicht gespeichert?'),
      points: [
        msg('Kein echter Name, kein Konto, keine E-Mail-Adresse, kein Foto, kein Standort.'),
        msg('Keine Werbung, keine Cookies für Schülerinnen und Schüler, nichts von fremden Servern.'),
        msg(
          'Nachrichten von Pi zu Pi und was dein Programm ausgibt: nur im Arbeitsspeicher, bis zum nächsten Programm oder bis jemand anderes den Pi bekommt.',
        ),
      ],
    },
    {
      id: 'stays',
      icon: 'flag',
      title: msg('Was bleibt?'),
      points: [
        msg(
          'Nur Zahlen: welche Lektion, an welchem Tag, an welcher Schule, wie viele dabei waren und wie viele Ziele sie erreicht haben.',
        ),
      ],
    },
  ];
}

/** What adults with an account should know. */
export function adultTopics(): readonly Topic[] {
  return [
    {
      id: 'account',
      icon: 'user',
      title: msg('Ihr Konto'),
      points: [
        msg(
          'Name, E-Mail-Adresse, Rolle, Schule und wann das Konto entstand. Vom Passwort nur ein Hash, aus dem es sich nicht lesen lässt.',
        ),
        msg(
          'Je Anmeldung, bis sie abläuft oder Sie sich abmelden: ein Cookie, das für die Anmeldung nötig ist, und welcher Browser es war. Keine IP-Adresse.',
        ),
        msg(
          'Im Menü Ihres Kontos laden Sie herunter, was gespeichert ist, und löschen es. Dann enden alle Anmeldungen sofort; was Sie getan haben, steht als „gelöschtes Konto“ da.',
        ),
      ],
    },
    {
      id: 'lending',
      icon: 'inbox',
      title: msg('Leihen und Spenden'),
      points: [
        msg(
          'Damit der Verein Geräte verleihen und zurückholen kann: Kontaktpersonen einer Schule mit E-Mail-Adresse und Telefon, Papiere mit Unterschriften, Fotos von Geräten, Erinnerungen und wer was wann getan hat.',
        ),
        msg(
          'Das sehen das Team des Vereins und die Lehrkräfte der eigenen Schule. Förderer sehen nur Zahlen.',
        ),
        msg(
          'Kontakte einer Schule trägt der Verein jederzeit aus. Aus Leihen löscht der Server Namen, Unterschriften, Papiere, Erinnerungen, Fotos und Texte von selbst: meistens drei volle Kalenderjahre nach ihrem Ende, bei Spenden zehn. Zahlen bleiben.',
        ),
      ],
    },
    {
      id: 'running',
      icon: 'cpu',
      title: msg('Der Betrieb'),
      points: [
        msg(
          'Gegen das Erraten von Codes und Passwörtern zählt der Server Fehlversuche je IP-Adresse im Arbeitsspeicher, höchstens fünf Minuten lang. Werden es viele, steht die Adresse im Protokoll des Servers.',
        ),
        msg('Im Protokoll des Servers stehen keine Namen und keine Arbeiten von Schülerinnen und Schülern.'),
        msg('Von den Pis: Name, Nummer, Schule, Zustand des Geräts und wann es zuletzt da war.'),
      ],
    },
    {
      id: 'rights',
      icon: 'hand',
      title: msg('Ihre Rechte'),
      points: [
        msg(
          'Verantwortlich für den Unterricht ist die Schule; der Verein betreibt den Server in ihrem Auftrag. Für Leihen ist es der Verein. Auskunft, Berichtigung und Löschung gibt es bei beiden, Beschwerden bei der Datenschutzaufsicht des Landes.',
        ),
      ],
    },
  ];
}
