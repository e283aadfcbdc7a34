import * as z from 'zod/mini';

/** Codes of many things in an address, which must not get too long: `K1-30` stands for thirty. */

/** So many labels are printed at once at most. */
export const mostLabels = 1000;

/** Codes and runs of them, in their order. */
export const codeRunsSchema = z
  .array(z.string().check(z.regex(/^[KBPT][1-9]\d{0,5}(-[1-9]\d{0,5})?$/)))
  .check(z.minLength(1), z.maxLength(mostLabels));

/** Codes as runs, each as long as their order allows. */
export function runsOfCodes(codes: readonly string[]): string[] {
  const runs: { letter: string; first: number; last: number }[] = [];
  for (const code of codes) {
    const [letter, number] = [code.slice(0, 1), Number(code.slice(1))];
    const run = runs.at(-1);
    if (run && run.letter === letter && run.last + 1 === number) run.last = number;
    else runs.push({ letter, first: number, last: number });
  }
  return runs.map(({ letter, first, last }) => `${letter}${first}${last > first ? `-${last}` : ''}`);
}

/** The codes that runs stand for; null: more than `mostLabels`, or a run that goes backwards. */
export function codesOfRuns(runs: readonly string[]): string[] | null {
  const codes: string[] = [];
  for (const run of runs) {
    const [first = '', end] = run.split('-');
    const [from, to] = [Number(first.slice(1)), Number(end ?? first.slice(1))];
    if (to < from || codes.length + to - from + 1 > mostLabels) return null;
    for (let number = from; number <= to; number += 1) codes.push(`${first.slice(0, 1)}${number}`);
  }
  return codes;
}
