import type { PartValue } from '../../parts/driver.ts';
import type { Effect } from '../../parts/part.ts';

/** What an isolate must know of a part: names and present values, no drivers, no schemas. */
export interface ProgramPart {
  readonly id: string;
  /** What each command does to the part's values. */
  readonly commands: Readonly<Record<string, Readonly<Record<string, Effect>>>>;
  readonly values: Readonly<Record<string, PartValue>>;
}

/** The names of the values that the part's own commands set: the program knows them first. */
export function commandedValues(part: Pick<ProgramPart, 'commands'>): ReadonlySet<string> {
  return new Set(Object.values(part.commands).flatMap((effects) => Object.keys(effects)));
}

/** The values that only the board can know: what sensors measure. */
export function reportedValues(part: ProgramPart): ProgramPart['values'] {
  const commanded = commandedValues(part);
  return Object.fromEntries(Object.entries(part.values).filter(([name]) => !commanded.has(name)));
}
