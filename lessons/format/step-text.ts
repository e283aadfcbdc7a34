import type { Token } from 'markdown-it';
import { NotationError, type ReadBlocks, readBlocksWithLines } from './block-notation.ts';
import { lineOf, type Section } from './lesson-sections.ts';
import type { LessonStep, StepGoal, StepPiece } from './lesson-view.ts';
import type { LessonMarkdown } from './markdown.ts';
import { readQuiz } from './quiz-text.ts';
import type { Refuse } from './text-problems.ts';

/** A step's words, before the loader adds the toolbox. */
export type StepText = Omit<LessonStep, 'toolbox'> & {
  /** The line of its heading. */
  readonly line: number;
};

/** What the loader has to check of the fences: by the line of the file. */
export interface Fences {
  readonly goals: { readonly id: string; readonly line: number; readonly step: number }[];
  /** `line`: where the notation begins. */
  readonly blocks: (ReadBlocks & { readonly line: number })[];
}

/** Everything that reading a step needs. */
export interface StepReader {
  readonly markdown: LessonMarkdown;
  readonly refuse: Refuse;
  readonly fences: Fences;
  /** The file's lines. */
  readonly lines: readonly string[];
}

const kinds = ['blocks', 'quiz', 'goal', 'hint'];

/** Reads a step: what its text and its fences say, and what of it is always shown. */
export function readStep(reader: StepReader, { title, line, body }: Section, step: number): StepText {
  const { markdown, refuse, fences } = reader;
  const caption: StepPiece[] = [];
  const hint: StepPiece[] = [];
  const goals: StepGoal[] = [];
  let text: Token[] = [];
  let behindFence = false;
  let inHint = false;
  const flush = () => {
    if (text.length > 0) (inHint ? hint : caption).push({ kind: 'text', html: markdown.render(text) });
    text = [];
  };
  for (const token of body) {
    if (token.type !== 'fence' || token.level > 0) {
      if (behindFence) inHint = true;
      if (token.type === 'fence' && kinds.includes(kindOf(token))) refuseNested(lineOf(token), refuse);
      text.push(token);
      continue;
    }
    flush();
    behindFence = true;
    if (!isClosed(token, reader.lines)) {
      refuseOpen(token, refuse);
      continue;
    }
    const at = lineOf(token) + 1;
    switch (kindOf(token)) {
      case 'hint':
        inHint = true;
        hint.push(...readHint(reader, token));
        break;
      case 'blocks':
        (inHint ? hint : caption).push(...readPicture(reader, token.content, at));
        break;
      case 'quiz': {
        const quiz = readQuiz(markdown, token.content, at, refuse);
        if (quiz) caption.push({ kind: 'quiz', quiz });
        break;
      }
      case 'goal': {
        const goal = readGoal(reader, token);
        if (!goal) break;
        goals.push(goal);
        fences.goals.push({ id: goal.id, line: lineOf(token), step });
        break;
      }
      default:
        refuseUnknown(token, refuse);
    }
  }
  flush();
  if (caption[0]?.kind !== 'text' || title === '') {
    refuse(
      line,
      'lesson-step-empty',
      'Dieser Schritt braucht eine Überschrift und einen Satz darunter.',
      'This step needs a heading and a sentence below it.',
    );
  }
  return { title, caption, hint, goals, line };
}

/** The content of a hint: text and pictures of blocks. */
function readHint(reader: StepReader, fence: Token): StepPiece[] {
  const { markdown, refuse } = reader;
  const first = lineOf(fence) + 1;
  const pieces: StepPiece[] = [];
  let text: Token[] = [];
  const flush = () => {
    if (text.length > 0) pieces.push({ kind: 'text', html: markdown.render(text) });
    text = [];
  };
  const tokens = markdown.parse(fence.content, first);
  for (const token of tokens) {
    const line = first + (token.map?.[0] ?? 0);
    const top = token.type === 'fence' && token.level === 0;
    const closed = token.type !== 'fence' || isClosed(token, fence.content.split(/\r?\n/));
    if (top && closed && kindOf(token) === 'blocks') {
      flush();
      pieces.push(...readPicture(reader, token.content, line + 1));
    } else if (token.type === 'fence' && (!closed || kinds.includes(kindOf(token)))) {
      refuseNested(line, refuse);
    } else {
      text.push(token);
    }
  }
  flush();
  if (pieces.length === 0) {
    refuse(
      first - 1,
      'lesson-hint-empty',
      'Dieser Tipp ist leer. Schreiben Sie etwas hinein, oder streichen Sie den Kasten.',
      'This hint is empty. Write something into it, or take the fence out.',
    );
  }
  return pieces;
}

