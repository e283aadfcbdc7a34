/** The languages that a report may be read in. */
export type ReportLanguage = 'de' | 'en';

/** What stands on a report beside its figures. */
export interface ReportWords {
  readonly locale: string;
  readonly title: string;
  readonly schoolYear: string;
  readonly sponsored: (sponsor: string) => string;
  readonly span: (from: string, to: string) => string;
  readonly schools: string;
  readonly school: string;
  readonly places: string;
  readonly loans: string;
  readonly donations: string;
  readonly classes: string;
  readonly pupils: string;
  readonly goals: string;
  readonly kitUse: string;
  readonly kits: string;
  readonly kit: string;
  readonly months: string;
  readonly month: string;
  readonly pupilsInClasses: string;
  readonly kitsOut: string;
  readonly monthLine: (month: string, pupils: number, kits: number) => string;
  readonly lessons: string;
  readonly lesson: string;
  readonly daysOut: string;
  readonly stock: string;
  readonly pieces: string;
  readonly value: string;
  readonly lostDevices: string;
  readonly lostThings: string;
  readonly lostParts: string;
  readonly lostUnknown: string;
  readonly damaged: string;
  readonly lostValue: string;
  readonly stockValue: string;
  readonly riskValue: string;
  readonly made: (day: string) => string;
  readonly countsOnly: string;
  readonly page: (number: number, of: number) => string;
  readonly csv: {
    readonly heads: readonly [string, string, string, string, string];
    readonly period: string;
    readonly from: string;
    readonly to: string;
    readonly figure: string;
    readonly begun: string;
  };
}

const german: ReportWords = {
  locale: 'de-DE',
  title: 'Wirkungsbericht',
  schoolYear: 'Schuljahr',
  sponsored: (sponsor) => `Gefördert von ${sponsor}`,
  span: (from, to) => `${from} bis ${to}`,
  schools: 'Schulen',
  school: 'Schule',
  places: 'Orte',
  loans: 'Leihen',
  donations: 'Spenden',
  classes: 'Klassen',
  pupils: 'Kinder',
  goals: 'erreichte Ziele',
  kitUse: 'Auslastung der Kits',
  kits: 'Kits',
  kit: 'Kit',
  months: 'Monat für Monat',
  month: 'Monat',
  pupilsInClasses: 'Kinder in Klassen',
  kitsOut: 'Kits unterwegs',
  monthLine: (month, pupils, kits) => `${month}: ${pupils} Kinder, ${kits} Kits unterwegs`,
  lessons: 'Lektionen',
  lesson: 'Lektion',
  daysOut: 'Tage unterwegs',
  stock: 'Bestand und Verluste',
  pieces: 'Stück',
  value: 'Wert',
  lostDevices: 'Verlorene Pis',
  lostThings: 'Verlorene Kits, Boxen und andere Dinge',
  lostParts: 'Verlorene Teile',
  lostUnknown: 'Verloren, Tag unbekannt (in keinem Jahr gezählt)',
  damaged: 'Beschädigt zurückgekommen',
  lostValue: 'Zeitwert der Verluste',
  stockValue: 'Zeitwert des Bestands am Ende des Zeitraums',
  riskValue: 'Zeitwert dessen, was heute verliehen ist',
  made: (day) => `erstellt am ${day}`,
  countsOnly: 'nur Zahlen, keine Namen von Kindern',
  page: (number, of) => `Seite ${number} von ${of}`,
  csv: {
    heads: ['Bereich', 'Bezeichnung', 'Zusatz', 'Anzahl', 'Einheit'],
    period: 'Zeitraum',
    from: 'von',
    to: 'bis',
    figure: 'Kennzahl',
    begun: 'begonnene Leihen',
  },
};

const english: ReportWords = {
  locale: 'en-GB',
  title: 'Impact report',
  schoolYear: 'school year',
  sponsored: (sponsor) => `Sponsored by ${sponsor}`,
  span: (from, to) => `${from} to ${to}`,
  schools: 'Schools',
  school: 'School',
  places: 'Places',
  loans: 'Loans',
  donations: 'Donations',
  classes: 'Classes',
  pupils: 'Children',
  goals: 'goals reached',
  kitUse: 'Use of the kits',
  kits: 'Kits',
  kit: 'Kit',
  months: 'Month by month',
  month: 'Month',
  pupilsInClasses: 'Children in classes',
  kitsOut: 'Kits out',
  monthLine: (month, pupils, kits) => `${month}: ${pupils} children, ${kits} kits out`,
  lessons: 'Lessons',
  lesson: 'Lesson',
  daysOut: 'Days out',
  stock: 'Stock and losses',
  pieces: 'Pieces',
  value: 'Value',
  lostDevices: 'Lost Pis',
  lostThings: 'Lost kits, boxes and other things',
  lostParts: 'Lost parts',
  lostUnknown: 'Lost, day unknown (counted in no year)',
  damaged: 'Came back damaged',
  lostValue: 'Current value of the losses',
  stockValue: 'Current value of the stock at the end of the period',
  riskValue: 'Current value of what is on loan today',
  made: (day) => `made on ${day}`,
  countsOnly: 'counts only, no names of children',
  page: (number, of) => `Page ${number} of ${of}`,
  csv: {
    heads: ['Section', 'Name', 'More', 'Number', 'Unit'],
    period: 'Period',
    from: 'from',
    to: 'to',
    figure: 'Figure',
    begun: 'loans begun',
  },
};

export const reportWords: Readonly<Record<ReportLanguage, ReportWords>> = { de: german, en: english };
