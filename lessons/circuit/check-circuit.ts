import type { Wiring } from '../../device/contract/wiring.ts';
import { headerPins, pinOfGpio } from '../../device/parts/header.ts';
import type { BoardComponent, Circuit, Place } from './circuit.ts';
import { placeName, stripOf } from './place-name.ts';

/** Something that would not work or would break a part. */
export type CircuitFault =
  | { readonly kind: 'place-taken-twice'; readonly place: string }
  | { readonly kind: 'short'; readonly one: string; readonly other: string }
  | { readonly kind: 'pin-not-reached'; readonly part: string; readonly pin: string }
  | { readonly kind: 'led-without-resistor'; readonly part: string }
  | { readonly kind: 'no-ground'; readonly component: string }
  | { readonly kind: 'five-volts-on-gpio'; readonly gpio: number };

/** Legs that are joined inside a part, whatever it does. */
const joinedLegs: Readonly<Partial<Record<BoardComponent['kind'], readonly (readonly string[])[]>>> = {
  button: [
    ['one', 'oneToo'],
    ['two', 'twoToo'],
  ],
  'level-shifter': [['GND LV', 'GND HV']],
};

/** Pins of modules that give 5 V, or pull their line up to it. */
const fiveVolts: Readonly<Record<string, readonly string[]>> = {
  distance: ['ECHO', 'VCC'],
  lcd: ['SDA', 'SCL', 'VCC'],
  supply: ['+'],
};

/** Follows the current through a circuit and tells what is wrong with it; nothing for a circuit that may be built. */
export function checkCircuit(circuit: Circuit, wiring: Wiring): CircuitFault[] {
  const nets = joinNets(circuit);
  return [
    ...takenTwice(circuit),
    ...shorts(circuit, nets),
    ...notReached(circuit, wiring, nets),
    ...bareLeds(circuit, nets),
    ...ungrounded(circuit, nets),
    ...overVoltage(circuit, nets),
  ];
}

/** The net of a strip, by union of what wires and parts join; resistors and lamps join nothing. */
function joinNets(circuit: Circuit): (place: Place | string) => string {
  const parent = new Map<string, string>();
  const find = (one: string): string => {
    const up = parent.get(one);
    return up === undefined || up === one ? one : find(up);
  };
  const join = (one: string, other: string) => parent.set(find(one), find(other));
  for (const { from, to } of circuit.wires) join(stripOf(from), stripOf(to));
  for (const { kind, legs } of circuit.board) {
    for (const group of joinedLegs[kind] ?? []) {
      const strips = legs.filter(({ name }) => group.includes(name)).map(({ at }) => stripOf(at));
      for (const strip of strips.slice(1)) join(strips[0]!, strip);
    }
  }
  return (place) => find(typeof place === 'string' ? place : stripOf(place));
}

/** Everything that is stuck into something. */
function allEnds(circuit: Circuit): Place[] {
  return [
    ...circuit.board.flatMap(({ legs }) => legs.map(({ at }) => at)),
    ...circuit.wires.flatMap(({ from, to }) => [from, to]),
  ];
}

function takenTwice(circuit: Circuit): CircuitFault[] {
  const names = allEnds(circuit).map(placeName);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((place) => ({ kind: 'place-taken-twice', place }));
}

/** What a pin of the header carries by itself; two of them must never meet. */
function sourceOf(pin: number): string {
  const { kind, gpio } = headerPins[pin - 1]!;
  return kind === 'gpio' ? `GPIO ${gpio}` : kind;
}

function shorts(circuit: Circuit, netOf: (place: Place) => string): CircuitFault[] {
  const sources = new Map<string, string>();
  const faults: CircuitFault[] = [];
  const note = (net: string, source: string) => {
    const other = sources.get(net);
    if (other === undefined) sources.set(net, source);
    else if (other !== source) faults.push({ kind: 'short', one: other, other: source });
  };
  for (const { pin } of headerPins) note(netOf({ kind: 'pin', pin }), sourceOf(pin));
  for (const { id, kind } of circuit.modules) {
    if (kind === 'supply') note(netOf({ kind: 'terminal', component: id, terminal: '+' }), 'supply +');
  }
  // Two ends of one part on one net would bridge it.
  for (const { id, legs } of circuit.board) {
    const joined = circuit.board.find((one) => one.id === id)!;
    for (const [index, leg] of legs.entries()) {
      for (const other of legs.slice(index + 1)) {
        const inside = (joinedLegs[joined.kind] ?? []).some(
          (group) => group.includes(leg.name) && group.includes(other.name),
        );
        if (!inside && netOf(leg.at) === netOf(other.at))
          faults.push({ kind: 'short', one: `${id}.${leg.name}`, other: `${id}.${other.name}` });
      }
    }
  }
  return faults;
}

