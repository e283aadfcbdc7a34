import { type LessonProblem, lessonProblem } from './lesson-problem.ts';
import type { UnfitPicture } from './markdown.ts';

/** Notes what is wrong with a text, by the line of its file. */
export type Refuse = (line: number, code: string, de: string, en: string) => void;

/** A list of problems of one file, and how to add to it. */
export function problemsOf(file: string): { problems: LessonProblem[]; refuse: Refuse } {
  const problems: LessonProblem[] = [];
  return {
    problems,
    refuse: (line, code, de, en) => problems.push(lessonProblem({ file, line }, code, de, en)),
  };
}

/** Refuses pictures that cannot be shown. */
export function refusePictures(unfit: readonly UnfitPicture[], refuse: Refuse): void {
  for (const { reason, line } of unfit) {
    if (reason === 'no-words') {
      refuse(
        line,
        'lesson-picture-words-missing',
        'Dem Bild fehlen Worte für die, die es nicht sehen. Schreiben Sie ![was zu sehen ist](datei.png).',
        'The picture lacks words for those who cannot see it. Write ![what is on it](file.png).',
      );
    } else {
      refuse(
        line,
        'lesson-picture-elsewhere',
        'Dieses Bild kann nicht gezeigt werden. Legen Sie es als PNG, JPG oder WebP in den Ordner der Stunde, und schreiben Sie ![was zu sehen ist](datei.png).',
        'This picture cannot be shown. Put it into the lesson’s folder as PNG, JPG or WebP, and write ![what is on it](file.png).',
      );
    }
  }
}
