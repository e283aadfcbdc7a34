import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { camJamEduKit, type WiredPart, type Wiring } from '../../../device/contract/wiring.ts';
import { checkCircuit } from '../../../lessons/circuit/check-circuit.ts';
import { layoutCircuit } from '../../../lessons/circuit/layout-circuit.ts';
import { loadLessons } from '../../../lessons/format/index.ts';
import { partGuides } from '../../../lessons/parts/index.ts';

const red: WiredPart = { id: 'red', type: 'led', pins: { anode: 18 }, color: 'red' };
const servo = (id: string, signal: number): WiredPart => ({ id, type: 'servo', pins: { signal } });
const texts = (...parts: WiredPart[]) => layoutCircuit({ parts }).steps.map(({ text }) => text.de);

describe('the circuit of a wiring', () => {
  it.each([...partGuides.values()].map((guide) => [guide.type, guide.wiring] as const))(
    'may be built for the part %s',
    (_type, wiring) => {
      const circuit = layoutCircuit(wiring);
      expect(circuit.problems).toEqual([]);
      expect(checkCircuit(circuit, wiring)).toEqual([]);
    },
  );

  const { lessons } = loadLessons(join(import.meta.dirname, '../../../lessons/catalog'));
  it.each(lessons.map(({ id, views }) => [id, views.de] as const))(
    'may be built for the lesson %s, in the rows that it names',
    (_id, { wiring, circuit: rows }) => {
      const circuit = layoutCircuit(wiring, rows);
      expect(circuit.problems).toEqual([]);
      expect(checkCircuit(circuit, wiring)).toEqual([]);
    },
  );

  it('may be built with everything that shares a bus or a supply', () => {
    const wiring: Wiring = {
      parts: [
        { id: 'weather', type: 'climate', pins: {} },
        { id: 'oled', type: 'oled', pins: {} },
        { id: 'knob', type: 'potentiometer', pins: {}, options: { channel: 0 } },
        { id: 'light', type: 'light', pins: {}, options: { channel: 1 } },
        { id: 'lcd', type: 'lcd', pins: {} },
        { id: 'distance', type: 'distance', pins: { trigger: 17, echo: 27 } },
        { id: 'motion', type: 'motion', pins: { signal: 4 } },
      ],
    };
    const circuit = layoutCircuit(wiring);
    expect(circuit.problems).toEqual([]);
    expect(checkCircuit(circuit, wiring)).toEqual([]);
    expect(circuit.modules.filter(({ kind }) => kind === 'converter')).toHaveLength(1);
  });

  it('begins a part in the row that the lesson names, and says so in both languages', () => {
    const { steps } = layoutCircuit({ parts: [red] }, { red: 3 });
    expect(steps.map(({ text }) => text)).toContainEqual({
      de: 'Stecke das lange Bein der roten LED in Loch e3, das kurze in e4.',
      en: 'Put the long leg of the red LED into hole e3, the short one into e4.',
    });
    expect(steps.map(({ text }) => text.de)).toContain(
      'Stecke einen Widerstand 330 Ω (Ringe: orange-orange-braun) von Loch c4 in die linke Minus-Leiste. Wie herum, ist egal.',
    );
  });

  it('switches the Pi off first, and compares before it is switched on', () => {
    const steps = texts(red);
    expect(steps[0]).toBe('Schalte den Pi aus und zieh sein Netzteil ab.');
    expect(steps.at(-1)).toMatch(/^Vergleicht .* Dann schaltet den Pi ein\.$/);
  });

  it('names every wire and every component in exactly one step', () => {
    const circuit = layoutCircuit(camJamEduKit);
    expect(circuit.steps.flatMap(({ wires }) => wires).sort()).toEqual(
      circuit.wires.map(({ id }) => id).sort(),
    );
    expect(circuit.steps.flatMap(({ components }) => components).sort()).toEqual(
      circuit.board.map(({ id }) => id).sort(),
    );
  });

  it('keeps red, orange and black for supplies', () => {
    const { wires } = layoutCircuit(partGuides.get('lcd')!.wiring);
    for (const { net, colour } of wires) {
      const expected = { gnd: 'black', '3v3': 'orange', '5v': 'red' }[net];
      if (expected) expect(colour).toBe(expected);
      else expect(['black', 'orange', 'red']).not.toContain(colour);
    }
  });

  it('needs no breadboard for a module with a pin for each wire', () => {
    const circuit = layoutCircuit({ parts: [{ id: 'weather', type: 'climate', pins: {} }] });
    expect(circuit.breadboard).toBe(false);
    expect(circuit.wires).toHaveLength(4);
  });

  it('leads the echo of 5 V through its divider', () => {
    const wiring = partGuides.get('distance')!.wiring;
    const circuit = layoutCircuit(wiring);
    expect(circuit.board.filter(({ part }) => part === 'distance').map(({ ohms }) => ohms)).toEqual([
      330, 470,
    ]);
    expect(
      circuit.wires.some(({ from, to }) => from.kind === 'pin' && 'terminal' in to && to.terminal === 'ECHO'),
    ).toBe(false);
  });

  it('feeds two servos, or more than eight lights, from a supply of their own', () => {
    const supplies = (...parts: WiredPart[]) =>
      layoutCircuit({ parts }).modules.filter(({ kind }) => kind === 'supply').length;
    expect(supplies(servo('one', 12))).toBe(0);
    expect(supplies(servo('one', 12), servo('two', 13))).toBe(1);
    expect(supplies({ id: 'chain', type: 'strip', pins: {}, options: { pixels: 30 } })).toBe(1);
    const wiring = { parts: [servo('one', 12), servo('two', 13)] };
    const circuit = layoutCircuit(wiring);
    expect(checkCircuit(circuit, wiring)).toEqual([]);
    expect(circuit.wires.some(({ from }) => from.kind === 'pin' && from.pin === 2)).toBe(false);
  });

  it.each([
    ['beyond the last row', { red: 30 }, 'circuit-row-taken'],
    ['a part that is not wired', { blue: 3 }, 'circuit-part-unknown'],
  ])('tells of %s, and builds all the same', (_what, rows, code) => {
    const wiring = { parts: [red] };
    const circuit = layoutCircuit(wiring, rows);
    expect(circuit.problems.map((problem) => problem.code)).toEqual([code]);
    expect(checkCircuit(circuit, wiring)).toEqual([]);
  });

  it('tells of two parts in one row', () => {
    const circuit = layoutCircuit(camJamEduKit, { red: 3, amber: 4 });
    expect(circuit.problems.map(({ message }) => message.de)).toEqual([
      '„circuit“ setzt „amber“ in die Reihen 4 bis 5, die nicht alle frei sind. Das Steckbrett hat 30 Reihen; wählen Sie eine andere Reihe.',
    ]);
    expect(checkCircuit(circuit, camJamEduKit)).toEqual([]);
  });

  it('tells which part finds no room on a full breadboard', () => {
    const parts = [...Array(10).keys()].map((index) => ({
      id: `b${index}`,
      type: 'button',
      pins: { signal: index + 4 },
    }));
    const more = { id: 'last', type: 'buzzer', pins: { signal: 22 } };
    const { problems } = layoutCircuit({ parts: [...parts, more] });
    expect(problems.map(({ code }) => code)).toEqual(['circuit-full']);
  });
});
