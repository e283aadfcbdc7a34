import type { Language } from '../locales/locale.ts';

/** A mark that tells spreadsheets that a file is UTF-8. */
export const csvStart = '\uFEFF';

/** A line of a table as the spreadsheets of a language expect it: German ones separate by semicolons. */
export function csvLine(fields: readonly string[], language: Language): string {
  const separator = language === 'de' ? ';' : ',';
  return `${fields.map((field) => quoted(field, separator)).join(separator)}\r\n`;
}

/** A text that a spreadsheet does not take for a formula. */
export function harmless(text: string): string {
  return /^\s*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

function quoted(field: string, separator: string): string {
  return field.includes(separator) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
