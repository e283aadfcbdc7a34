import { isUtf8 } from 'node:buffer';
import { refusal } from '../../../api/http-problem.ts';

export type Encoding = 'utf-8' | 'windows-1252';

/** How files begin that people take for tables, or that carry a table's name by mistake. */
const beginnings: readonly { readonly bytes: string; readonly de: string; readonly en: string }[] = [
  { bytes: '%PDF', de: 'ein PDF', en: 'a PDF' },
  { bytes: 'PK\x03\x04', de: 'eine Excel- oder ZIP-Datei', en: 'an Excel or ZIP file' },
  { bytes: '\xD0\xCF\x11\xE0', de: 'eine alte Excel- oder Office-Datei', en: 'an old Excel or Office file' },
  { bytes: '\x89PNG', de: 'ein Bild', en: 'a picture' },
  { bytes: '\xFF\xD8\xFF', de: 'ein Bild', en: 'a picture' },
  { bytes: 'GIF8', de: 'ein Bild', en: 'a picture' },
  { bytes: 'RIFF', de: 'ein Bild oder Ton', en: 'a picture or sound' },
  { bytes: '\x1F\x8B', de: 'ein Archiv', en: 'an archive' },
  { bytes: 'SQLite format 3', de: 'eine Datenbank', en: 'a database' },
  { bytes: '{\\rtf', de: 'ein Textdokument', en: 'a text document' },
  { bytes: '<!doctype', de: 'eine Webseite', en: 'a web page' },
  { bytes: '<html', de: 'eine Webseite', en: 'a web page' },
];

/**
 * How a file's text is written: UTF-8, or else Windows-1252, as Excel saves plain CSV.
 *
 * @throws HttpProblem `file-not-csv` for what is no text, `file-utf-16` for what Excel calls Unicode text.
 */
export function encodingOf(bytes: Buffer): Encoding {
  const start = bytes.subarray(0, 16).toString('latin1');
  const kind = beginnings.find((one) => start.toLowerCase().startsWith(one.bytes.toLowerCase()));
  if (kind) throw notCsv(kind.de, kind.en);
  if (start.startsWith('\xFF\xFE') || start.startsWith('\xFE\xFF')) {
    throw refusal(
      400,
      'file-utf-16',
      'Die Datei ist als „Unicode-Text“ (UTF-16) gespeichert. Speichern Sie sie in Excel als „CSV UTF-8 (durch Trennzeichen getrennt)“.',
      'The file was saved as “Unicode text” (UTF-16). In Excel, save it as “CSV UTF-8 (comma delimited)”.',
    );
  }
  if (bytes.includes(0)) throw notCsv('keine Textdatei', 'no text file');
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function notCsv(de: string, en: string) {
  return refusal(
    400,
    'file-not-csv',
    `Die Datei ist ${de} und keine CSV-Tabelle. Öffnen Sie Ihre Tabelle und speichern Sie sie als „CSV UTF-8“.`,
    `The file is ${en}, not a CSV table. Open your table and save it as “CSV UTF-8”.`,
  );
}
