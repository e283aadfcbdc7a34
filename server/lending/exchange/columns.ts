import { plainHeader, type Separator } from './csv/read-csv.ts';
import { guarded, unguarded } from './csv/write-csv.ts';
import {
  type Notation,
  readCents,
  readCount,
  readDay,
  readDecimal,
  shortened,
  ValueError,
  writeCents,
  writeDay,
  writeDecimal,
  writeInstant,
} from './values.ts';

/** How one kind of value stands in a CSV file. */
export interface Kind<Value> {
  /** As text of a field; texts of people are guarded. */
  write(value: Value, notation: Notation): string;
  /** @throws ValueError */
  read(text: string, separator: Separator): Value;
  /** An empty field says nothing: what is there stays, what is new gets what is usual. */
  readonly emptySaysNothing?: true;
}

/** A column of a table by its German and English header. */
export interface Column<Value = unknown> {
  readonly de: string;
  readonly en: string;
  readonly kind: Kind<Value>;
  /** Other headers that mean the same. */
  readonly also?: readonly string[];
  /** Exported and, where a file has it, left alone by an import. */
  readonly exportOnly?: true;
}

/** Columns by key, of any values: `Values` gives each its own type again. */
// biome-ignore lint/suspicious/noExplicitAny: a column both takes and gives its values, so no other type fits all
export type Columns = Readonly<Record<string, Column<any>>>;

/** Every column's values by their keys. */
export type Values<Cols extends Columns> = {
  -readonly [Key in keyof Cols]: Cols[Key] extends { readonly kind: Kind<infer Value> } ? Value : never;
};

/** A text of at most so many signs; blanks around it are nobody's meaning. */
export function text(longest: number, { needed = false } = {}): Kind<string> {
  return {
    write: guarded,
    read(field) {
      const value = unguarded(field).trim();
      if (needed && value === '') {
        throw new ValueError('Hier muss etwas stehen.', 'Something has to stand here.');
      }
      if (value.length > longest) {
        throw new ValueError(
          `Der Text ist zu lang: ${value.length} Zeichen, höchstens ${longest} gehen.`,
          `The text is too long: ${value.length} signs, at most ${longest} are possible.`,
        );
      }
      return value;
    },
  };
}

/** What may be left empty. */
export function maybe<Value>(kind: Kind<Value>): Kind<Value | null> {
  return {
    write: (value, notation) => (value === null ? '' : kind.write(value, notation)),
    read: (field, separator) => (field.trim() === '' ? null : kind.read(field, separator)),
  };
}

export const amount: Kind<number> = {
  write: writeCents,
  read: (field, separator) => readCents(field.trim(), separator),
  emptySaysNothing: true,
};

export const day: Kind<string> = { write: writeDay, read: (field) => readDay(field.trim()) };

export const whole: Kind<number> = {
  write: String,
  read: (field) => readCount(field.trim()),
  emptySaysNothing: true,
};

/** Written and never read. */
export const instant: Kind<number> = {
  write: writeInstant,
  read() {
    throw new ValueError('Diese Spalte wird nicht eingelesen.', 'This column is not imported.');
  },
};

/** A number from `least` to `most`. */
export function decimal(least: number, most: number): Kind<number> {
  return { write: writeDecimal, read: (field) => readDecimal(field.trim(), least, most) };
}

/** One of some values, each with its German and English word; all of them are understood. */
export function choice<Value extends string>(
  names: Readonly<Record<Value, { readonly de: string; readonly en: string }>>,
): Kind<Value> {
  const values = Object.keys(names) as Value[];
  const byName = new Map<string, Value>();
  for (const value of values) {
    for (const name of [value, names[value].de, names[value].en]) byName.set(plainHeader(name), value);
  }
  return {
    emptySaysNothing: true,
    write: (value, notation) => names[value][notation === 'german' ? 'de' : 'en'],
    read(field) {
      const value = byName.get(plainHeader(field));
      if (value !== undefined) return value;
      const list = (language: 'de' | 'en') => values.map((one) => names[one][language]).join(', ');
      throw new ValueError(
        `„${shortened(field.trim())}“ gibt es hier nicht. Möglich sind: ${list('de')}.`,
        `There is no “${shortened(field.trim())}” here. Possible are: ${list('en')}.`,
      );
    },
  };
}

/** The column's header in the language that goes with the notation. */
export function headerOf(column: Columns[string], notation: Notation): string {
  return notation === 'german' ? column.de : column.en;
}

/** Finds columns by any of their headers. */
export function columnFinder<Cols extends Columns>(
  columns: Cols,
): (header: string) => (keyof Cols & string) | null {
  type Key = keyof Cols & string;
  const byHeader = new Map<string, Key>();
  for (const [key, column] of Object.entries(columns) as [Key, Columns[string]][]) {
    if (column.exportOnly) continue;
    for (const header of [key, column.de, column.en, ...(column.also ?? [])]) {
      byHeader.set(plainHeader(header), key);
    }
  }
  return (header) => byHeader.get(plainHeader(header)) ?? null;
}
