import type { Badge, HandInView } from '../../../server/live/contract/live.ts';
import type { Language } from '../../locales/locale.ts';

/** The words of a record's files. A file speaks one language for good, so they are not those of the page. */
export interface RecordWords {
  readonly locale: 'de-DE' | 'en-GB';
  readonly title: (className: string) => string;
  readonly held: string;
  readonly until: string;
  readonly pupilsAndSeats: (pupils: number, seats: number) => string;
  readonly privacy: string;
  readonly made: string;
  readonly matrix: string;
  readonly matrixKey: string;
  readonly name: string;
  readonly lesson: string;
  readonly goal: string;
  readonly reached: string;
  readonly open: string;
  readonly total: string;
  readonly all: string;
  readonly work: string;
  readonly handIn: string;
  readonly handedInAt: string;
  readonly savedAt: string;
  readonly badge: string;
  readonly comment: string;
  readonly goalsReached: string;
  readonly goalsInAll: string;
  readonly states: Readonly<Record<HandInView['state'], string>>;
  readonly badges: Readonly<Record<Badge, string>>;
  readonly ofWork: (names: string) => string;
  readonly nothing: string;
  readonly notDrawn: string;
}

/** In both languages. */
export const recordWords: Readonly<Record<Language, RecordWords>> = {
  de: {
    locale: 'de-DE',
    title: (className) => `Stundenbericht: ${className}`,
    held: 'Begonnen',
    until: 'Beendet',
    pupilsAndSeats: (pupils, seats) =>
      `${pupils} ${pupils === 1 ? 'Kind' : 'Kinder'} an ${seats} ${seats === 1 ? 'Platz' : 'Plätzen'}`,
    privacy:
      'Diese Datei enthält Daten von Schülerinnen und Schülern: Spitznamen, Arbeiten und Rückmeldungen. Verantwortlich für sie ist ab jetzt die Schule. Bewahren Sie sie nach deren Regeln auf und löschen Sie sie, wenn sie nicht mehr gebraucht wird.',
    made: 'Erstellt mit Steckbrett',
    matrix: 'Wer hat welches Ziel erreicht?',
    matrixKey: '✓ erreicht · – noch offen',
    name: 'Name',
    lesson: 'Lektion',
    goal: 'Ziel',
    reached: 'erreicht',
    open: 'offen',
    total: 'Zusammen',
    all: 'Erreicht von',
    work: 'Arbeiten',
    handIn: 'Abgabe',
    handedInAt: 'Abgegeben am',
    savedAt: 'Zuletzt gespeichert',
    badge: 'Abzeichen',
    comment: 'Rückmeldung',
    goalsReached: 'Ziele erreicht',
    goalsInAll: 'Ziele gesamt',
    states: { open: 'offen', 'handed-in': 'abgegeben', returned: 'zurückgegeben' },
    badges: {
      star: 'Stark gemacht',
      idea: 'Gute Idee',
      wiring: 'Sauber verdrahtet',
      teamwork: 'Tolles Team',
      perseverance: 'Drangeblieben',
      helper: 'Hilfsbereit',
    },
    ofWork: (names) => `Programm von ${names}`,
    nothing: 'Hier wurde nichts gebaut.',
    notDrawn: 'Dieses Programm ließ sich nicht zeichnen.',
  },
  en: {
    locale: 'en-GB',
    title: (className) => `Lesson record: ${className}`,
    held: 'Started',
    until: 'Ended',
    pupilsAndSeats: (pupils, seats) =>
      `${pupils} ${pupils === 1 ? 'pupil' : 'pupils'} at ${seats} ${seats === 1 ? 'seat' : 'seats'}`,
    privacy:
      'This file holds pupils’ data: nicknames, work and feedback. From now on the school is responsible for it. Keep it by the school’s rules, and delete it when it is no longer needed.',
    made: 'Made with Steckbrett',
    matrix: 'Who reached which goal?',
    matrixKey: '✓ reached · – still open',
    name: 'Name',
    lesson: 'Lesson',
    goal: 'Goal',
    reached: 'reached',
    open: 'open',
    total: 'In all',
    all: 'Reached by',
    work: 'Work',
    handIn: 'Handed in',
    handedInAt: 'Handed in on',
    savedAt: 'Last saved',
    badge: 'Badge',
    comment: 'Feedback',
    goalsReached: 'Goals reached',
    goalsInAll: 'Goals in all',
    states: { open: 'open', 'handed-in': 'handed in', returned: 'returned' },
    badges: {
      star: 'Brilliantly done',
      idea: 'Great idea',
      wiring: 'Neat wiring',
      teamwork: 'Great team',
      perseverance: 'Never gave up',
      helper: 'Helping hand',
    },
    ofWork: (names) => `Program by ${names}`,
    nothing: 'Nothing was built here.',
    notDrawn: 'This program could not be drawn.',
  },
};
