import type { Impact } from '../../api/contract/lending/reports.ts';
import { csvBytes, guarded } from '../exchange/csv/write-csv.ts';

/** The report as one table: section, name, more of it, figure. With `;` numbers have a decimal comma. */
export function impactCsv(impact: Impact, separator: ';' | ',', title: (lessonId: string) => string): Buffer {
  const number = (value: number, digits = 0) => {
    const text = value.toFixed(digits);
    return separator === ';' ? text.replace('.', ',') : text;
  };
  const euros = (cents: number) => number(cents / 100, 2);
  const rows: string[][] = [
    ['Bereich', 'Bezeichnung', 'Zusatz', 'Anzahl', 'Einheit'],
    ['Zeitraum', 'von', impact.from, '', ''],
    ['Zeitraum', 'bis', impact.to, '', ''],
    ...keyFigures(impact).map(([name, value]) => ['Kennzahl', name, '', number(value), '']),
    ['Kennzahl', 'Auslastung der Kits', '', number(impact.kitUse * 100, 1), '%'],
    ['Kennzahl', 'Wert der Verluste', '', euros(impact.lostCents), 'EUR'],
    ['Kennzahl', 'Zeitwert des Bestands', '', euros(impact.valueCents), 'EUR'],
    ['Kennzahl', 'Zeitwert des Verliehenen', '', euros(impact.atRiskCents), 'EUR'],
  ];
  for (const { month, loans, kitsOut, pupils } of impact.months) {
    rows.push(
      ['Monat', month, 'begonnene Leihen', number(loans), ''],
      ['Monat', month, 'Kits unterwegs', number(kitsOut), ''],
      ['Monat', month, 'Kinder', number(pupils), ''],
    );
  }
  for (const { lessonId, classes, pupils } of impact.lessons) {
    rows.push(
      ['Lektion', guarded(title(lessonId)), 'Klassen', number(classes), ''],
      ['Lektion', guarded(title(lessonId)), 'Kinder', number(pupils), ''],
    );
  }
  for (const { name, municipality, loans, pupils } of impact.schoolList) {
    const school = municipality === '' ? name : `${name}, ${municipality}`;
    rows.push(
      ['Schule', guarded(school), 'Leihen', number(loans), ''],
      ['Schule', guarded(school), 'Kinder', number(pupils), ''],
    );
  }
  for (const { code, name, days, loans } of impact.kits) {
    rows.push(
      ['Kit', guarded(`${code} ${name}`), 'Tage unterwegs', number(days), ''],
      ['Kit', guarded(`${code} ${name}`), 'Leihen', number(loans), ''],
    );
  }
  return csvBytes(rows, separator);
}

/** The counts, as they are called in the report. */
export function keyFigures(impact: Impact): [name: string, value: number][] {
  return [
    ['Schulen', impact.schools],
    ['Orte', impact.municipalities],
    ['Leihen', impact.loans],
    ['Spenden', impact.donations],
    ['Klassen', impact.classes],
    ['Kinder', impact.pupils],
    ['Erreichte Ziele', impact.goals],
    ['Verlorene Pis', impact.lostDevices],
    ['Verlorene Teile', impact.lostParts],
    ['Beschädigt', impact.damaged],
  ];
}
