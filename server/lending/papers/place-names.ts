/** A place that a text may have, with what it means. */
export interface Place {
  readonly name: string;
  readonly de: string;
  readonly en: string;
}

const place = (name: string, de: string, en: string): Place => ({ name, de, en });

/** Places of every text: papers and reminders. */
export const commonPlaces: readonly Place[] = [
  place('verein.name', 'Name des Vereins', 'Name of the association'),
  place('verein.anschrift', 'Anschrift des Vereins', 'Address of the association'),
  place('verein.vertretung', 'Wer für den Verein unterschreibt', 'Who signs for the association'),
  place('verein.email', 'E-Mail des Vereins', 'E-mail of the association'),
  place('verein.telefon', 'Telefon des Vereins', 'Phone of the association'),
  place('schule.name', 'Name der Schule', 'Name of the school'),
  place('schule.anschrift', 'Anschrift der Schule', 'Address of the school'),
  place('schule.traeger', 'Schulträger', 'Who runs the school'),
  place('schule.nummer', 'Schulnummer', 'Number of the school'),
  place('schule.kontakt', 'Ansprechperson der Leihe', 'Contact of the loan'),
  place('schule.email', 'E-Mail der Ansprechperson', 'E-mail of the contact'),
  place('schule.telefon', 'Telefon der Ansprechperson', 'Phone of the contact'),
  place('leihe.nummer', 'Nummer der Leihe', 'Number of the loan'),
  place('leihe.beginn', 'Erster Tag', 'First day'),
  place('leihe.ende', 'Letzter Tag', 'Last day'),
  place(
    'leihe.tage',
    'Dauer in Tagen; in Erinnerungen: Tage seit dem Ende',
    'Days that it lasts; in reminders: days since the end',
  ),
  place('leihe.kits', 'Was verliehen ist: K3, K4', 'What is lent: K3, K4'),
  place('datum', 'Tag, an dem das Papier entsteht', 'Day on which the paper is made'),
];

/** Places of papers alone. */
export const paperPlaces: readonly Place[] = [
  place('leihe.uhrzeit', 'Uhrzeit, zu der das Papier entsteht', 'Time at which the paper is made'),
  place('leihe.schueler', 'Anzahl der Schülerinnen und Schüler', 'Number of pupils'),
  place('leihe.lektionen', 'Lektionen', 'Lessons'),
  place('leihe.wert', 'Zeitwert von allem zusammen', 'Current value of everything'),
  place('leihe.bemerkung', 'Bemerkungen bei der Übergabe', 'Remarks at the hand-over'),
];

/** Each stands in a line of its own, at most once in a text. */
export const paperBlocks: readonly Place[] = [
  place(
    'inhalt',
    'Tabelle: alles bis auf die Einzelteile, mit Werten',
    'Table: everything down to the parts',
  ),
  place('zustand', 'Tabelle: Zustand und Bemerkungen', 'Table: condition and remarks'),
  place('fehlliste', 'Tabelle: was fehlt oder beschädigt ist', 'Table: what is missing or damaged'),
  place('tests', 'Tabelle: Selbsttests der Raspberry Pis', 'Table: self-tests of the Raspberry Pis'),
  place('unterschriften', 'Felder für beide Unterschriften', 'Fields for both signatures'),
];

/** What stands between `{{#name}}` and `{{/name}}` is there only if it is so; a common place's name: only if it is not empty. */
export const paperConditions: readonly Place[] = [
  place('#leihe', 'Nur bei einer Leihe: {{#leihe}} … {{/leihe}}', 'Only with a loan'),
  place('#spende', 'Nur bei einer Spende: {{#spende}} … {{/spende}}', 'Only with a donation'),
];

export type PlaceValues = ReadonlyMap<string, string>;
