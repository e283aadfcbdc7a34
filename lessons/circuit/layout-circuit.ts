import type { Wiring } from '../../device/contract/wiring.ts';
import type { GuideText } from '../parts/part-guide.ts';
import type { BoardComponent, BuildStep, Circuit, ModuleComponent, Place } from './circuit.ts';
import type { PartPlan, PlannedComponent, PlannedModule } from './part-plan.ts';
import { placeName } from './place-name.ts';
import { placeParts } from './place-parts.ts';
import { needsOwnSupply } from './plan-modules.ts';
import { planParts } from './plan-parts.ts';
import { type RoutedWire, resistorRails, routeWires } from './route-wires.ts';
import { wireColours } from './wire-colours.ts';
import { compare, switchOff, wireCheck, wireText } from './wording.ts';

/** A supply of 5 V, where the parts draw more than the Pi may give on. */
const ownSupply: PlannedModule = {
  key: '5v-supply',
  kind: 'supply',
  name: { de: '5-V-Netzteil', en: '5 V supply' },
  at: { de: 'am 5-V-Netzteil', en: 'on the 5 V supply' },
  terminals: [{ name: '+' }, { name: '−' }],
};

/**
 * The circuit of a wiring on a half-size breadboard: where each leg sits, which wires there are, and in which order it
 * is built. It never fails: what does not fit is in `problems`.
 *
 * @param asked the row in which a part begins, 1 to 30, by its id; the others find a place by themselves.
 * @param whole the wiring that this is a part of: its wires keep the colours that they have there.
 */
export function layoutCircuit(
  wiring: Wiring,
  asked: Readonly<Record<string, number>> = {},
  whole: Wiring = wiring,
): Circuit {
  const planned = planParts(wiring);
  const { first, free, problems } = placeParts(planned, asked);
  const plans = planned.filter(({ part, height }) => height === 0 || first.has(part.id));
  const loaded = needsOwnSupply(plans.map(({ part }) => part));
  const modules = new Map(
    [...plans.flatMap((plan) => plan.modules), ...(loaded ? [ownSupply] : [])].map((one) => [one.key, one]),
  );
  const terminal = (name: string): Place => ({ kind: 'terminal', component: ownSupply.key, terminal: name });
  const { wires, rails } = routeWires(
    plans,
    first,
    free,
    loaded ? { plus: terminal('+'), minus: terminal('−') } : null,
    wireColours(whole),
  );
  const railOf = new Map<string, Place>(resistorRails(plans, first).map(({ key, place }) => [key, place]));
  const board = plans.flatMap((plan) =>
    plan.components.map((one) => placed(plan, one, first.get(plan.part.id) ?? 1, railOf)),
  );
  const inBreadboard = ({ kind }: Place) => kind === 'hole' || kind === 'rail';
  return {
    breadboard: board.length > 0 || wires.some(({ from, to }) => inBreadboard(from) || inBreadboard(to)),
    board,
    modules: [...modules.values()].map((one): ModuleComponent => {
      const owner = plans.find((plan) => plan.modules.some(({ key }) => key === one.key));
      return {
        id: one.key,
        kind: one.kind,
        name: one.name,
        part: owner?.part.id ?? '',
        terminals: one.terminals,
        ...(one.print ? { print: one.print } : {}),
      };
    }),
    wires: wires.map(({ part: _part, ...wire }) => wire),
    steps: buildSteps(plans, board, wires, modules),
    rails,
    notes: distinct(plans.flatMap(({ notes }) => notes)),
    problems,
  };
}

function placed(
  { part }: PartPlan,
  { suffix, kind, name, legs, ohms }: PlannedComponent,
  row: number,
  railOf: ReadonlyMap<string, Place>,
): BoardComponent {
  const id = `${part.id}${suffix}`;
  return {
    id,
    kind,
    name,
    part: part.id,
    legs: Object.entries(legs).map(([leg, at]) => ({
      name: leg,
      at:
        typeof at === 'string'
          ? railOf.get(`${id} ${leg}`)!
          : { kind: 'hole', column: at.column, row: row + at.row },
    })),
    ...(part.color ? { color: part.color } : {}),
    ...(ohms === undefined ? {} : { ohms }),
  };
}

function buildSteps(
  plans: readonly PartPlan[],
  board: readonly BoardComponent[],
  wires: readonly RoutedWire[],
  modules: ReadonlyMap<string, PlannedModule>,
): BuildStep[] {
  const step = (
    part: string | null,
    text: GuideText,
    components: string[],
    wireIds: string[],
    check = text,
  ): BuildStep => ({
    part,
    text,
    check,
    components,
    wires: wireIds,
  });
  const wireSteps = (part: string | null) =>
    wires
      .filter((wire) => wire.part === part)
      .map((wire) => step(part, wireText(wire, modules), [], [wire.id], wireCheck(wire, modules)));
  const ready = new Set<string>();
  const steps = [step(null, switchOff, [], []), ...wireSteps(null)];
  for (const { part, components, modules: own } of plans) {
    for (const one of components) {
      const component = board.find(({ id }) => id === `${part.id}${one.suffix}`)!;
      const at = Object.fromEntries(component.legs.map((leg) => [leg.name, placeName(leg.at)]));
      steps.push(step(part.id, one.text(at), [component.id], [], one.check?.(at)));
    }
    for (const one of own) {
      if (ready.has(one.key)) continue;
      ready.add(one.key);
      if (one.text) steps.push(step(part.id, one.text, [one.key], []));
    }
    steps.push(...wireSteps(part.id));
  }
  return [...steps, step(null, compare, [], [])];
}

function distinct(notes: readonly GuideText[]): GuideText[] {
  return [...new Map(notes.map((note) => [note.de, note])).values()];
}