function readPicture({ fences, refuse }: StepReader, content: string, line: number): StepPiece[] {
  try {
    const read = readBlocksWithLines(content);
    fences.blocks.push({ ...read, line });
    if (read.lines.size > 0) return [{ kind: 'blocks', blocks: read.blocks }];
    refuse(
      line - 1,
      'lesson-blocks-empty',
      'In diesem Kasten steht kein Block. Schreiben Sie einen hinein, oder streichen Sie den Kasten.',
      'There is no block in this fence. Write one into it, or take the fence out.',
    );
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
    refuse(line + error.line - 1, 'lesson-notation', error.de, error.en);
  }
  return [];
}

function readGoal({ markdown, refuse }: StepReader, fence: Token): StepGoal | undefined {
  const line = lineOf(fence);
  const id = fence.info.trim().slice('goal'.length).trim();
  if (!/^[a-z0-9-]+$/.test(id)) {
    refuse(
      line,
      'lesson-goal-id',
      'Hinter „```goal“ steht die id des Ziels aus lesson.yml: ```goal blinkt.',
      'Behind “```goal” stands the goal’s id of lesson.yml: ```goal blinks.',
    );
    return undefined;
  }
  const tokens = markdown.parse(fence.content, line + 1);
  const paragraphs = tokens.filter((token) => token.type === 'inline' && token.level === 1);
  if (paragraphs.length < 1 || paragraphs.length > 2 || tokens.length !== 3 * paragraphs.length) {
    refuse(
      line,
      'lesson-goal-words',
      `Das Ziel „${id}“ braucht einen Satz, was erreicht werden soll, und höchstens einen Absatz mit einem Tipp dahinter.`,
      `The goal “${id}” needs a sentence that says what to reach, and one paragraph with a tip behind it at most.`,
    );
    return undefined;
  }
  const [what, tip] = paragraphs.map((paragraph) => markdown.render([paragraph]));
  return { id, html: what!, tipHtml: tip ?? null };
}

/** The first word behind the fence's signs. */
function kindOf(token: Token): string {
  const info = token.info.trim();
  return /^goal(?:\s|$)/.test(info) ? 'goal' : info;
}

/** Whether a fence ends before its text does. */
function isClosed(token: Token, lines: readonly string[]): boolean {
  const [from = 0, to = 0] = token.map ?? [];
  const last = lines[to - 1]?.trim() ?? '';
  return to - 1 > from && last.length >= token.markup.length && /^(?:`+|~+)$/.test(last);
}

function refuseOpen(token: Token, refuse: Refuse): void {
  refuse(
    lineOf(token),
    'lesson-fence-open',
    `Der Kasten „\`\`\`${kindOf(token)}“ hört nicht auf. Setzen Sie \`\`\` in die Zeile dahinter, und öffnen Sie darin keinen zweiten.`,
    `The fence “\`\`\`${kindOf(token)}” does not end. Put \`\`\` on the line behind it, and open no second one inside.`,
  );
}

function refuseNested(line: number, refuse: Refuse): void {
  refuse(
    line,
    'lesson-fence-nested',
    'Dieser Kasten steckt in einem anderen, in einer Liste oder einem Zitat. Setzen Sie ihn an den Zeilenanfang, hinter das andere.',
    'This fence is inside another, a list or a quotation. Put it at the beginning of a line, behind the other.',
  );
}

function refuseUnknown(token: Token, refuse: Refuse): void {
  refuse(
    lineOf(token),
    'lesson-fence-unknown',
    `Den Kasten „\`\`\`${kindOf(token)}“ gibt es nicht. Es gibt: blocks, quiz, goal und hint.`,
    `There is no fence “\`\`\`${kindOf(token)}”. There are: blocks, quiz, goal and hint.`,
  );
}
