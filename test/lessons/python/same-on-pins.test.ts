import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { rawReadings } from '../../../device/parts/chips/bme280-compensation.ts';
import type { Lesson, SavedBlocks } from '../../../lessons/format/lesson-view.ts';
import { openBlocks } from '../../../lessons/proof/open-blocks.ts';
import { type Play, playLesson } from '../../../lessons/proof/play-lesson.ts';
import { bme280Registers } from './bme280-registers.ts';
import { lessons, pythonOfSaved } from './lessons.ts';
import { type Step, stepsInTrace, stepsOnPins } from './levels.ts';
import { type MockRun, runOnMockPins, type World } from './mock-pins.ts';

const nobody: Play = { seconds: 0, hands: [], keys: [], messages: [] };

/** The same blocks, run as a program of blocks on the virtual Pi and as Python on mock pins. */
async function runBoth(saved: SavedBlocks, wiring: Wiring, play: Partial<Play> & { seconds: number }) {
  const whole = { ...nobody, ...play };
  const { trace } = await playLesson(await openBlocks(saved, wiring, 'de'), wiring, whole);
  const { text } = await pythonOfSaved(saved, wiring);
  const run = await runOnMockPins(text, whole.seconds, worldOf(trace, wiring, whole));
  expect(run.error, text).toBeNull();
  return { trace, run, text };
}

/** The world of the virtual Pi, for mock pins: the levels of its inputs, what stands before its sensors. */
function worldOf(trace: readonly TraceEvent[], wiring: Wiring, play: Play): World {
  const inputs = new Set(
    wiring.parts.flatMap(({ type, pins }) =>
      ['button', 'switch', 'motion', 'input-pin'].includes(type) && pins.signal ? [pins.signal] : [],
    ),
  );
  const hands = trace.flatMap((event) =>
    event.kind === 'pin' && inputs.has(event.gpio)
      ? [{ at: event.at / 1e6, gpio: event.gpio, level: event.level }]
      : [],
  );
  const distances = wiring.parts
    .filter((part) => part.type === 'distance')
    .flatMap(({ id, pins: { trigger = 0, echo = 0 } }) => [
      { at: 0, trigger, echo, cm: 100 },
      ...play.hands.flatMap((hand) =>
        hand.part === id && hand.value !== undefined ? [{ at: hand.at, trigger, echo, cm: hand.value }] : [],
      ),
    ]);
  return { hands, distances, registers: registersOf(wiring, play) };
}

/** What the chips on the bus answer. */
function registersOf(wiring: Wiring, play: Play): NonNullable<World['registers']> {
  return wiring.parts.flatMap(({ id, type }) => {
    const set = play.hands.filter((hand) => hand.part === id);
    if (type === 'potentiometer' || type === 'light') {
      const percents = [{ at: 0, value: type === 'light' ? 50 : 0 }, ...set];
      return percents.flatMap(({ at, value = 0 }) => {
        const steps = Math.round(((value / 100) * 3.3 * 32768) / 4.096);
        return [
          { at, address: 72, register: 0, bytes: [steps >> 8, steps & 255] },
          { at, address: 72, register: 1, bytes: [0x85, 0x83] },
        ];
      });
    }
    if (type !== 'climate') return [];
    const airs = [{ at: 0, value: 20 }, ...set];
    return airs.flatMap(({ at, value: temperature = 20 }) =>
      bme280Registers(rawReadings({ temperature, humidity: 50, pressure: 1013 })).map((one) => ({
        at,
        address: 0x76,
        ...one,
      })),
    );
  });
}

/** Expects the same steps, each no further away than so many seconds. */
function expectSame(
  { trace, run, text }: { trace: readonly TraceEvent[]; run: MockRun; text: string },
  gpio: number,
  seconds: number,
  { within = 0.06, hertz = false } = {},
) {
  const blocks = stepsInTrace(trace, gpio, seconds);
  const python = stepsOnPins(run, gpio, seconds);
  const shape = (steps: readonly Step[]) =>
    steps.map((step) => [Math.round(step.share * 100), ...(hertz ? [Math.round(step.hertz ?? 0)] : [])]);
  expect(blocks.length, `GPIO ${gpio} does something`).toBeGreaterThan(0);
  expect(shape(python), `GPIO ${gpio}\n${text}`).toEqual(shape(blocks));
  for (const [index, step] of blocks.entries()) {
    const off = Math.abs((python[index]?.at ?? Number.NaN) - step.at);
    expect(off, `GPIO ${gpio} at ${step.at} s`).toBeLessThanOrEqual(within);
  }
}

function lesson(number: number): Lesson {
  const found = lessons.get(number);
  if (!found) throw new Error(`there is no lesson ${number}`);
  return found;
}

/** The pins of these parts. */
const gpiosOf = (wiring: Wiring, ids: readonly string[]) =>
  ids.map((id) => {
    const part = wiring.parts.find((one) => one.id === id);
    return part?.pins.anode ?? part?.pins.signal ?? 0;
  });

