import { ProblemError, problem } from '../contract/problem.ts';
import type { SimulatedDriver } from './simulated-context.ts';
import { type WiredDriver, wiredPart } from './wired-parts.ts';

/** {@link import('../boards/board.ts').SimulatedInputs.input} on the simulated parts of a board. */
export function workInput(
  parts: ReadonlyMap<string, WiredDriver<SimulatedDriver>>,
  part: string,
  input: string,
  value: number | undefined,
): void {
  const { definition, driver } = wiredPart(parts, part);
  const known = Object.hasOwn(definition.inputs, input) ? definition.inputs[input] : undefined;
  const act = driver.inputs[input];
  if (!known || !act) {
    throw new ProblemError(
      problem(
        'input-unknown',
        `Mit „${part}“ kann man das nicht tun. Nimm ein Teil, das fühlt oder sich drücken lässt.`,
        `“${part}” can’t be worked like this. Use a part that senses or can be pressed.`,
      ),
    );
  }
  if (known.type === 'action') {
    act(0);
    return;
  }
  if (value === undefined || !Number.isFinite(value)) {
    throw new ProblemError(
      problem(
        'input-invalid',
        `„${part}“ braucht hier eine Zahl von ${known.min} bis ${known.max}.`,
        `“${part}” needs a number from ${known.min} to ${known.max} here.`,
      ),
    );
  }
  act(Math.min(known.max, Math.max(known.min, value)));
}
