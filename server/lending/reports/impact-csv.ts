import type { Impact } from '../../api/contract/lending/reports.ts';
import { csvBytes, guarded } from '../exchange/csv/write-csv.ts';
import type { ReportWords } from './report-words.ts';

/** The report as one table: section, name, more of it, figure. With `;` numbers have a decimal comma. */
export function impactCsv(
  impact: Impact,
  separator: ';' | ',',
  { words, title }: { readonly words: ReportWords; readonly title: (lessonId: string) => string },
): Buffer {
  const number = (value: number, digits = 0) => {
    const text = value.toFixed(digits);
    return separator === ';' ? text.replace('.', ',') : text;
  };
  const euros = (cents: number) => number(cents / 100, 2);
  const { csv } = words;
  const rows: string[][] = [
    [...csv.heads],
    [csv.period, csv.from, impact.from, '', ''],
    [csv.period, csv.to, impact.to, '', ''],
    ...keyFigures(impact, words).map(([name, value]) => [csv.figure, name, '', number(value), '']),
    [csv.figure, words.kitUse, '', number(impact.kitUse * 100, 1), '%'],
    [csv.figure, words.lostValue, '', euros(impact.lostCents), 'EUR'],
    [csv.figure, words.stockValue, '', euros(impact.valueCents), 'EUR'],
    [csv.figure, words.riskValue, '', euros(impact.atRiskCents), 'EUR'],
  ];
  for (const { month, loans, kitsOut, pupils } of impact.months) {
    rows.push(
      [words.month, month, csv.begun, number(loans), ''],
      [words.month, month, words.kitsOut, number(kitsOut), ''],
      [words.month, month, words.pupils, number(pupils), ''],
    );
  }
  for (const { lessonId, classes, pupils } of impact.lessons) {
    rows.push(
      [words.lesson, guarded(title(lessonId)), words.classes, number(classes), ''],
      [words.lesson, guarded(title(lessonId)), words.pupils, number(pupils), ''],
    );
  }
  for (const { name, municipality, loans, pupils } of impact.schoolList) {
    const school = municipality === '' ? name : `${name}, ${municipality}`;
    rows.push(
      [words.school, guarded(school), words.loans, number(loans), ''],
      [words.school, guarded(school), words.pupils, number(pupils), ''],
    );
  }
  for (const { code, name, days, loans } of impact.kits) {
    rows.push(
      [words.kit, guarded(`${code} ${name}`), words.daysOut, number(days), ''],
      [words.kit, guarded(`${code} ${name}`), words.loans, number(loans), ''],
    );
  }
  return csvBytes(rows, separator);
}

/** The counts, as they are called in the report. */
function keyFigures(impact: Impact, words: ReportWords): [name: string, value: number][] {
  return [
    [words.schools, impact.schools],
    [words.places, impact.municipalities],
    [words.loans, impact.loans],
    [words.donations, impact.donations],
    [words.classes, impact.classes],
    [words.pupils, impact.pupils],
    [words.goals, impact.goals],
    [words.lostDevices, impact.lostDevices],
    [words.lostThings, impact.lostThings],
    [words.lostParts, impact.lostParts],
    [words.lostUnknown, impact.lostUnknown],
    [words.damaged, impact.damaged],
  ];
}
