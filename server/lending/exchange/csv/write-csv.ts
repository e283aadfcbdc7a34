/** A mark that tells spreadsheets that a file is UTF-8. */
const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

/** What spreadsheets would take for a formula, after any apostrophes that already guard it. */
const formula = /^'*\s*[=+\-@\t\r\n]/;

/** A text that spreadsheets take for a text: one apostrophe before what would be a formula. See `unguarded`. */
export function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text that was guarded; gives back each text that `guarded` was given. */
export function unguarded(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}

/** A table as the bytes of a CSV file. Its fields are written as they are: guard texts of people first. */
export function csvBytes(rows: Iterable<readonly string[]>, separator: ';' | ','): Buffer {
  const lines: string[] = [];
  for (const row of rows) lines.push(row.map((field) => quoted(field, separator)).join(separator) + lineEnd);
  return Buffer.from(byteOrderMark + lines.join(''));
}

function quoted(field: string, separator: string): string {
  // A blank at either end is part of the text, which some programs would cut.
  return field.includes(separator) || /["\r\n]|^\s|\s$/.test(field)
    ? `"${field.replaceAll('"', '""')}"`
    : field;
}
