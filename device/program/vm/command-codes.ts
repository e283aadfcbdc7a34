import type { ProgramPart } from './program-parts.ts';

interface Command {
  readonly part: string;
  readonly command: string;
}

/** Gives each command of each part a number, so that it crosses the engine's border as one. */
export class CommandCodes {
  /** By code; 0 means no command. */
  readonly #byCode: (Command | undefined)[] = [undefined];
  /** Codes by part and command. */
  readonly table: Readonly<Record<string, Readonly<Record<string, number>>>>;

  constructor(parts: readonly ProgramPart[]) {
    this.table = Object.fromEntries(
      parts.map((part) => [
        part.id,
        Object.fromEntries(
          Object.keys(part.commands).map((command) => [
            command,
            this.#byCode.push({ part: part.id, command }) - 1,
          ]),
        ),
      ]),
    );
  }

  /** `undefined` for a code that no command has. */
  at(code: number): Command | undefined {
    return this.#byCode[code];
  }
}
