import type { Circuit } from '../circuit/circuit.ts';
import { stripOf } from '../circuit/place-name.ts';
import type { GuideText } from '../parts/part-guide.ts';

/** One thing to look at when a part does nothing. */
export interface Check {
  readonly text: GuideText;
  /** The step of building that it goes back to, for the place in the drawing; `null`: no place. */
  readonly step: number | null;
}

const another: GuideText = {
  de: 'Immer noch nichts? Nimm ein anderes Teil der gleichen Sorte: Vielleicht ist dieses kaputt.',
  en: 'Still nothing? Take another part of the same kind: this one may be broken.',
};

/** Kinds that work one way round only: the most common slip comes first. */
const oneWay: readonly string[] = ['led', 'rgb-led', 'buzzer'];

/** What to look at when a part does nothing: the likeliest first, then along the current, and another part at last. */
export function checksOf(circuit: Circuit, part: string): Check[] {
  const steps = circuit.steps.map((step, index) => ({ step, index }));
  const own = steps.filter(({ step }) => step.part === part);
  const kindOf = (id: string) => circuit.board.find((one) => one.id === id)?.kind ?? '';
  const turned = own.filter(({ step }) => step.components.some((id) => oneWay.includes(kindOf(id))));
  const wires = own.filter(({ step }) => step.wires.length > 0);
  const rest = own.filter((one) => !turned.includes(one) && !wires.includes(one));
  const supplies = suppliesOf(circuit, part);
  const shared = steps.filter(({ step }) => step.wires.some((id) => supplies.has(id)));
  return [
    ...[...turned, ...wires, ...rest, ...shared].map(({ step, index }) => ({
      text: step.check,
      step: index,
    })),
    { text: another, step: null },
  ];
}

/** The shared wires that lead to a part's own legs and wires, back to the Pi or the supply; by id. */
function suppliesOf(circuit: Circuit, part: string): ReadonlySet<string> {
  const own = new Set(circuit.steps.filter((step) => step.part === part).flatMap((step) => step.wires));
  const shared = new Set(circuit.steps.filter((step) => step.part === null).flatMap((step) => step.wires));
  const reached = new Set([
    ...circuit.board
      .filter((one) => one.part === part)
      .flatMap(({ legs }) => legs.map(({ at }) => stripOf(at))),
    ...circuit.wires.filter(({ id }) => own.has(id)).flatMap(({ from, to }) => [stripOf(from), stripOf(to)]),
  ]);
  const leading = new Set<string>();
  for (let before = -1; before < leading.size; ) {
    before = leading.size;
    for (const { id, from, to } of circuit.wires) {
      if (!shared.has(id)) continue;
      // Wires are told from the Pi's side; those of a supply of its own end at it.
      const leads = reached.has(stripOf(to)) || (to.kind === 'terminal' && reached.has(stripOf(from)));
      if (!leads) continue;
      leading.add(id);
      reached.add(stripOf(from));
    }
  }
  return leading;
}
