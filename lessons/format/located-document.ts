import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { LessonError, type LessonProblem, lessonProblem } from './lesson-problem.ts';

/** A YAML or JSON file whose every value knows its line. */
export interface LocatedDocument {
  readonly file: string;
  readonly value: unknown;
  /** The line of the value at this path, or of its nearest ancestor that is there. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Reads YAML 1.2; JSON is a part of it.
 *
 * @throws LessonError `lesson-syntax` with the line of each mistake.
 */
export function readDocument(file: string, text: string): LocatedDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new LessonError(
      document.errors.map((error) =>
        lessonProblem(
          { file, line: lines.linePos(error.pos[0]).line },
          'lesson-syntax',
          `Das lässt sich nicht lesen. Prüfen Sie Einrückung, Klammern, Kommas und Anführungszeichen (${error.message}).`,
          `This cannot be read. Check indentation, brackets, commas and quotes (${error.message}).`,
        ),
      ),
    );
  }
  return {
    file,
    value: unfold(file, document),
    lineOf: (path) => lines.linePos(offsetOf(document, path)).line,
  };
}

/** The document's value. Aliases may multiply a few lines into gigabytes; the parser counts them and gives up. */
function unfold(file: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    const problem = lessonProblem(
      { file, line: null },
      'lesson-syntax',
      'Die Datei verweist zu oft auf sich selbst. Schreiben Sie die Werte aus, statt & und * zu benutzen.',
      'The file refers to itself too often. Write the values out instead of using & and *.',
      String(cause),
    );
    throw new LessonError([problem], { cause });
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** Says in both languages how a value has to be; by the first key of its path. */
export type Mends = Readonly<Record<string, { readonly de: string; readonly en: string }>>;

/**
 * Checks a document against its schema.
 *
 * @throws LessonError `lesson-invalid`: one problem for each place, with what is meant to be there.
 */
export function checkDocument<Schema extends z.ZodType>(
  schema: Schema,
  document: LocatedDocument,
  mends: Mends,
): z.output<Schema> {
  const english = schema.safeParse(document.value, { error: z.locales.en().localeError });
  if (english.success) return english.data;
  const german = schema.safeParse(document.value, { error: z.locales.de().localeError });
  const germanIssues = german.error?.issues ?? [];
  throw new LessonError(
    english.error.issues.map((issue, index): LessonProblem => {
      const [key] = issue.code === 'unrecognized_keys' ? issue.keys : issue.path;
      const line = document.lineOf(
        issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : issue.path,
      );
      const mend = mends[String(key)];
      const name = issue.path.length > 0 ? issue.path.join('.') : String(key ?? document.file);
      return lessonProblem(
        { file: document.file, line },
        'lesson-invalid',
        `„${name}“ passt nicht: ${germanIssues[index]?.message ?? issue.message}.${mend ? ` So ist es gemeint: ${mend.de}.` : ''}`,
        `“${name}” does not fit: ${issue.message}.${mend ? ` What is meant: ${mend.en}.` : ''}`,
      );
    }),
  );
}
