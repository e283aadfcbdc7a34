import { type Problem, ProblemError, problem } from '../contract/problem.ts';
import type { PartDriver, PartValue } from './driver.ts';
import type { PartDefinition } from './part.ts';

/** A part on a board: what it is, and what works it. */
export interface WiredDriver<Driver extends PartDriver = PartDriver> {
  readonly definition: PartDefinition;
  readonly driver: Driver;
}

/** The refusal when a program names a part that the wiring has not. */
export function partNotWired(part: string): Problem {
  return problem(
    'part-not-wired',
    `Das Teil „${short(part)}“ ist nicht angeschlossen. Nimm ein Teil, das auf der Platine zu sehen ist.`,
    `The part “${short(part)}” is not connected. Use a part that you can see on the board.`,
  );
}

/** What becomes of a command: its arguments as the definition reads them, or why it is refused. */
type CheckedCommand = { readonly args: readonly unknown[] } | { readonly refusal: Problem };

/** Whether a part takes this command with these arguments. Codes: `command-unknown`, `argument-invalid`. */
export function checkCommand(
  part: string,
  definition: PartDefinition,
  command: string,
  args: readonly unknown[],
): CheckedCommand {
  const known = Object.hasOwn(definition.commands, command) ? definition.commands[command] : undefined;
  if (!known) {
    return {
      refusal: problem(
        'command-unknown',
        `„${part}“ kann nicht „${short(command)}“. Nimm einen anderen Block.`,
        `“${part}” can’t do “${short(command)}”. Use another block.`,
      ),
    };
  }
  const checked = known.args.safeParse(args);
  if (checked.success) return { args: checked.data };
  return {
    refusal: problem(
      'argument-invalid',
      `„${part}“ kann mit dieser Angabe bei „${command}“ nichts anfangen. Prüfe den Wert im Block.`,
      `“${part}” can’t use this value for “${command}”. Check the value in the block.`,
      checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    ),
  };
}

/** Whether a part has this value; `undefined` when it does. Code: `value-unknown`. */
export function valueProblem(part: string, definition: PartDefinition, value: string): Problem | undefined {
  if (Object.hasOwn(definition.values, value)) return undefined;
  return problem(
    'value-unknown',
    `„${part}“ hat keinen Wert „${short(value)}“. Nimm einen anderen Block.`,
    `“${part}” has no value “${short(value)}”. Use another block.`,
  );
}

/** {@link import('../boards/board.ts').Board.command} on the parts of a board. */
export function commandPart(
  parts: ReadonlyMap<string, WiredDriver>,
  part: string,
  command: string,
  args: readonly unknown[],
): void {
  const { definition, driver } = wiredPart(parts, part);
  const checked = checkCommand(part, definition, command, args);
  if ('refusal' in checked) throw new ProblemError(checked.refusal);
  // The definition's schema has just checked what the driver's signature says.
  const act = driver.commands[command] as ((...args: readonly unknown[]) => void) | undefined;
  act?.(...checked.args);
}

/** {@link import('../boards/board.ts').Board.read} on the parts of a board. */
export function readPart(parts: ReadonlyMap<string, WiredDriver>, part: string, value: string): PartValue {
  const { definition, driver } = wiredPart(parts, part);
  const refusal = valueProblem(part, definition, value);
  const read = driver.values[value];
  if (refusal || !read) throw new ProblemError(refusal ?? partNotWired(part));
  return read();
}

/** @throws ProblemError `part-not-wired`. */
export function wiredPart<Driver extends PartDriver>(
  parts: ReadonlyMap<string, WiredDriver<Driver>>,
  part: string,
): WiredDriver<Driver> {
  const found = parts.get(part);
  if (!found) throw new ProblemError(partNotWired(part));
  return found;
}

/** Names come from programs and may be of any length; a sentence for people shows their beginning. */
function short(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}
