import type { Quiz } from './lesson-view.ts';
import type { LessonMarkdown } from './markdown.ts';
import type { Refuse } from './text-problems.ts';

const answerLine = /^[-*+] \[([ xX])\] +(\S.*)$/;

/** An answer with the lines of what is said when it is chosen. */
interface Answer {
  readonly text: string;
  readonly right: boolean;
  readonly line: number;
  readonly feedback: string[];
}

/**
 * Reads a `quiz` fence: the question, then `- [x] right answer` and `- [ ] wrong answer`, each with indented lines that
 * are said when it is chosen.
 *
 * @param firstLine the line of the file at which the content begins.
 */
export function readQuiz(
  markdown: LessonMarkdown,
  content: string,
  firstLine: number,
  refuse: Refuse,
): Quiz | undefined {
  const question: string[] = [];
  const answers: Answer[] = [];
  let good = true;
  for (const [index, text] of content.split(/\r?\n/).entries()) {
    const line = firstLine + index;
    const found = answerLine.exec(text);
    const last = answers.at(-1);
    if (found) answers.push({ text: found[2]!, right: found[1] !== ' ', line, feedback: [] });
    else if (!last) question.push(text);
    else if (/^(?: {2,}|\t)\S/.test(text)) last.feedback.push(text.trim());
    else if (text.trim() !== '') {
      good = false;
      refuse(
        line,
        'lesson-quiz-line',
        'Diese Zeile ist keine Antwort. Antworten beginnen mit „- [x] “ oder „- [ ] “; was man dazu sagt, ist um zwei Leerzeichen eingerückt.',
        'This line is no answer. Answers begin with “- [x] ” or “- [ ] ”; what is said about one is indented by two spaces.',
      );
    }
  }
  const faulty = (code: string, de: string, en: string) => {
    good = false;
    refuse(firstLine - 1, code, de, en);
  };
  if (question.join('').trim() === '') {
    faulty(
      'lesson-quiz-question',
      'Der Frage fehlt die Frage. Schreiben Sie sie über die Antworten.',
      'The quiz lacks its question. Write it above the answers.',
    );
  }
  if (answers.length < 2) {
    faulty(
      'lesson-quiz-answers',
      'Eine Frage braucht mindestens zwei Antworten, jede in einer Zeile mit „- [ ] “ oder „- [x] “.',
      'A quiz needs two answers at least, each on a line with “- [ ] ” or “- [x] ”.',
    );
  } else if (!answers.some((answer) => answer.right)) {
    faulty(
      'lesson-quiz-right',
      'Keine Antwort ist richtig. Schreiben Sie vor die richtige „- [x] “.',
      'No answer is right. Write “- [x] ” in front of the right one.',
    );
  }
  if (!good) return undefined;
  return {
    questionHtml: markdown.html(question.join('\n'), firstLine),
    answers: answers.map(({ text, right, line, feedback }) => ({
      html: markdown.inline(text, line),
      right,
      feedbackHtml: feedback.length > 0 ? markdown.inline(feedback.join('\n'), line + 1) : null,
    })),
  };
}
