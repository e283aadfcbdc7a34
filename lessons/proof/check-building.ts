import type { Wiring } from '../../device/contract/wiring.ts';
import { checkCircuit } from '../circuit/check-circuit.ts';
import { faultText } from '../circuit/fault-wording.ts';
import { layoutCircuit } from '../circuit/layout-circuit.ts';
import { partsInUse } from '../circuit/parts-in-use.ts';
import type { LessonProblem } from '../format/lesson-problem.ts';
import { type Lesson, lessonLanguages } from '../format/lesson-view.ts';
import { proofProblems } from './proof-problems.ts';

/**
 * What is wrong with the circuit that the sheets show: rows that are taken, parts without room on the breadboard, and
 * what would not work or would break a part. Laid out for the whole wiring, and for the parts that each language speaks of.
 */
export function checkBuilding({ folder, views }: Lesson): LessonProblem[] {
  const file = `${folder}/lesson.yml`;
  const wirings = [
    views.de.wiring,
    ...lessonLanguages.map((language) => {
      const { wiring, starter, steps, goals } = views[language];
      return partsInUse(wiring, [starter, steps, goals]);
    }),
  ];
  const found = wirings.flatMap((wiring) => checkOne(file, wiring, views.de.circuit));
  return [...new Map(found.map((problem) => [problem.message.en, problem])).values()];
}

function checkOne(file: string, wiring: Wiring, asked: Readonly<Record<string, number>>): LessonProblem[] {
  const rows = Object.fromEntries(
    Object.entries(asked).filter(([id]) => wiring.parts.some((part) => part.id === id)),
  );
  const circuit = layoutCircuit(wiring, rows);
  if (circuit.problems.length > 0) {
    return circuit.problems.map(({ message }) => proofProblems.circuitProblem(file, message.de, message.en));
  }
  return checkCircuit(circuit, wiring).map((fault) => {
    const { de, en } = faultText(fault);
    return proofProblems.circuitFault(file, de, en);
  });
}
