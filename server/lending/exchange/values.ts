import type { Separator } from './csv/read-csv.ts';

/** A value that could not be read, in sentences that say what would be right. */
export class ValueError extends Error {
  readonly de: string;
  readonly en: string;

  constructor(de: string, en: string) {
    super(en);
    this.name = 'ValueError';
    this.de = de;
    this.en = en;
  }
}

/** How numbers and days are written: German beside `;`, as programs like them beside `,`. */
export type Notation = 'german' | 'plain';

export function notationOf(separator: Separator): Notation {
  return separator === ',' ? 'plain' : 'german';
}

/** Euro cents as `1234,50`. */
export function writeCents(cents: number, notation: Notation): string {
  const text = (cents / 100).toFixed(2);
  return notation === 'german' ? text.replace('.', ',') : text;
}

/** Reads `1.234,50 €`, `1234,5`, `1,234.50`: in doubt as the file's separator lets expect. @throws ValueError */
export function readCents(text: string, separator: Separator): number {
  const plain = text.replace(/[\s\u00A0€]|EUR/gi, '');
  const german = notationOf(separator) === 'german';
  const [thousands, decimal] =
    /\.\d+,/.test(plain) || (german && !/,\d+\./.test(plain)) ? ['.', ','] : [',', '.'];
  const grouped = new RegExp(`^\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d{1,2})?$`);
  const simple = /^\d+([.,]\d{1,2})?$/;
  const digits = grouped.test(plain)
    ? plain.replaceAll(thousands as string, '').replace(decimal as string, '.')
    : simple.test(plain)
      ? plain.replace(',', '.')
      : null;
  const cents = digits === null ? Number.NaN : Math.round(Number(digits) * 100);
  if (Number.isNaN(cents) || cents > 100_000_000) {
    throw new ValueError(
      `„${shortened(text)}“ ist kein Betrag. Schreiben Sie ihn wie 1234,50 (höchstens eine Million Euro).`,
      `“${shortened(text)}” is no amount. Write it as 1234.50 (at most a million Euro).`,
    );
  }
  return cents;
}

/** A number with all its digits, with comma or point. */
export function writeDecimal(value: number, notation: Notation): string {
  const text = String(value);
  return notation === 'german' ? text.replace('.', ',') : text;
}

/** Reads a number with comma or point, without marks between thousands. @throws ValueError */
export function readDecimal(text: string, least: number, most: number): number {
  const plain = text.replace(',', '.');
  const value = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new ValueError(
      `„${shortened(text)}“ ist keine Zahl zwischen ${least} und ${most}. Schreiben Sie sie wie 49,99.`,
      `“${shortened(text)}” is no number between ${least} and ${most}. Write it as 49.99.`,
    );
  }
  return value;
}

/** Reads a whole number. @throws ValueError */
export function readCount(text: string, most = 100_000): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= most)) {
    throw new ValueError(
      `„${shortened(text)}“ ist keine ganze Zahl von 0 bis ${most}.`,
      `“${shortened(text)}” is no whole number from 0 to ${most}.`,
    );
  }
  return value;
}

/** A day such as `2026-11-22`, written `22.11.2026` in German. */
export function writeDay(day: string, notation: Notation): string {
  const [year, month, date] = day.split('-');
  return notation === 'german' ? `${date}.${month}.${year}` : day;
}

/** Reads `22.11.2026`, `22.11.26` or `2026-11-22`. @throws ValueError */
export function readDay(text: string): string {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(T.*)?$/.exec(text);
  const [year, month, date] = german ? [german[3], german[2], german[1]] : iso ? iso.slice(1, 4) : [];
  const fullYear = year?.length === 2 ? `20${year}` : year;
  const day = `${fullYear}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  const at = new Date(`${day}T00:00:00Z`);
  // 31 February would become a day in March.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) {
    throw new ValueError(
      `„${shortened(text)}“ ist kein Datum. Schreiben Sie es wie 22.11.2026.`,
      `“${shortened(text)}” is no date. Write it as 2026-11-22.`,
    );
  }
  return day;
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as clocks in Germany show it: `22.11.2026 14:30`, or `2026-11-22 14:30`. */
export function writeInstant(at: number, notation: Notation): string {
  const [day = '', time = ''] = clock.format(at).split(' ');
  return `${writeDay(day, notation)} ${time}`;
}

/** A text as people typed it, short enough for a sentence. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
