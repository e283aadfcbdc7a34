import { describe, expect, it } from 'vitest';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { checkCircuit } from '../../../lessons/circuit/check-circuit.ts';
import type { Circuit, Place, Wire } from '../../../lessons/circuit/circuit.ts';
import { layoutCircuit } from '../../../lessons/circuit/layout-circuit.ts';
import { partGuides } from '../../../lessons/parts/index.ts';

const led: Wiring = { parts: [{ id: 'red', type: 'led', pins: { anode: 18 }, color: 'red' }] };
const hole = (column: 'a' | 'b' | 'd' | 'j', row: number): Place => ({ kind: 'hole', column, row });
const pin = (number: number): Place => ({ kind: 'pin', pin: number });
const wire = (from: Place, to: Place): Wire => ({ id: 'extra', net: 'x', from, to, colour: 'white' });

/** The faults of a circuit that was built differently. */
function faults(
  wiring: Wiring,
  rows: Record<string, number>,
  change: (circuit: Circuit) => Partial<Circuit>,
) {
  const circuit = layoutCircuit(wiring, rows);
  return checkCircuit({ ...circuit, ...change(circuit) }, wiring);
}

describe('the check of a circuit', () => {
  it('finds a hole with two legs in it', () => {
    const found = faults(led, { red: 3 }, ({ wires }) => ({
      wires: [...wires, wire(hole('a', 3), hole('d', 3))],
    }));
    expect(found).toContainEqual({ kind: 'place-taken-twice', place: 'a3' });
  });

  it('finds 3.3 V on ground', () => {
    const found = faults(led, { red: 3 }, ({ wires }) => ({
      wires: [...wires, wire(pin(1), { kind: 'rail', rail: 'left-minus', row: 10 })],
    }));
    expect(found).toContainEqual({ kind: 'short', one: 'v3', other: 'gnd' });
  });

  it('finds a part that a wire bridges', () => {
    const found = faults(led, { red: 3 }, ({ wires }) => ({
      wires: [...wires, wire(hole('b', 3), hole('b', 4))],
    }));
    expect(found).toContainEqual({ kind: 'short', one: 'red.anode', other: 'red.cathode' });
  });

  it('finds a wire that sits a row beside', () => {
    const found = faults(led, { red: 3 }, ({ wires }) => ({
      wires: wires.map((one) => (one.net === 'gpio18' ? { ...one, to: hole('a', 6) } : one)),
    }));
    expect(found).toContainEqual({ kind: 'pin-not-reached', part: 'red', pin: 'anode' });
  });

  it('finds an LED without a resistor, and without a way to ground', () => {
    const without = ({ board }: Circuit) => board.filter(({ kind }) => kind !== 'resistor');
    expect(faults(led, { red: 3 }, (circuit) => ({ board: without(circuit) }))).toEqual([
      { kind: 'led-without-resistor', part: 'red' },
      { kind: 'no-ground', component: 'red' },
    ]);
    const bridged = faults(led, { red: 3 }, (circuit) => ({
      board: without(circuit),
      wires: [...circuit.wires, wire(hole('a', 4), { kind: 'rail', rail: 'left-minus', row: 4 })],
    }));
    expect(bridged).toEqual([{ kind: 'led-without-resistor', part: 'red' }]);
  });

  it('finds a resistor that a wire passes by', () => {
    const found = faults(led, { red: 3 }, ({ wires }) => ({
      wires: [...wires, wire(hole('a', 4), { kind: 'rail', rail: 'left-minus', row: 5 })],
    }));
    expect(found).toContainEqual({ kind: 'led-without-resistor', part: 'red' });
  });

  it('finds an echo of 5 V at the Pi', () => {
    const { wiring } = partGuides.get('distance')!;
    const found = faults(wiring, {}, ({ wires }) => ({
      wires: wires.map((one) =>
        one.net === 'gpio24'
          ? { ...one, to: { kind: 'terminal', component: 'distance', terminal: 'ECHO' } }
          : one,
      ),
    }));
    expect(found).toContainEqual({ kind: 'five-volts-on-gpio', gpio: 24 });
  });

  it('finds an LCD at 5 V without its level shifter', () => {
    const { wiring } = partGuides.get('lcd')!;
    const found = faults(wiring, {}, ({ wires }) => ({
      wires: wires.map((one) =>
        one.net === 'sda' ? { ...one, to: { kind: 'terminal', component: 'lcd', terminal: 'SDA' } } : one,
      ),
    }));
    expect(found).toContainEqual({ kind: 'five-volts-on-gpio', gpio: 2 });
  });
});
