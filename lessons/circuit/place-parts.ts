import { type Problem, problem } from '../../device/contract/problem.ts';
import { rows } from './breadboard.ts';
import type { PartPlan } from './part-plan.ts';

/** At which row each part begins, by its id, and what could not be as it was asked. */
export interface Placement {
  readonly first: ReadonlyMap<string, number>;
  /** Rows that are still free, from the top. */
  readonly free: readonly number[];
  readonly problems: readonly Problem[];
}

const allRows: readonly number[] = Array.from({ length: rows }, (_, index) => index + 1);

/**
 * Gives each part its rows: first those that the lesson names, then the others from the top, with a row in between
 * where there is room. A row that is named wrongly is a problem, and the part finds another place.
 */
export function placeParts(plans: readonly PartPlan[], asked: Readonly<Record<string, number>>): Placement {
  const taken = new Set<number>();
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  const span = (row: number, height: number) => Array.from({ length: height }, (_, index) => row + index);
  const fits = (row: number, height: number) =>
    row >= 1 && row + height - 1 <= rows && span(row, height).every((one) => !taken.has(one));
  const put = (id: string, row: number, height: number) => {
    first.set(id, row);
    for (const one of span(row, height)) taken.add(one);
  };
  const onBoard = plans.filter(({ height }) => height > 0);
  for (const id of Object.keys(asked)) {
    if (!plans.some(({ part }) => part.id === id)) problems.push(unknownPart(id));
  }
  for (const { part, height } of onBoard) {
    const row = asked[part.id];
    if (row === undefined) continue;
    if (fits(row, height)) put(part.id, row, height);
    else problems.push(noRoomThere(part.id, row, height));
  }
  const waiting = onBoard.filter(({ part }) => !first.has(part.id));
  const inBetween = spread(waiting, taken, 1) ?? spread(waiting, taken, 0);
  for (const { part, height } of waiting) {
    const row = inBetween ? inBetween.get(part.id) : allRows.find((one) => fits(one, height));
    if (row === undefined) problems.push(boardFull(part.id));
    else put(part.id, row, height);
  }
  const free = allRows.filter((row) => !taken.has(row));
  return { first, free, problems };
}

/** First rows for these parts from the top, with a gap of so many rows around each; `null` when they don't all fit. */
function spread(
  plans: readonly PartPlan[],
  taken: ReadonlySet<number>,
  gap: number,
): Map<string, number> | null {
  const used = new Set(taken);
  const first = new Map<string, number>();
  for (const { part, height } of plans) {
    const row = allRows.find((start) => {
      const wanted = Array.from({ length: height + 2 * gap }, (_, index) => start - gap + index);
      return start - gap >= 1 && start + height - 1 <= rows && wanted.every((one) => !used.has(one));
    });
    if (row === undefined) return null;
    for (let one = row; one < row + height; one += 1) used.add(one);
    first.set(part.id, row);
  }
  return first;
}

function unknownPart(id: string): Problem {
  return problem(
    'circuit-part-unknown',
    `„circuit“ nennt das Teil „${id}“, das nicht verkabelt ist. Nehmen Sie es heraus, oder verkabeln Sie es.`,
    `“circuit” names the part “${id}”, which is not wired. Take it out or wire it.`,
  );
}

function noRoomThere(id: string, row: number, height: number): Problem {
  const last = row + height - 1;
  return problem(
    'circuit-row-taken',
    `„circuit“ setzt „${id}“ in die Reihen ${row} bis ${last}, die nicht alle frei sind. Das Steckbrett hat ${rows} Reihen; wählen Sie eine andere Reihe.`,
    `“circuit” puts “${id}” into the rows ${row} to ${last}, which are not all free. The breadboard has ${rows} rows; choose another row.`,
  );
}

function boardFull(id: string): Problem {
  return problem(
    'circuit-full',
    `Für „${id}“ ist auf dem Steckbrett kein Platz mehr. Verkabeln Sie weniger Teile.`,
    `There is no room left for “${id}” on the breadboard. Wire fewer parts.`,
  );
}
