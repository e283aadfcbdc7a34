import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { partCatalog } from '../../../device/parts/catalog.ts';
import { pinsOf, safeLevelsOf } from '../../../device/parts/part.ts';
import { runInVirtualTime, type VirtualInput } from '../../../device/program/virtual-time.ts';
import { partGuides } from '../../../lessons/parts/index.ts';
import { isTicked, nothingNoticed, notice } from '../../../lessons/wiring-test/noticed.ts';
import { type DoTest, longestTest, type PartTest, patience } from '../../../lessons/wiring-test/part-test.ts';
import { testsOf } from '../../../lessons/wiring-test/tests-of.ts';

const second = 1_000_000;

/** The tests of a part's guide wiring that are of the part itself. */
function testsOfType(type: string): { wiring: Wiring; tests: PartTest[] } {
  const { wiring } = partGuides.get(type)!;
  const own = wiring.parts.filter((part) => part.type === type).map(({ id }) => id);
  return { wiring, tests: testsOf(wiring).filter(({ part }) => own.includes(part)) };
}

const run = (wiring: Wiring, { program }: PartTest, inputs: readonly VirtualInput[] = []) =>
  runInVirtualTime({ source: program, wiring, duration: (longestTest + 5) * second, inputs });

/** What a hand does in the simulator so that the part feels it, 2 s after the start. */
function hands(wiring: Wiring, { part, signs }: DoTest): VirtualInput[] {
  const { type } = wiring.parts.find(({ id }) => id === part)!;
  const inputs = Object.entries(partCatalog.get(type)!.inputs);
  return signs.slice(0, 1).flatMap((sign): VirtualInput[] =>
    inputs.flatMap(([input, definition]): VirtualInput[] => {
      if (sign.kind === 'event') {
        return definition.type === 'action' && definition.event === sign.event
          ? [{ at: 2 * second, part, input }]
          : [];
      }
      if (definition.type !== 'number' || definition.value !== sign.value) return [];
      const middle = (definition.min + definition.max) / 2;
      return [
        { at: 2 * second, part, input, value: middle },
        { at: 5 * second, part, input, value: definition.min },
      ];
    }),
  );
}

const ticked = (test: DoTest, trace: readonly TraceEvent[]) =>
  isTicked(test, notice(nothingNoticed, test.part, trace));

/** Levels of outputs when the program was over. */
function lastLevels(trace: readonly TraceEvent[]): Map<number, 0 | 1> {
  return new Map(
    trace.flatMap((event) => (event.kind === 'pin' ? [[event.gpio, event.level] as const] : [])),
  );
}

describe('the test of each part', () => {
  it.each([...partCatalog.keys()])('%s has one, in words of both languages', (type) => {
    const { tests } = testsOfType(type);
    expect(tests.length).toBeGreaterThan(0);
    for (const test of tests) {
      const said = test.kind === 'see' ? test.question : test.ask;
      expect(said.de).toMatch(test.kind === 'see' ? /\?$/ : /\.$/);
      expect(said.en).toMatch(test.kind === 'see' ? /\?$/ : /\.$/);
      expect(said.de + said.en).not.toContain('undefined');
    }
  });

  it.each([...partCatalog.keys()])(
    '%s ends by itself, without a fault, and leaves its outputs safe',
    async (type) => {
      const { wiring, tests } = testsOfType(type);
      for (const test of tests) {
        const trace = await run(wiring, test);
        expect(trace.filter(({ kind }) => kind === 'error')).toEqual([]);
        const end = trace.at(-1);
        expect(end).toMatchObject({ kind: 'end', reason: 'finished' });
        expect(end!.at).toBeLessThanOrEqual(longestTest * second);
        const levels = lastLevels(trace);
        for (const part of wiring.parts) {
          const definition = partCatalog.get(part.type)!;
          const options = definition.options?.parse(part.options ?? {}) ?? {};
          const safe = safeLevelsOf(definition, options);
          for (const [pin, { direction }] of Object.entries(pinsOf(definition, options))) {
            const gpio = part.pins[pin]!;
            if (direction === 'output') expect(levels.get(gpio) ?? safe[pin], `GPIO ${gpio}`).toBe(safe[pin]);
          }
        }
      }
    },
  );

  const inputs = [...partCatalog.keys()].flatMap((type) => {
    const { wiring, tests } = testsOfType(type);
    return tests.flatMap((test) => (test.kind === 'do' ? [[test.id, wiring, test] as const] : []));
  });

  it.each(inputs)('%s is ticked by a hand', async (_id, wiring, test) => {
    expect(ticked(test, await run(wiring, test, hands(wiring, test)))).toBe(true);
  });

  it.each(inputs)(
    '%s is not ticked when nobody does anything, and waits its time',
    async (_id, wiring, test) => {
      const trace = await run(wiring, test);
      expect(ticked(test, trace)).toBe(false);
      expect(trace.at(-1)!.at).toBeGreaterThanOrEqual(patience * second);
    },
  );

  it.each(
    [...partCatalog.keys()].filter((type) => testsOfType(type).tests.some(({ kind }) => kind === 'see')),
  )('%s does something that is to be seen or heard', async (type) => {
    const { wiring, tests } = testsOfType(type);
    const test = tests.find(({ kind }) => kind === 'see')!;
    const trace = await run(wiring, test);
    const seen = trace.filter(
      (event) =>
        event.at > 0 &&
        (event.kind === 'pin' ||
          event.kind === 'pwm' ||
          (event.kind === 'value' && event.part === test.part)),
    );
    expect(seen.length).toBeGreaterThan(0);
  });
});

describe('the tests of a wiring', () => {
  it('tells two of a kind apart', () => {
    const led = (id: string, anode: number) => ({ id, type: 'led', pins: { anode }, color: 'red' as const });
    const tests = testsOf({ parts: [led('left', 17), led('right', 27)] });
    expect(tests.map((test) => (test.kind === 'see' ? test.question.de : ''))).toEqual([
      'Blinkt die rote LED „left“?',
      'Blinkt die rote LED „right“?',
    ]);
    expect(new Set(tests.map(({ id }) => id)).size).toBe(2);
  });

  it('hears only the part that is asked for', () => {
    const [test] = testsOfType('button').tests as [DoTest];
    const other: TraceEvent = { at: 1, kind: 'event', part: 'other', event: 'pressed' };
    expect(ticked(test, [other])).toBe(false);
    expect(ticked(test, [{ ...other, part: test.part }])).toBe(true);
  });
});
