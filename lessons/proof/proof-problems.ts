import { type LessonProblem, lessonProblem } from '../format/lesson-problem.ts';
import type { LessonLanguage } from '../format/lesson-view.ts';
import type { NotYet, Verdict } from '../goals/goal-verdict.ts';

/** A goal that is not reached, with what was seen. */
export type Missed = Extract<Verdict, { reached: false }>;

const seenIn = ({ reason, seen }: Missed, language: LessonLanguage): string =>
  `${reason} (${language === 'de' ? `„${seen.de}“` : `“${seen.en}”`})`;

/** What the proof of a lesson may find, in words; `file` is `01-blink/solution.json`. */
export const proofProblems = {
  blocksRefused: (file: string, reason: string): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-blocks-refused',
      `Blockly nimmt diese Blöcke nicht: ${reason}. Bauen Sie sie in der Schülerseite neu, oder prüfen Sie Felder und Lücken.`,
      `Blockly refuses these blocks: ${reason}. Build them anew in the pupils’ page, or check fields and gaps.`,
    ),
  blocksLost: (file: string, where: string, lost: readonly string[]): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-blocks-lost',
      `${where}: Blockly verliert beim Laden ${lost.join(', ')}. Prüfen Sie Namen und Werte der Felder und Lücken.`,
      `${where}: Blockly loses ${lost.join(', ')} on loading. Check the names and values of fields and gaps.`,
    ),
  languagesDiffer: (file: string): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-program-differs',
      'Auf Deutsch und auf Englisch entsteht aus diesen Blöcken nicht dasselbe Programm. Geben Sie Texte und Namen in den Blöcken ausdrücklich an.',
      'These blocks do not give the same program in German and in English. State texts and names in the blocks.',
    ),
  programFailed: (file: string, de: string, en: string): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-program-failed',
      `Das Programm endet mit einem Fehler: ${de} Beheben Sie ihn.`,
      `The program ends with an error: ${en} Mend it.`,
    ),
  playRefused: (file: string, reason: string): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-play-refused',
      `Das Spiel lässt sich nicht spielen: ${reason} Prüfen Sie play.`,
      `The play cannot be played: ${reason} Check play.`,
    ),
  solutionMisses: (file: string, goal: string, missed: Missed): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-goal-missed',
      `Die Lösung erreicht das Ziel „${goal}“ nicht: ${seenIn(missed, 'de')}. Ändern Sie Lösung, play oder Ziel.`,
      `The solution does not reach the goal “${goal}”: ${seenIn(missed, 'en')}. Change the solution, play or the goal.`,
    ),
  solutionByLuck: (file: string, goal: string, missed: Missed): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-goal-by-luck',
      `Die Lösung erreicht das Ziel „${goal}“ nicht immer: mit anderen Zufallszahlen und etwas späteren Händen ${seenIn(missed, 'de')}. Lassen Sie in Ziel oder play mehr Luft.`,
      `The solution does not always reach the goal “${goal}”: with other random numbers and hands a little later, ${seenIn(missed, 'en')}. Leave more room in the goal or in play.`,
    ),
  starterReaches: (file: string, goal: string): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-goal-given',
      `Der Anfang erreicht das Ziel „${goal}“ schon. Nehmen Sie etwas heraus oder fassen Sie das Ziel schärfer.`,
      `The starter reaches the goal “${goal}” already. Take something out, or make the goal stricter.`,
    ),
  wrongReaches: (file: string, wrong: string, goal: string): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-goal-by-accident',
      `Das falsche Programm „${wrong}“ erreicht das Ziel „${goal}“ trotzdem. Fassen Sie das Ziel schärfer.`,
      `The wrong program “${wrong}” reaches the goal “${goal}” all the same. Make the goal stricter.`,
    ),
  wrongReason: (file: string, wrong: string, goal: string, expected: NotYet, missed: Missed): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-wrong-reason',
      `Das falsche Programm „${wrong}“ verfehlt das Ziel „${goal}“ aus einem anderen Grund: erwartet ${expected}, war ${seenIn(missed, 'de')}. Berichtigen Sie fails oder das Programm.`,
      `The wrong program “${wrong}” misses the goal “${goal}” for another reason: expected ${expected}, was ${seenIn(missed, 'en')}. Correct fails or the program.`,
    ),
  tooFewWrong: (file: string, has: number, needed: number): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-wrong-too-few',
      `Es gibt ${has} falsche Programme, nötig sind ${needed}. Schreiben Sie typische Fehler dazu.`,
      `There are ${has} wrong programs, ${needed} are needed. Add typical mistakes.`,
    ),
  goalUntried: (file: string, goal: string): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-goal-untried',
      `Kein falsches Programm verfehlt das Ziel „${goal}“. Schreiben Sie eines dazu, damit feststeht, dass es nicht zufällig gelingt.`,
      `No wrong program misses the goal “${goal}”. Add one, so that it is certain that it is not reached by accident.`,
    ),
  notOffered: (file: string, step: string, type: string): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-block-not-offered',
      `Schritt „${step}“ zeigt den Block „${type}“, den der Werkzeugkasten dort noch nicht hat. Nehmen Sie ihn früher in toolbox von lesson.yml auf.`,
      `Step “${step}” shows the block “${type}”, which the toolbox does not have there yet. Add it earlier to toolbox in lesson.yml.`,
    ),
  goalOutOfReach: (file: string, goal: string, types: readonly string[]): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-goal-out-of-reach',
      `Das Ziel „${goal}“ verlangt ${types.join(' oder ')}; der Werkzeugkasten hat das in seinem Schritt noch nicht. Nehmen Sie es früher in toolbox auf.`,
      `The goal “${goal}” asks for ${types.join(' or ')}, which the toolbox does not have in its step yet. Add it earlier to toolbox.`,
    ),
  stepsDiffer: (file: string, step: string, de: string, en: string): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-languages-differ',
      `Schritt „${step}“: Deutsch hat ${de}, Englisch ${en}. Gleichen Sie beide an.`,
      `Step “${step}”: German has ${de}, English ${en}. Make them alike.`,
    ),
  circuitProblem: (file: string, de: string, en: string): LessonProblem =>
    lessonProblem({ file, line: null }, 'lesson-circuit', de, en),
  circuitFault: (file: string, de: string, en: string): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-circuit-fault',
      `So gebaut ginge die Schaltung nicht oder nähme Schaden: ${de}. Ändern Sie wiring oder circuit.`,
      `Built like this, the circuit would not work or take damage: ${en}. Change wiring or circuit.`,
    ),
  linkBroken: (file: string, link: string): LessonProblem =>
    lessonProblem(
      { file, line: null },
      'lesson-link-broken',
      `Der Verweis „${link}“ ist keine Adresse. Schreiben Sie ihn als [Text](https://…).`,
      `The link “${link}” is no address. Write it as [text](https://…).`,
    ),
};
