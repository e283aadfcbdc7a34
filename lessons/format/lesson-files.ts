import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LessonError, lessonProblem } from './lesson-problem.ts';

/** How large a text of a lesson may be, in bytes. */
const largestText = 256 * 1024;
/** And of one in YAML, whose reader takes far longer for many keys. */
const largestYaml = 64 * 1024;
/** How large a picture of a lesson may be, in bytes. */
const largestPicture = 500 * 1000;

/**
 * Reads a text file of a lesson.
 *
 * @param file from the catalogue's folder on.
 * @throws LessonError `lesson-file-missing`, `lesson-file-large` or `lesson-file-not-text`.
 */
export function readText(catalog: string, file: string): string {
  const path = join(catalog, file);
  const largest = file.endsWith('.yml') ? largestYaml : largestText;
  if (sizeOf(path, file) > largest) {
    throw refused(
      file,
      'lesson-file-large',
      `Die Datei ist zu groß: höchstens ${largest / 1024} kB. Kürzen Sie sie.`,
      `The file is too large: ${largest / 1024} kB at most. Make it shorter.`,
    );
  }
  const bytes = bytesOf(path, file);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Told below.
  }
  throw refused(
    file,
    'lesson-file-not-text',
    'Die Datei ist kein Text in UTF-8. Speichern Sie sie im Editor mit der Kodierung UTF-8.',
    'The file is no text in UTF-8. Save it in the editor with the encoding UTF-8.',
  );
}

/** A file that only others may read must not take the other lessons with it. */
function bytesOf(path: string, file: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw fileMissing(file);
  }
}

const pictureKinds = {
  png: {
    mime: 'image/png',
    fits: (head: Buffer) => head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  },
  jpg: { mime: 'image/jpeg', fits: (head: Buffer) => head.readUIntBE(0, 3) === 0xffd8ff },
  webp: {
    mime: 'image/webp',
    fits: (head: Buffer) =>
      head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  },
} as const;

/**
 * Checks a picture of a lesson: that it is there, not too large, and what its ending says. Of a picture no more than the
 * beginning is read.
 *
 * @param file from the catalogue's folder on.
 * @returns its path and its media type.
 * @throws LessonError `lesson-picture-missing`, `lesson-picture-large` or `lesson-picture-not-one`.
 */
export function checkPicture(catalog: string, file: string): { file: string; mime: string } {
  const path = join(catalog, file);
  const size = sizeOf(path, file);
  if (size > largestPicture) {
    const megabytes = (size / 1_000_000).toFixed(1);
    throw refused(
      file,
      'lesson-picture-large',
      `Das Bild hat ${megabytes.replace('.', ',')} MB; erlaubt sind 500 kB. Verkleinern Sie es, etwa auf 1200 Pixel Breite.`,
      `The picture has ${megabytes} MB; 500 kB are allowed. Make it smaller, say 1200 pixels wide.`,
    );
  }
  const ending = file.slice(file.lastIndexOf('.') + 1);
  const kind = pictureKinds[ending === 'jpeg' ? 'jpg' : (ending as keyof typeof pictureKinds)];
  if (kind.fits(headOf(path))) return { file: path, mime: kind.mime };
  throw refused(
    file,
    'lesson-picture-not-one',
    `Die Datei ist kein Bild der Art ${ending}. Speichern Sie das Bild neu, oder geben Sie der Datei die Endung, die zu ihr passt.`,
    `The file is no picture of the kind ${ending}. Save the picture again, or give the file the ending that fits it.`,
  );
}

/** The first 12 bytes of a file, zeros where it is shorter. */
function headOf(path: string): Buffer {
  const head = Buffer.alloc(12);
  const open = openSync(path, 'r');
  try {
    readSync(open, head, 0, head.length, 0);
  } finally {
    closeSync(open);
  }
  return head;
}

function sizeOf(path: string, file: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return found.size;
  throw /\.(?:md|yml|json)$/.test(file)
    ? fileMissing(file)
    : refused(
        file,
        'lesson-picture-missing',
        'Das Bild fehlt. Legen Sie es in den Ordner der Stunde; große und kleine Buchstaben zählen.',
        'The picture is missing. Put it into the lesson’s folder; capitals and small letters count.',
      );
}

function fileMissing(file: string): LessonError {
  return refused(
    file,
    'lesson-file-missing',
    'Die Datei fehlt oder ist nicht lesbar. Legen Sie sie an; docs/lesson-format.md sagt, was hineingehört.',
    'The file is missing or cannot be read. Create it; docs/lesson-format.md says what belongs in it.',
  );
}

function refused(file: string, code: string, de: string, en: string): LessonError {
  return new LessonError([lessonProblem({ file, line: null }, code, de, en)]);
}