function notReached(circuit: Circuit, wiring: Wiring, netOf: (place: Place) => string): CircuitFault[] {
  return wiring.parts.flatMap((part) =>
    Object.entries(part.pins).flatMap(([pin, gpio]): CircuitFault[] => {
      const net = netOf({ kind: 'pin', pin: pinOfGpio(gpio).pin });
      const onBoard = circuit.board.some(
        ({ part: owner, legs }) => owner === part.id && legs.some(({ at }) => netOf(at) === net),
      );
      const onModule = circuit.modules.some(
        ({ id, part: owner, terminals }) =>
          owner === part.id &&
          terminals.some(({ name }) => netOf({ kind: 'terminal', component: id, terminal: name }) === net),
      );
      return onBoard || onModule ? [] : [{ kind: 'pin-not-reached', part: part.id, pin }];
    }),
  );
}

function bareLeds(circuit: Circuit, netOf: (place: Place) => string): CircuitFault[] {
  const resistorNets = circuit.board
    .filter(({ kind }) => kind === 'resistor')
    .map(({ legs }) => legs.map(({ at }) => netOf(at)));
  return circuit.board.flatMap(({ kind, part, legs }): CircuitFault[] => {
    if (kind !== 'led' && kind !== 'rgb-led') return [];
    // A single LED has its resistor at either leg; of an RGB LED each colour needs one.
    const lamps = kind === 'led' ? [legs] : legs.filter(({ name }) => name !== 'common').map((leg) => [leg]);
    const guarded = lamps.every((lamp) =>
      lamp.some(({ at }) => {
        const net = netOf(at);
        const throughResistor = resistorNets.some((ends) => ends.includes(net) && ends[0] !== ends[1]);
        const onlyThere = !circuit.wires.some((wire) => netOf(wire.from) === net);
        return throughResistor && onlyThere;
      }),
    );
    return guarded ? [] : [{ kind: 'led-without-resistor', part }];
  });
}

/** All that draws current finds its way back: by a wire, or through a resistor. */
function ungrounded(circuit: Circuit, netOf: (place: Place) => string): CircuitFault[] {
  const ground = netOf({ kind: 'pin', pin: 6 });
  const grounded = (places: readonly Place[]) => places.some((place) => netOf(place) === ground);
  const throughResistor = new Set(
    circuit.board
      .filter(({ kind, legs }) => kind === 'resistor' && grounded(legs.map(({ at }) => at)))
      .flatMap(({ legs }) => legs.map(({ at }) => netOf(at))),
  );
  const fromSupply = netOf({ kind: 'pin', pin: 1 });
  const faults: CircuitFault[] = [];
  for (const { id, kind, legs } of circuit.board) {
    if (kind === 'resistor') continue;
    const places = legs.map(({ at }) => at);
    const commonAnode = kind === 'rgb-led' && places.some((place) => netOf(place) === fromSupply);
    if (!commonAnode && !grounded(places) && !places.some((place) => throughResistor.has(netOf(place))))
      faults.push({ kind: 'no-ground', component: id });
  }
  for (const { id, kind, terminals } of circuit.modules) {
    if (kind === 'sense-hat') continue;
    const places = terminals.map(({ name }): Place => ({ kind: 'terminal', component: id, terminal: name }));
    if (!grounded(places)) faults.push({ kind: 'no-ground', component: id });
  }
  return faults;
}

function overVoltage(circuit: Circuit, netOf: (place: Place) => string): CircuitFault[] {
  const high = new Set([netOf({ kind: 'pin', pin: 2 }), netOf({ kind: 'pin', pin: 4 })]);
  for (const { id, kind, terminals } of circuit.modules) {
    for (const { name } of terminals) {
      if (fiveVolts[kind]?.includes(name))
        high.add(netOf({ kind: 'terminal', component: id, terminal: name }));
    }
  }
  return headerPins.flatMap(({ pin, gpio }): CircuitFault[] =>
    gpio !== undefined && high.has(netOf({ kind: 'pin', pin })) ? [{ kind: 'five-volts-on-gpio', gpio }] : [],
  );
}
