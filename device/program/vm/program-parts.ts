import type { PartValue } from '../../parts/driver.ts';
import type { Effect } from '../../parts/part.ts';

/** What an isolate must know of a part: names and present values, no drivers, no schemas. */
export interface ProgramPart {
  readonly id: string;
  /** What each command does to the part's values. */
  readonly commands: Readonly<Record<string, Readonly<Record<string, Effect>>>>;
  readonly values: Readonly<Record<string, PartValue>>;
}

/**
 * The values of the parts as the program knows them. Parts without commands change by reports of the board;
 * the others change only by the program's own commands, whose effects are known at once.
 */
export class PartValues {
  readonly #parts = new Map<string, { part: ProgramPart; values: Map<string, PartValue> }>();

  constructor(parts: readonly ProgramPart[]) {
    for (const part of parts) {
      this.#parts.set(part.id, { part, values: new Map(Object.entries(part.values)) });
    }
  }

  read(part: string, value: string): PartValue | undefined {
    return this.#parts.get(part)?.values.get(value);
  }

  commanded(part: string, command: string): void {
    const known = this.#parts.get(part);
    if (!known) return;
    for (const [value, effect] of Object.entries(known.part.commands[command] ?? {})) {
      known.values.set(value, 'flip' in effect ? !known.values.get(value) : effect.to);
    }
  }
}

/** Whether a part's values are the program's to know: it takes commands. */
export function takesCommands(part: ProgramPart): boolean {
  return Object.keys(part.commands).length > 0;
}
