import type { PartValue } from '../../parts/driver.ts';
import type { Effect } from '../../parts/part.ts';

/** What an isolate must know of a part: names and present values, no drivers, no schemas. */
export interface ProgramPart {
  readonly id: string;
  /** What each command does to the part's values. */
  readonly commands: Readonly<Record<string, Readonly<Record<string, Effect>>>>;
  readonly values: Readonly<Record<string, PartValue>>;
}

/** Whether a part's values are the program's to know: it takes commands. */
export function takesCommands(part: ProgramPart): boolean {
  return Object.keys(part.commands).length > 0;
}
