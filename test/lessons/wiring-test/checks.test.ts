import { describe, expect, it } from 'vitest';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { faultText } from '../../../lessons/circuit/fault-wording.ts';
import { layoutCircuit } from '../../../lessons/circuit/layout-circuit.ts';
import { partGuides } from '../../../lessons/parts/index.ts';
import { checksOf } from '../../../lessons/wiring-test/checks.ts';

const circuit = layoutCircuit(camJamEduKit, { red: 3 });
const german = (part: string) => checksOf(circuit, part).map(({ text }) => text.de);

describe('what to look at when a part does nothing', () => {
  it('begins with an LED that sits the wrong way round, then follows the current', () => {
    expect(german('red')).toEqual([
      'Sitzt die rote LED richtig herum? Das lange Bein gehört in Loch e3, das kurze in e4. Sonst dreh sie um.',
      expect.stringMatching(
        /^Geht das \S+ Kabel von GPIO 18 \(Pin 12\) zu Loch a3\? Drück beide Enden fest\.$/,
      ),
      'Steckt der Widerstand 330 Ω von Loch c4 in die linke Minus-Leiste? Drück beide Beine fest.',
      expect.stringMatching(/^Geht das schwarze Kabel von GND \(Pin 6\) zu der linken Minus-Leiste\?/),
      expect.stringMatching(/^Immer noch nichts\?/),
    ]);
  });

  it('points at the place of each, but for the last advice', () => {
    const checks = checksOf(circuit, 'red');
    for (const { step, text } of checks.slice(0, -1)) {
      expect(circuit.steps[step!]!.check).toBe(text);
      expect([...circuit.steps[step!]!.wires, ...circuit.steps[step!]!.components]).toHaveLength(1);
    }
    expect(checks.at(-1)!.step).toBeNull();
  });

  it.each([...partGuides.values()].map(({ type, wiring }) => [type, wiring] as const))(
    'says something of %s in both languages',
    (_type, wiring) => {
      const laid = layoutCircuit(wiring);
      for (const { id } of wiring.parts) {
        const checks = checksOf(laid, id);
        expect(checks.length).toBeGreaterThan(1);
        for (const { text } of checks) expect(text.de + text.en).not.toMatch(/undefined|null/);
      }
    },
  );
});

describe('a fault of a circuit', () => {
  it('is told without the words of the program', () => {
    expect(faultText({ kind: 'short', one: 'GPIO 18', other: 'v5' }).de).toBe(
      'GPIO 18 ist direkt mit 5 V verbunden',
    );
    expect(faultText({ kind: 'place-taken-twice', place: 'left-minus 4' }).de).toBe(
      'in der linken Minus-Leiste (Reihe 4) steckt zweierlei',
    );
    expect(faultText({ kind: 'place-taken-twice', place: 'a3' }).en).toBe('two things sit in hole a3');
    expect(faultText({ kind: 'five-volts-on-gpio', gpio: 4 }).en).toBe(
      'GPIO 4 gets 5 V and bears 3.3 V only',
    );
  });
});
