import type { PartValue } from '../../parts/driver.ts';
import type { Effect } from '../../parts/part.ts';
import type { ProgramPart } from './program-parts.ts';

/** A command with what it does to the values of its part. */
export interface KnownCommand {
  readonly part: string;
  readonly command: string;
  readonly effects: readonly { readonly value: string; readonly effect: Effect }[];
  readonly values: Map<string, PartValue>;
}

/**
 * The commands of a program's parts, each with a number by which it crosses the engine's border, and the
 * values as the program's own commands leave them: known at once, without asking the board.
 */
export class CommandTable {
  /** By code; 0 means no command. */
  readonly #byCode: (KnownCommand | undefined)[] = [undefined];
  readonly #values = new Map<string, Map<string, PartValue>>();
  /** Codes by part and command. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, number>>>>;

  constructor(parts: readonly ProgramPart[]) {
    this.codes = Object.fromEntries(parts.map((part) => [part.id, this.#add(part)]));
  }

  /** `undefined` for a code that no command has. */
  at(code: number): KnownCommand | undefined {
    return this.#byCode[code];
  }

  /** Notes that a command was given. */
  given({ effects, values }: KnownCommand, args: readonly unknown[]): void {
    for (const { value, effect } of effects) {
      const is = after(effect, values.get(value), args);
      if (is !== undefined) values.set(value, is);
    }
  }

  read(part: string, value: string): PartValue | undefined {
    return this.#values.get(part)?.get(value);
  }

  #add({ id, commands, values: present }: ProgramPart): Record<string, number> {
    const values = new Map(Object.entries(present));
    this.#values.set(id, values);
    return Object.fromEntries(
      Object.entries(commands).map(([command, effects]) => {
        const known = { part: id, command, effects: list(effects), values };
        return [command, this.#byCode.push(known) - 1];
      }),
    );
  }
}

/** The value that an effect leaves; `undefined` for an argument that no value can be. */
function after(
  effect: Effect,
  before: PartValue | undefined,
  args: readonly unknown[],
): PartValue | undefined {
  if ('to' in effect) return effect.to;
  if ('flip' in effect) return !before;
  const given = args[effect.arg];
  if (typeof given === 'boolean' || typeof given === 'string') return given;
  if (typeof given !== 'number' || !Number.isFinite(given)) return undefined;
  const within = Math.min(effect.max ?? Infinity, Math.max(effect.min ?? -Infinity, given));
  return effect.above === undefined ? within : within > effect.above;
}

function list(effects: Readonly<Record<string, Effect>>): KnownCommand['effects'] {
  return Object.entries(effects).map(([value, effect]) => ({ value, effect }));
}
