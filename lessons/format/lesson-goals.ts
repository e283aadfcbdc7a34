import type { Wiring } from '../../device/contract/wiring.ts';
import { blockTypes } from '../blocks/block-types.ts';
import { goalBlocks, goalEvents, goalMatchers, goalSignals } from '../goals/goal-parts.ts';
import type { GoalCheck } from '../goals/goal-schema.ts';
import { type Matcher, suits } from '../goals/matches.ts';
import { partEvents, partSignalNames } from '../goals/part-signals.ts';
import { findSignal, knowsEvent, knowsSignal } from '../goals/signals.ts';
import { type LessonProblem, lessonProblem } from './lesson-problem.ts';
import type { LessonText } from './lesson-text.ts';
import type { LocatedDocument } from './located-document.ts';

type Place = Parameters<typeof lessonProblem>[0];
type Goals = Readonly<Record<string, GoalCheck>>;

/** What is wrong with how goals are checked: signals and events that the wiring has not, block types that do not exist. */
export function checkGoalMeanings(document: LocatedDocument, goals: Goals, wiring: Wiring): LessonProblem[] {
  return Object.entries(goals).flatMap(([id, check]) => {
    const place = (name: string) => {
      const line = document.lineOf(['goals', id, ...(pathTo(check, name) ?? [])]);
      return { file: document.file, line };
    };
    return [
      ...goalSignals(check)
        .filter((name) => !knowsSignal(name, wiring))
        .map((name) => unknownSignal(place(name), id, name, partSignalNames, wiring)),
      ...goalEvents(check)
        .filter((name) => !knowsEvent(name, wiring))
        .map((name) => unknownSignal(place(name), id, name, partEvents, wiring)),
      ...goalMatchers(check)
        .filter(({ signal, matcher }) => {
          const found = findSignal(signal, wiring);
          return found && !suits(found, matcher);
        })
        .map(({ signal, matcher }) => matcherUnfit(place(signal), id, signal, matcher)),
      ...goalBlocks(check)
        .filter((name) => !blockTypes.some((known) => known === name))
        .map((name) => unknownBlock(place(name), id, name)),
    ];
  });
}

/** Where a name stands in a check, as a key or as a value. */
function pathTo(value: unknown, name: string): PropertyKey[] | undefined {
  if (value === name) return [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const path = key === name ? [] : pathTo(inner, name);
    if (path) return [key, ...path];
  }
  return undefined;
}

function unknownBlock(place: Place, goal: string, name: string): LessonProblem {
  return lessonProblem(
    place,
    'lesson-block-unknown',
    `Das Ziel „${goal}“ nennt den Block „${name}“, den es nicht gibt. Nehmen Sie einen aus docs/language.md.`,
    `The goal “${goal}” names the block “${name}”, which does not exist. Choose one from docs/language.md.`,
  );
}

function matcherUnfit(place: Place, goal: string, signal: string, matcher: Matcher): LessonProblem {
  const given = typeof matcher === 'object' ? JSON.stringify(matcher) : String(matcher);
  return lessonProblem(
    place,
    'lesson-condition-unfit',
    `Im Ziel „${goal}“ kann „${signal}“ nie „${given}“ sein, oder ist es immer. Nehmen Sie on oder off, eine Zahl oder { min, max }, wie docs/goals.md es sagt.`,
    `In the goal “${goal}”, “${signal}” can never be “${given}”, or is so always. Use on or off, a number or { min, max }, as docs/goals.md says.`,
  );
}

/** @param namesOf what a part of a type has of the kind. */
function unknownSignal(
  place: Place,
  goal: string,
  name: string,
  namesOf: (type: string) => readonly string[],
  wiring: Wiring,
): LessonProblem {
  const [id] = name.split('.');
  const part = wiring.parts.find((one) => one.id === id);
  if (!part) {
    return lessonProblem(
      place,
      'lesson-part-not-wired',
      `Das Ziel „${goal}“ nennt das Teil „${id}“, das nicht verkabelt ist. Nehmen Sie eines der Teile aus wiring: ${idsOf(wiring)}.`,
      `The goal “${goal}” names the part “${id}”, which is not wired. Choose one of the parts under wiring: ${idsOf(wiring)}.`,
    );
  }
  const all = namesOf(part.type).map((one) => `${id}.${one}`);
  return lessonProblem(
    place,
    'lesson-signal-unknown',
    `Das Ziel „${goal}“ fragt nach „${name}“, aber das hat das Teil nicht. ${all.length > 0 ? `Es hat: ${all.join(', ')}.` : 'Nehmen Sie ein anderes Teil.'}`,
    `The goal “${goal}” asks for “${name}”, but the part has no such thing. ${all.length > 0 ? `It has: ${all.join(', ')}.` : 'Choose another part.'}`,
  );
}

/** The ids of the wired parts, in one line. */
export function idsOf(wiring: Wiring): string {
  return wiring.parts.map((part) => part.id).join(', ');
}

/** What is wrong with where goals stand: each of lesson.yml has words, once, in one step, the same in both languages. */
export function checkGoalPlaces(
  document: LocatedDocument,
  goals: Goals,
  texts: readonly { file: string; text: LessonText }[],
): LessonProblem[] {
  const problems: LessonProblem[] = [];
  const steps = new Map<string, number>();
  for (const { file, text } of texts) {
    const seen = new Set<string>();
    for (const { id, line, step } of text.fences.goals) {
      if (!Object.hasOwn(goals, id)) problems.push(goalUnknown({ file, line }, id));
      else if (seen.has(id)) problems.push(goalTwice({ file, line }, id));
      else if ((steps.get(id) ?? step) !== step)
        problems.push(goalElsewhere({ file, line }, id, steps.get(id)!));
      seen.add(id);
      if (!steps.has(id)) steps.set(id, step);
    }
    for (const id of Object.keys(goals)) {
      if (seen.has(id)) continue;
      const line = document.lineOf(['goals', id]);
      problems.push(wordsMissing({ file: document.file, line }, id, file));
    }
  }
  return problems;
}

function goalUnknown(place: Place, id: string): LessonProblem {
  return lessonProblem(
    place,
    'lesson-goal-unknown',
    `Das Ziel „${id}“ steht nicht unter goals in lesson.yml. Ergänzen Sie es dort, oder prüfen Sie den Namen.`,
    `The goal “${id}” is not under goals in lesson.yml. Add it there, or check the name.`,
  );
}

function goalTwice(place: Place, id: string): LessonProblem {
  return lessonProblem(
    place,
    'lesson-goal-twice',
    `Das Ziel „${id}“ steht schon weiter oben. Jedes Ziel gehört zu genau einem Schritt.`,
    `The goal “${id}” stands further up already. Each goal belongs to exactly one step.`,
  );
}

function goalElsewhere(place: Place, id: string, step: number): LessonProblem {
  return lessonProblem(
    place,
    'lesson-goal-step',
    `Das Ziel „${id}“ steht auf Deutsch in Schritt ${step}. Setzen Sie es hier in denselben Schritt.`,
    `In German the goal “${id}” is in step ${step}. Put it into the same step here.`,
  );
}

function wordsMissing(place: Place, id: string, file: string): LessonProblem {
  return lessonProblem(
    place,
    'lesson-goal-words-missing',
    `Das Ziel „${id}“ hat in ${file} keine Worte. Setzen Sie dort „\`\`\`goal ${id}“ in einen Schritt.`,
    `The goal “${id}” has no words in ${file}. Put “\`\`\`goal ${id}” into a step there.`,
  );
}
