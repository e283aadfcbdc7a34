import type { Wiring } from '../../../device/contract/wiring.ts';
import type { Circuit } from '../../../lessons/circuit/circuit.ts';
import { placeName } from '../../../lessons/circuit/place-name.ts';
import type { PartTest } from '../../../lessons/wiring-test/part-test.ts';

/** What is built and tested of a circuit, by the keys below: they stay the same as long as the thing stays where it is. */
export interface BuildProgress {
  readonly ticked: readonly string[];
  readonly passed: readonly string[];
}

export const nothingBuilt: BuildProgress = { ticked: [], passed: [] };

/** A key for each step of a circuit: what it puts where. */
export function stepKeys(circuit: Circuit): string[] {
  return circuit.steps.map(({ components, wires }, index) => {
    if (components.length === 0 && wires.length === 0) return index === 0 ? 'begin' : `say-${index}`;
    const parts = [...circuit.board, ...circuit.modules]
      .filter(({ id }) => components.includes(id))
      .map((one) => [one.id, ...('legs' in one ? one.legs.map(({ at }) => placeName(at)) : [])].join(' '));
    const cables = circuit.wires
      .filter(({ id }) => wires.includes(id))
      .map(({ from, to }) => `${placeName(from)}>${placeName(to)}`);
    return [...parts, ...cables].join('+');
  });
}

/** A key for a part's test: a part on other pins is to be tested again. */
export function testKey({ id, part }: Pick<PartTest, 'id' | 'part'>, wiring: Wiring): string {
  const pins = wiring.parts.find((one) => one.id === part)?.pins ?? {};
  return [id, ...Object.values(pins)].join(' ');
}

/** With a key among those of its kind, or without it. */
export function withKey(
  progress: BuildProgress,
  kind: keyof BuildProgress,
  key: string,
  there: boolean,
): BuildProgress {
  const others = progress[kind].filter((one) => one !== key);
  return { ...progress, [kind]: there ? [...others, key] : others };
}

/** The first that is not done after a place, else before it; `null` when all are done. */
export function nextOpen(keys: readonly string[], done: readonly string[], after: number): number | null {
  const open = keys.flatMap((key, index) => (done.includes(key) ? [] : [index]));
  return open.find((index) => index > after) ?? open[0] ?? null;
}
