import { pinOfGpio } from '../../device/parts/header.ts';
import { halfOf, type RailName, railRows } from './breadboard.ts';
import type { Net, Place, Wire, WireColour } from './circuit.ts';
import type { PartPlan } from './part-plan.ts';
import { lineColours, rarest } from './wire-colours.ts';

/** A wire with the part that it belongs to; `null`: a supply or a bus that several parts share. */
export interface RoutedWire extends Wire {
  readonly part: string | null;
}

export interface Routing {
  readonly wires: readonly RoutedWire[];
  readonly rails: Readonly<Partial<Record<RailName, '3v3' | '5v' | 'gnd'>>>;
}

/** An end of a net, with the row near which its wire to a rail should meet the rail. */
interface End {
  readonly place: Place;
  readonly part: string;
  readonly near: number;
}

/** Pins of the header for supplies and buses; ground is the pin that all guides name. */
const sharedPins: Readonly<Record<Net, number>> = {
  gnd: 6,
  '3v3': 1,
  '5v': 2,
  sda: 3,
  scl: 5,
  mosi: 19,
  miso: 21,
  sclk: 23,
  ce0: 24,
};

const fixedColours: Readonly<Record<Net, WireColour>> = lineColours;

/** Holes of a shared row for the wires that leave it; `f` is where the Pi's arrives. Modules lie at this side. */
const hubColumns = ['g', 'h', 'i', 'j'] as const;

/**
 * Finds the wires between the header, the rails and the parts. A net with one end gets a wire of its own from its pin;
 * supplies with several ends get a rail, signals with several ends a free row. Each hole and each pin bears one wire.
 *
 * @param first the first row of each part in the breadboard.
 * @param free rows that no part takes, from the top.
 * @param supply the terminals of a 5 V supply that stands in for the Pi's 5 V pin.
 * @param colours of the pins' wires, by GPIO.
 */
export function routeWires(
  plans: readonly PartPlan[],
  first: ReadonlyMap<string, number>,
  free: readonly number[],
  supply: { plus: Place; minus: Place } | null,
  colours: ReadonlyMap<number, WireColour>,
): Routing {
  const nets = collectEnds(plans, first);
  if (supply) nets.set('gnd', [{ place: supply.minus, part: '', near: 28 }, ...(nets.get('gnd') ?? [])]);
  const colourOf = chooseColours([...nets.keys()], colours);
  const shared: RoutedWire[] = [];
  const own: RoutedWire[] = [];
  const rails: Partial<Record<RailName, '3v3' | '5v' | 'gnd'>> = {};
  const railHole = railHoles(plans, first);
  // From below, so that shared rows stay clear of the parts, which begin at the top.
  const freeRows = [...free];
  const wire = (net: Net, part: string | null, from: Place, to: Place) => {
    const id = `wire-${shared.length + own.length + 1}`;
    (part ? own : shared).push({ id, net, part: part || null, from, to, colour: colourOf(net) });
  };

  const ground = nets.get('gnd') ?? [];
  const direct = resistorRails(plans, first);
  const groundLeft = direct.length > 0 || ground.some(({ place }) => sideOf(place) === 'left');
  const groundRight = ground.some(({ place }) => sideOf(place) === 'right');
  const alone = !groundLeft && ground.length === 1 && ground[0]!.place.kind === 'terminal';
  if (!alone) {
    const sides = [
      ...(groundLeft ? ['left-minus' as const] : []),
      ...(groundRight ? ['right-minus' as const] : []),
    ];
    for (const rail of sides) rails[rail] = 'gnd';
    if (sides[0]) wire('gnd', null, pin(sharedPins.gnd!), railHole(sides[0], 2));
    if (sides[1]) wire('gnd', null, railHole(sides[0]!, 30), railHole(sides[1], 30));
  }
  const crowded5 = (nets.get('5v') ?? []).length > 1;
  for (const [net, ends] of nets) {
    if (net === 'gnd') {
      if (alone) wire(net, ends[0]!.part, pin(sharedPins.gnd!), ends[0]!.place);
      else
        for (const { place, part, near } of ends)
          wire(net, part, railHole(sideOf(place) === 'left' ? 'left-minus' : 'right-minus', near), place);
      continue;
    }
    const number = pinOfNet(net);
    if (number === undefined) {
      if (ends.length === 2) wire(net, ends[0]!.part, ends[0]!.place, ends[1]!.place);
      continue;
    }
    const source = net === '5v' && supply ? supply.plus : pin(number);
    if (ends.length === 1) {
      wire(net, ends[0]!.part, source, ends[0]!.place);
    } else if (net === '5v' || net === '3v3') {
      const rail = net === '3v3' && crowded5 ? 'left-plus' : 'right-plus';
      rails[rail] = net;
      wire(net, null, source, railHole(rail, 2));
      for (const { place, part, near } of ends) wire(net, part, railHole(rail, near), place);
    } else {
      spread(net, source, ends);
    }
  }
  const linkOf = ({ net, part }: RoutedWire) =>
    plans.find((plan) => plan.part.id === part)?.links.findIndex((link) => link.net === net) ?? 0;
  own.sort((one, other) => linkOf(one) - linkOf(other));
  return { wires: [...shared, ...own].map(mindDirection), rails };

  /** Joins several ends in a row that no part takes; more than a row bears go on in the next. */
  function spread(net: Net, source: Place, ends: readonly End[]): void {
    const row = freeRows.pop();
    if (row === undefined) return;
    const at = (column: 'f' | (typeof hubColumns)[number]): Place => ({ kind: 'hole', column, row });
    wire(net, null, source, at('f'));
    const all = ends.length <= hubColumns.length;
    const here = all ? ends : ends.slice(0, hubColumns.length - 1);
    here.forEach(({ place, part }, index) => {
      wire(net, part, at(hubColumns[index]!), place);
    });
    if (!all) spread(net, at('j'), ends.slice(hubColumns.length - 1));
  }
}