describe('a solution as Python on mock pins does what its blocks do', () => {
  const exactly: [number, string[]][] = [
    [1, ['red']],
    [2, ['red', 'amber', 'green']],
    [3, ['red', 'amber', 'green', 'buzzer']],
    [5, ['buzzer']],
    [6, ['red', 'green', 'amber']],
    [13, ['red', 'green', 'amber', 'buzzer']],
  ];
  it.each(exactly)('lesson %i', async (number, parts) => {
    const { solution, views, check } = lesson(number);
    const both = await runBoth(solution, views.de.wiring, check.play);
    for (const gpio of gpiosOf(views.de.wiring, parts))
      expectSame(both, gpio, check.play.seconds, { within: 0.11 });
  });

  it('lesson 4, when chance is left out', async () => {
    const { solution, views, check } = lesson(4);
    const steady = JSON.parse(JSON.stringify(solution), (key, value) =>
      key === 'block' && value.type === 'math_random_int'
        ? { type: 'math_number', fields: { NUM: 2 } }
        : value,
    );
    const both = await runBoth(steady, views.de.wiring, check.play);
    for (const gpio of gpiosOf(views.de.wiring, ['red', 'green', 'amber']))
      expectSame(both, gpio, check.play.seconds);
    expect(both.run.prints.map(([, line]) => line)).toEqual(printed(both.trace));
  });

  it('lesson 5: the tones too', async () => {
    const { solution, views, check } = lesson(5);
    const both = await runBoth(solution, views.de.wiring, check.play);
    const [speaker = 0] = gpiosOf(views.de.wiring, ['speaker']);
    expectSame(both, speaker, check.play.seconds, { hertz: true });
  });

  it('lesson 7: the servo stands as long at the same angles', async () => {
    const { solution, views, check } = lesson(7);
    const both = await runBoth(solution, views.de.wiring, check.play);
    for (const gpio of gpiosOf(views.de.wiring, ['servo', 'red', 'green', 'buzzer']))
      expectSame(both, gpio, check.play.seconds, { within: 0.12 });
  });

  it('lesson 8: the BME280 tells the same temperatures, within the second between two measurements', async () => {
    const { solution, views, check } = lesson(8);
    const both = await runBoth(solution, views.de.wiring, check.play);
    for (const gpio of gpiosOf(views.de.wiring, ['red', 'amber']))
      expectSame(both, gpio, check.play.seconds, { within: 2.1 });
    const temperatures = new Set(both.run.prints.map(([, line]) => Number(line)));
    for (const one of [21, 24, 30, 25, 23]) expect(temperatures).toContain(one);
  });

  it('lesson 9: gpiozero notices motion within a tenth of a second', async () => {
    const { solution, views, check } = lesson(9);
    const both = await runBoth(solution, views.de.wiring, check.play);
    for (const gpio of gpiosOf(views.de.wiring, ['red', 'amber', 'green', 'buzzer']))
      expectSame(both, gpio, check.play.seconds, { within: 0.15 });
  });

  it('lesson 10: gpiozero takes the middle of several distances, and so a moment longer', async () => {
    const { solution, views, check } = lesson(10);
    const both = await runBoth(solution, views.de.wiring, check.play);
    for (const gpio of gpiosOf(views.de.wiring, ['red', 'amber', 'green']))
      expectSame(both, gpio, check.play.seconds, { within: 0.8 });
  });

  it('lesson 12: what needs other Pis is left out, the rest runs', async () => {
    const { solution, views, check } = lesson(12);
    const { run } = await runBoth(solution, views.de.wiring, check.play);
    expect(run.ended).toBeNull();
  });

  it('lesson 14: the interest is the same to the last digit', async () => {
    const { solution, views, check } = lesson(14);
    const both = await runBoth(solution, views.de.wiring, check.play);
    const numbers = (lines: readonly string[]) => lines.map(Number).filter(Number.isFinite);
    expect(numbers(both.run.prints.map(([, line]) => line))).toEqual(numbers(printed(both.trace)));
    const [green = 0] = gpiosOf(views.de.wiring, ['green']);
    expectSame(both, green, check.play.seconds, { within: 0.8 });
  });
});

it('a program that waits a little longer would be found out', async () => {
  const { solution, views, check } = lesson(1);
  const both = await runBoth(solution, views.de.wiring, check.play);
  const slower = both.text.replaceAll('sleep(1)', 'sleep(1.1)');
  const run = await runOnMockPins(slower, check.play.seconds);
  const [red = 0] = gpiosOf(views.de.wiring, ['red']);
  expect(() => expectSame({ ...both, run }, red, check.play.seconds)).toThrow('GPIO 18');
});

function printed(trace: readonly TraceEvent[]): string[] {
  return trace.flatMap((event) => (event.kind === 'print' ? [event.text] : []));
}
