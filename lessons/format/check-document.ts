import { z } from 'zod';
import { LessonError, type LessonProblem, lessonProblem } from './lesson-problem.ts';
import type { LocatedDocument } from './located-document.ts';

/** Says in both languages how a value has to be; by the first key of its path. */
export type Mends = Readonly<Record<string, { readonly de: string; readonly en: string }>>;

type Issue = z.core.$ZodIssue;

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
  const germanIssues = german.error?.issues.flatMap((issue) => narrowed(issue)) ?? [];
  throw new LessonError(
    english.error.issues
      .flatMap((issue) => narrowed(issue))
      .map((issue, index) => invalid(document, issue, germanIssues[index] ?? issue, mends)),
  );
}

function invalid(document: LocatedDocument, issue: Issue, german: Issue, mends: Mends): LessonProblem {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const path = extra[0] === undefined ? issue.path : [...issue.path, extra[0]];
  const mend = mends[String(path[0])];
  const name = path.length > 0 ? path.join('.') : document.file;
  return lessonProblem(
    { file: document.file, line: document.lineOf(path) },
    'lesson-invalid',
    `„${name}“ passt nicht: ${choices(german) ?? german.message}.${mend ? ` So ist es gemeint: ${mend.de}.` : ''}`,
    `“${name}” does not fit: ${choices(issue) ?? issue.message}.${mend ? ` What is meant: ${mend.en}.` : ''}`,
  );
}

/** The words that a value chooses its kind with, where zod says only that the input is wrong. */
function choices(issue: Issue): string | undefined {
  if (issue.code !== 'invalid_union' || !('options' in issue) || !issue.options) return undefined;
  return issue.options.join(' | ');
}

/**
 * What is wrong in the variant of a union that was most likely meant: the one that fits deepest. Without it, zod says no
 * more than that no variant fits.
 */
function narrowed(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || !('errors' in issue)) return [issue];
  const variants = issue.errors
    .map((errors) =>
      errors.flatMap((error) => narrowed({ ...error, path: [...issue.path, ...error.path] } as Issue)),
    )
    .filter((errors) => errors.length > 0);
  const depth = (errors: readonly Issue[]) => Math.min(...errors.map((error) => error.path.length));
  const best = variants.reduce<Issue[] | undefined>(
    (found, errors) => (found && depth(found) >= depth(errors) ? found : errors),
    undefined,
  );
  return best && depth(best) > issue.path.length ? best : [issue];
}
