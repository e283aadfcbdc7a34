import { createReadStream } from 'node:fs';
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
 * How a file's text is written: UTF-8, or else Windows-1252, as Excel saves plain CSV. Reads all of it, a piece at a time.
 *
 * @throws HttpProblem `file-not-csv` for what is no text, `file-utf-16` for what Excel calls Unicode text.
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [first, isUtf8] = [true, true];
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first) refuseKind(piece.subarray(0, 16).toString('latin1'));
    first = false;
    if (piece.includes(0)) throw notCsv('keine Textdatei', 'no text file');
    isUtf8 &&= decodes(decoder, piece);
  }
  return isUtf8 && decodes(decoder, null) ? 'utf-8' : 'windows-1252';
}

/** @param piece the next one; null: there is none. */
function decodes(decoder: TextDecoder, piece: Buffer | null): boolean {
  try {
    if (piece) decoder.decode(piece, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function refuseKind(start: string): void {
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
}

function notCsv(de: string, en: string) {
  return refusal(
    400,
    'file-not-csv',
    `Die Datei ist ${de} und keine CSV-Tabelle. Öffnen Sie Ihre Tabelle und speichern Sie sie als „CSV UTF-8“.`,
    `The file is ${en}, not a CSV table. Open your table and save it as “CSV UTF-8”.`,
  );
}