const pin = (number: number): Place => ({ kind: 'pin', pin: number });

function pinOfNet(net: Net): number | undefined {
  return net.startsWith('gpio') ? pinOfGpio(Number(net.slice(4))).pin : sharedPins[net];
}

/** Modules lie at the right of the breadboard. */
function sideOf(place: Place): 'left' | 'right' {
  return place.kind === 'hole' ? halfOf(place.column) : 'right';
}

/** Sentences begin at a hole of the breadboard, or at the Pi, and end at a rail or a module. */
function mindDirection(wire: RoutedWire): RoutedWire {
  const order = { pin: 0, hole: 1, rail: 2, terminal: 3 } as const;
  return order[wire.from.kind] > order[wire.to.kind] ? { ...wire, from: wire.to, to: wire.from } : wire;
}

function collectEnds(plans: readonly PartPlan[], first: ReadonlyMap<string, number>): Map<Net, End[]> {
  const nets = new Map<Net, End[]>();
  const seen = new Set<string>();
  const modules = [...new Set(plans.flatMap((plan) => plan.modules.map(({ key }) => key)))];
  for (const { part, links } of plans) {
    for (const { net, end } of links) {
      let place: Place;
      let near: number;
      if ('module' in end) {
        const id = `${end.module}.${end.terminal}`;
        // A converter that several parts share is wired once.
        if (seen.has(id)) continue;
        seen.add(id);
        place = { kind: 'terminal', component: end.module, terminal: end.terminal };
        near = 4 + ((modules.indexOf(end.module) + 0.5) / modules.length) * 22;
      } else {
        near = (first.get(part.id) ?? 1) + end.row;
        place = { kind: 'hole', column: end.column, row: near };
      }
      nets.set(net, [...(nets.get(net) ?? []), { place, part: part.id, near }]);
    }
  }
  return nets;
}

/** Hands out each hole of a rail once, the nearest that is free; resistors have chosen theirs before. */
function railHoles(plans: readonly PartPlan[], first: ReadonlyMap<string, number>) {
  const taken = new Set<string>();
  for (const { place } of resistorRails(plans, first)) taken.add(`${place.rail} ${place.row}`);
  return (rail: RailName, near: number): Place => {
    const row = nearest(near, (one) => !taken.has(`${rail} ${one}`));
    taken.add(`${rail} ${row}`);
    return { kind: 'rail', rail, row };
  };
}

function nearest(near: number, free: (row: number) => boolean): number {
  const rows = railRows.filter(free).sort((one, other) => Math.abs(one - near) - Math.abs(other - near));
  return rows[0] ?? railRows[0]!;
}

/** Where legs that go straight into the minus rail meet it. */
export function resistorRails(
  plans: readonly PartPlan[],
  first: ReadonlyMap<string, number>,
): { key: string; place: { kind: 'rail'; rail: RailName; row: number } }[] {
  const taken = new Set<string>();
  return plans.flatMap(({ part, components }) =>
    components.flatMap(({ suffix, legs }) => {
      const start = first.get(part.id);
      if (start === undefined) return [];
      const other = Object.values(legs).find((one) => typeof one !== 'string');
      return Object.entries(legs).flatMap(([leg, at]) => {
        if (typeof at !== 'string') return [];
        const near = start + (other && typeof other !== 'string' ? other.row : 0);
        const row = nearest(near, (one) => !taken.has(`${at} ${one}`));
        taken.add(`${at} ${row}`);
        return [{ key: `${part.id}${suffix} ${leg}`, place: { kind: 'rail' as const, rail: at, row } }];
      });
    }),
  );
}

/** Supplies and buses have colours of their own, pins those of {@link wireColours}; what runs between parts takes turns. */
function chooseColours(
  nets: readonly Net[],
  pins: ReadonlyMap<number, WireColour>,
): (net: Net) => WireColour {
  const chosen = new Map<Net, WireColour>();
  for (const net of nets) {
    const colour = fixedColours[net] ?? (net.startsWith('gpio') ? pins.get(Number(net.slice(4))) : undefined);
    if (colour) chosen.set(net, colour);
  }
  for (const net of nets) if (!chosen.has(net)) chosen.set(net, rarest([...chosen.values()]));
  return (net) => chosen.get(net) ?? fixedColours[net] ?? 'white';
}
