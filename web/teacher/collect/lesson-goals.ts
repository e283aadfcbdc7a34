import type { LessonView } from '../../../server/api/contract/endpoints.ts';

/** A goal of a lesson, as it stands over a column. */
export interface GoalColumn {
  readonly id: string;
  /** `2.1`: the first goal of the second step. */
  readonly number: string;
  /** What is to be reached, as plain text. */
  readonly text: string;
}

/** A step that has goals. */
export interface StepColumns {
  /** Counted from 1. */
  readonly step: number;
  readonly title: string;
  readonly goals: readonly GoalColumn[];
}

/** The goals of a lesson by its steps; a step without goals is left out. */
export function goalColumns({ steps }: Pick<LessonView, 'steps'>): StepColumns[] {
  return steps
    .map(({ title, goals }, index) => ({
      step: index + 1,
      title,
      goals: goals.map(({ id, html }, place) => ({
        id,
        number: `${index + 1}.${place + 1}`,
        text: plainText(html),
      })),
    }))
    .filter(({ goals }) => goals.length > 0);
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The text of HTML that was made from Markdown. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
      if (decimal) return String.fromCodePoint(Number(decimal));
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
      return named[String(name).toLowerCase()] ?? whole;
    })
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])/g, '$1')
    .trim();
}
