import type { Board } from '../boards/board.ts';
import { ProblemError } from '../contract/problem.ts';
import { partCatalog } from '../parts/catalog.ts';
import { checkCommand } from '../parts/wired-parts.ts';

interface Told {
  readonly command: string;
  readonly args: readonly unknown[];
}

/**
 * A board's commands as a program gives them. While the program stands still, parts that move or sound do not
 * (`PartDefinition.quietWhilePaused`); they do again what they were told last when it goes on.
 */
export class QuietParts {
  readonly #board: Board;
  readonly #told = new Map<string, Told>();
  #paused = false;

  constructor(board: Board) {
    this.#board = board;
  }

  /** @throws ProblemError as `Board.command`. */
  command(part: string, command: string, args: readonly unknown[]): void {
    const definition = this.#definition(part);
    if (!definition?.quietWhilePaused) {
      this.#board.command(part, command, args);
      return;
    }
    if (this.#paused) {
      const checked = checkCommand(part, definition, command, args);
      if ('refusal' in checked) throw new ProblemError(checked.refusal);
    } else this.#board.command(part, command, args);
    this.#told.set(part, { command, args });
  }

  /** The program stands still. @throws ProblemError as `Board.command`. */
  pause(): void {
    this.#paused = true;
    for (const part of this.#told.keys()) {
      const quiet = this.#definition(part)?.quietWhilePaused;
      if (quiet) this.#board.command(part, quiet, []);
    }
  }

  /** It goes on. @throws ProblemError as `Board.command`. */
  resume(): void {
    this.#paused = false;
    for (const [part, { command, args }] of this.#told) this.#board.command(part, command, args);
  }

  #definition(part: string) {
    const wired = this.#board.wiring.parts.find(({ id }) => id === part);
    return wired && partCatalog.get(wired.type);
  }
}
