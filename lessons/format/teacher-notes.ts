import type { LessonLanguage } from './lesson-language.ts';
import { LessonError } from './lesson-problem.ts';
import { plainText, splitSections } from './lesson-sections.ts';
import { LessonMarkdown, type ShownPicture } from './markdown.ts';
import { type NotesSection, notesHeadings, notesSections } from './notes-sections.ts';
import { problemsOf, refusePictures } from './text-problems.ts';

/** What `teacher.de.md` or `teacher.en.md` says. */
export interface TeacherNotes {
  /** Safe HTML of each section. */
  readonly sections: Readonly<Record<NotesSection, string>>;
  readonly pictures: readonly ShownPicture[];
}

/**
 * Reads the notes for teachers: one `##` for each section, with its heading and in its order.
 *
 * @throws LessonError with each thing to mend, by line.
 */
export function readTeacherNotes(
  file: string,
  text: string,
  language: LessonLanguage,
  lessonId: string,
): TeacherNotes {
  const markdown = new LessonMarkdown(lessonId);
  const { problems, refuse } = problemsOf(file);
  const headings = notesHeadings[language];
  const { sections, before } = splitSections(markdown.parse(text));
  const all = notesSections.map((id) => headings[id]);
  const [first, ...others] = sections;
  if (before.length > 0) {
    refuse(
      1,
      'lesson-notes-text',
      `Hier steht Text vor der ersten Überschrift. Setzen Sie ihn unter „## ${all[0]}“.`,
      `There is text in front of the first heading. Put it below “## ${all[0]}”.`,
    );
  }
  // A title does no harm, as long as nothing stands under it.
  const found = first?.level === 1 && first.body.length === 0 ? others : sections;
  for (const { title, line, level } of found) {
    if (level === 2 && all.includes(title)) continue;
    refuse(
      line,
      'lesson-notes-heading',
      `Die Überschrift „${title}“ gibt es hier nicht. Es gibt, mit „## “ davor: ${all.join(', ')}.`,
      `There is no heading “${title}” here. There are, with “## ” in front: ${all.join(', ')}.`,
    );
  }
  let last = 0;
  const html = notesSections.map((id): [NotesSection, string] => {
    const heading = headings[id];
    const [section, twin] = found.filter(({ title, level }) => title === heading && level === 2);
    if (!section) {
      refuse(
        1,
        'lesson-notes-missing',
        `Der Abschnitt „## ${heading}“ fehlt. Ergänzen Sie ihn.`,
        `The section “## ${heading}” is missing. Add it.`,
      );
      return [id, ''];
    }
    if (plainText(section.body) === '') {
      refuse(
        section.line,
        'lesson-notes-empty',
        `Unter „${heading}“ steht nichts. Ein Satz genügt.`,
        `There is nothing below “${heading}”. One sentence will do.`,
      );
    }
    if (twin || section.line < last) {
      refuse(
        twin?.line ?? section.line,
        'lesson-notes-order',
        `„${heading}“ steht ${twin ? 'zweimal da' : 'an der falschen Stelle'}. Die Reihenfolge ist: ${all.join(', ')}.`,
        `“${heading}” stands ${twin ? 'here twice' : 'in the wrong place'}. The order is: ${all.join(', ')}.`,
      );
    }
    last = section.line;
    return [id, markdown.render(section.body)];
  });
  refusePictures(markdown.unfit, refuse);
  if (problems.length > 0) throw new LessonError(problems);
  return {
    sections: Object.fromEntries(html) as Record<NotesSection, string>,
    pictures: markdown.shown,
  };
}
