import type { Contact } from '../../../api/contract/lending/schools.ts';
import type { Kind } from '../columns.ts';
import { guarded, unguarded } from '../csv/write-csv.ts';
import { ValueError } from '../values.ts';

type Line = Omit<Contact, 'id'>;

/** Contacts in one field, a line each: `Mia Muster | Informatik | mia@schule.example | 06131 1234`. */
export const contactLines: Kind<readonly Line[]> = {
  write: (contacts) =>
    guarded(
      contacts
        .map(({ name, duty, email, phone }) => [name, duty, email, phone].map(escaped).join(' | '))
        .join('\n'),
    ),
  read(field) {
    const lines = unguarded(field)
      .split(/\r\n|\n|\r/)
      .filter((line) => line.trim() !== '');
    if (lines.length > 30) {
      throw new ValueError(
        'Das sind mehr als 30 Ansprechpersonen; höchstens 30 gehen.',
        'These are more than 30 contacts; at most 30 are possible.',
      );
    }
    return lines.map(readLine);
  },
};

function readLine(line: string): Line {
  const [name = '', duty = '', email = '', phone = '', ...more] = parts(line);
  const long = name.length > 120 || [duty, email, phone].some((part) => part.length > 200);
  if (name === '' || more.length > 0 || long) {
    throw new ValueError(
      'Schreiben Sie jede Ansprechperson in eine Zeile des Feldes: Name | Aufgabe | E-Mail | Telefon.',
      'Write each contact on a line of the field: name | duty | e-mail | phone.',
    );
  }
  return { name, duty, email, phone };
}

/** Signs that part lines and fields, written so that they don't. */
function escaped(text: string): string {
  return text.replace(/[\\|]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

function parts(line: string): string[] {
  const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r' };
  const done: string[] = [];
  let part = '';
  for (const [token] of line.matchAll(/\\.|[^\\]|\\$/gs)) {
    if (token === '|') {
      done.push(part.trim());
      part = '';
    } else {
      const sign = token.length === 2 ? token.charAt(1) : token;
      part += token.length === 2 ? (signs[sign] ?? sign) : sign;
    }
  }
  return [...done, part.trim()];
}
