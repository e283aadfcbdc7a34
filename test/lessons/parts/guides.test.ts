import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { partCatalog } from '../../../device/parts/catalog.ts';
import { checkWiring } from '../../../device/parts/check-wiring.ts';
import { runInVirtualTime, type VirtualInput } from '../../../device/program/virtual-time.ts';
import { blockTypesIn, generateProgram, registerBlocks, useWiring } from '../../../lessons/blocks/index.ts';
import { type PartGuide, partGuides } from '../../../lessons/parts/index.ts';
import { Blockly } from '../blocks/workspace.ts';

const second = 1_000_000;
const guides = [...partGuides.values()];

/** The place on the 40-pin header of each GPIO, from the Raspberry Pi documentation. */
const places: Readonly<Record<number, number>> = {
  2: 3,
  3: 5,
  4: 7,
  5: 29,
  6: 31,
  7: 26,
  8: 24,
  9: 21,
  10: 19,
  11: 23,
  12: 32,
  13: 33,
  16: 36,
  17: 11,
  18: 12,
  19: 35,
  20: 38,
  21: 40,
  22: 15,
  23: 16,
  24: 18,
  25: 22,
  26: 37,
  27: 13,
};

/** The example as a program, and what its blocks say. */
async function exampleOf({ workspace: saved, wiring }: PartGuide, language: 'de' | 'en' = 'de') {
  const known = await registerBlocks(Blockly, language, blockTypesIn(saved));
  const workspace = new Blockly.Workspace();
  useWiring(Blockly, workspace, wiring);
  Blockly.serialization.workspaces.load({ ...saved }, workspace);
  return {
    source: generateProgram(workspace, known),
    words: workspace.getAllBlocks(true).map((block) => block.toString()),
    saved: Blockly.serialization.workspaces.save(workspace),
  };
}

describe('the guides', () => {
  it('tell of every part of the kit, and of nothing else', () => {
    expect([...partGuides.keys()].sort()).toEqual([...partCatalog.keys()].sort());
  });
});

describe.each(guides.map((guide) => [guide.type, guide] as const))('the guide to the %s', (type, guide) => {
  const texts = [guide.title, guide.what, ...guide.steps, ...guide.warnings];

  it('says everything in German and in English', () => {
    for (const { de, en } of texts) {
      expect(de.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
      const numbers = (text: string) => text.match(/\d+/g) ?? [];
      expect(numbers(en.replace(/(\d)\.(\d)/g, '$1,$2')).sort(), en).toEqual(numbers(de).sort());
    }
  });

  it('wires its part as a board takes it', () => {
    const parts = checkWiring(guide.wiring).map(({ wired }) => wired);
    expect(parts[0]?.type).toBe(type);
  });

  it('names the right place on the header for each GPIO, and every GPIO of its wiring', () => {
    const said = guide.steps.flatMap(({ de }) => [...de.matchAll(/GPIO (\d+)\s*\(Pin (\d+)\)/g)]);
    for (const [sentence, gpio, pin] of said) expect(places[Number(gpio)], sentence).toBe(Number(pin));
    const wired = guide.wiring.parts.flatMap(({ pins }) => Object.values(pins));
    expect(said.map(([, gpio]) => Number(gpio))).toEqual(expect.arrayContaining(wired));
  });

  it('has an example that Blockly keeps as it is, with wired parts only', async () => {
    const { saved, words } = await exampleOf(guide);
    expect([...blockTypesIn(saved)].sort()).toEqual([...blockTypesIn(guide.workspace)].sort());
    expect(words.join('\n')).not.toMatch(/nicht verkabelt|kein Teil|BKY_|%\d/);
  });
});

/** What an example's run shows. */
class Shown {
  readonly trace: readonly TraceEvent[];

  constructor(trace: readonly TraceEvent[]) {
    this.trace = trace;
  }

  /** Levels of a GPIO with the time in tenths of a second. */
  edges(gpio: number): [number, number][] {
    return this.trace.flatMap((event) =>
      event.kind === 'pin' && event.gpio === gpio
        ? [[Math.round(event.at / 100_000) / 10, event.level] as [number, number]]
        : [],
    );
  }

  /** Pulse trains of a GPIO: hertz and the share of the time in percent, both rounded. */
  pulses(gpio: number): [number, number][] {
    return this.trace.flatMap((event) =>
      event.kind === 'pwm' && event.gpio === gpio
        ? [[Math.round(event.hertz), Math.round(event.duty * 100)] as [number, number]]
        : [],
    );
  }

  values(part: string, value: string): unknown[] {
    return this.trace.flatMap((event) =>
      event.kind === 'value' && event.part === part && event.value === value ? [event.is] : [],
    );
  }

  get printed(): string[] {
    return this.trace.flatMap((event) => (event.kind === 'print' ? [event.text] : []));
  }
}

interface Example {
  /** Virtual seconds to watch. */
  readonly seconds: number;
  /** When in seconds, which part, which input, which number. */
  readonly hands?: readonly (readonly [at: number, part: string, input: string, value?: number])[];
  readonly shows: (run: Shown) => void;
}

const firstLevels = (run: Shown, gpio: number, count: number) => run.edges(gpio).slice(0, count);
/** The red LED shines while something is so. */
const ledFollows = (onAt: number, offAt: number) => (run: Shown) =>
  expect(firstLevels(run, 18, 2)).toEqual([
    [onAt, 1],
    [offAt, 0],
  ]);

const examples: Readonly<Record<string, Example>> = {
  led: {
    seconds: 1.8,
    shows: (run) => {
      expect(firstLevels(run, 18, 2)).toEqual([
        [0, 1],
        [1, 0],
      ]);
      expect(run.pulses(18)[0]?.[1]).toBe(20);
    },
  },
  button: {
    seconds: 3,
    hands: [
      [1, 'button', 'press'],
      [2, 'button', 'release'],
    ],
    shows: ledFollows(1, 2),
  },
  buzzer: {
    seconds: 3,
    shows: (run) => expect(run.edges(22).map(([, level]) => level)).toEqual([1, 0, 1, 0, 1, 0]),
  },
  'rgb-led': {
    seconds: 2.4,
    shows: (run) => {
      expect(run.values('rgb', 'colour').slice(0, 4)).toEqual(['#ff0000', '#00ff00', '#0000ff', '#ff4d00']);
      expect(firstLevels(run, 17, 2)).toEqual([
        [0, 1],
        [0.5, 0],
      ]);
    },
  },
  switch: {
    seconds: 3,
    hands: [
      [1, 'switch', 'close'],
      [2, 'switch', 'open'],
    ],
    shows: ledFollows(1, 2),
  },
  speaker: {
    seconds: 4,
    shows: (run) =>
      expect(
        run
          .pulses(13)
          .filter(([, duty]) => duty > 0)
          .map(([hertz]) => hertz),
      ).toEqual([262, 294, 330, 349, 392, 392]),
  },
  servo: {
    seconds: 3,
    shows: (run) => {
      const angles = run.values('servo', 'angle');
      expect(angles).toContain(0);
      expect(angles).toContain(180);
      // From the middle to 0: about a quarter of a second; half a second's rest; then to the other end.
      const began = run.trace.filter((event) => event.kind === 'command').map(({ at }) => at / second);
      expect(began[1]).toBeCloseTo(0.5 + (90 / 60) * 0.17, 1);
      expect(began[2]).toBeCloseTo(1 + (270 / 60) * 0.17, 1);
    },
  },
  motor: {
    seconds: 3.2,
    shows: (run) => {
      expect(run.values('motor', 'power').slice(0, 4)).toEqual([60, 0, -40, 0]);
      expect(firstLevels(run, 5, 2)).toEqual([
        [0, 1],
        [1, 0],
      ]);
      expect(firstLevels(run, 6, 2)).toEqual([
        [1.5, 1],
        [2.5, 0],
      ]);
    },
  },
  motion: { seconds: 6, hands: [[1, 'motion', 'move']], shows: ledFollows(1, 4) },
  distance: {
    seconds: 6,
    hands: [
      [0, 'distance', 'distance', 100],
      [2, 'distance', 'distance', 10],
      [4, 'distance', 'distance', 100],
    ],
    shows: (run) => {
      const [on, off] = run.edges(18);
      expect(on?.[1]).toBe(1);
      expect(on?.[0]).toBeCloseTo(2, 0);
      expect(off?.[1]).toBe(0);
      expect(off?.[0]).toBeCloseTo(4, 0);
      expect(run.printed).toContainEqual(expect.stringMatching(/^(99|100|101) cm$/));
      expect(run.printed).toContainEqual(expect.stringMatching(/^(9|10|11) cm$/));
    },
  },
  potentiometer: {
    seconds: 4,
    hands: [[1, 'knob', 'position', 80]],
    shows: (run) => expect(run.pulses(18).at(-2)?.[1] ?? 0).toBeCloseTo(80, -1),
  },
  light: {
    seconds: 6,
    hands: [
      [0, 'light', 'brightness', 80],
      [2, 'light', 'brightness', 10],
      [4, 'light', 'brightness', 80],
    ],
    shows: (run) => {
      expect(run.edges(18).map(([, level]) => level)).toEqual(expect.arrayContaining([1, 0]));
      expect(run.printed).toContainEqual(expect.stringMatching(/^(9|10|11) %$/));
    },
  },
  climate: {
    seconds: 7,
    hands: [
      [0, 'climate', 'temperature', 31.5],
      [0, 'climate', 'humidity', 44],
      [0, 'climate', 'pressure', 990],
    ],
    shows: (run) => expect(run.printed.at(-1)).toMatch(/^31(\.\d)? °C, 4[345] %, (989|990|991) hPa$/),
  },
  strip: {
    seconds: 1,
    shows: (run) => {
      const pictures = run.values('strip', 'picture').map(String);
      expect(pictures).toContain('0000ff'.repeat(8));
      expect(pictures.at(-2)).toMatch(/^[0-9a-f]{18}(0000ff){5}$/);
      expect(pictures.at(-2)).not.toMatch(/^(0000ff)/);
    },
  },
  lcd: {
    seconds: 2.5,
    shows: (run) =>
      expect(run.values('lcd', 'picture')).toContain(`${'Hallo!'.padEnd(16)}\n${'2 Sekunden'.padEnd(16)}`),
  },
  oled: {
    seconds: 4,
    shows: (run) => {
      const pictures = run.values('oled', 'picture').map((picture) => Buffer.from(String(picture), 'base64'));
      // Dots of row 20: page 2, bit 4.
      const dots = pictures.map((bytes) => [...bytes.subarray(256, 384)].filter((byte) => byte & 16).length);
      expect(Math.max(...dots)).toBeGreaterThan(30);
      // The greeting stands in line 1: page 0 is not empty.
      expect(pictures.some((bytes) => bytes.subarray(0, 128).some((byte) => byte !== 0))).toBe(true);
    },
  },
  'sense-hat': {
    seconds: 5,
    hands: [
      [0, 'sense', 'temperature', 28],
      [1, 'sense', 'up'],
      [3, 'sense', 'press'],
    ],
    shows: (run) => {
      const pictures = run.values('sense', 'picture').map(String);
      const blue = '0000ff';
      // Column 4, row 4 is the light of index 27.
      expect(pictures).toContain(`${blue.repeat(27)}ffffff${blue.repeat(36)}`);
      expect(pictures.some((picture) => picture.includes('ffff00'))).toBe(true);
      expect(run.printed.at(-1)).toMatch(/^2[78](\.\d)? °C$/);
    },
  },
  'output-pin': {
    seconds: 8,
    shows: (run) => {
      expect(firstLevels(run, 26, 3)).toEqual([
        [0, 1],
        [1, 0],
        [2, 1],
      ]);
      expect(run.pulses(26)[0]).toEqual([2, 25]);
    },
  },
  'input-pin': {
    seconds: 3,
    hands: [
      [1, 'input', 'high'],
      [2, 'input', 'low'],
    ],
    shows: (run) => expect(run.printed).toEqual(['HIGH', 'LOW']),
  },
};

describe('the example of the guide, on the simulated board', () => {
  it.each(guides.map((guide) => [guide.type, guide] as const))('%s', async (type, guide) => {
    const example = examples[type];
    if (!example) throw new Error(`say what the example of ${type} shows`);
    const { source } = await exampleOf(guide);
    const inputs = (example.hands ?? []).map(
      ([at, part, input, value]): VirtualInput => ({
        at: at * second,
        part,
        input,
        ...(value === undefined ? {} : { value }),
      }),
    );
    const trace = await runInVirtualTime({
      source,
      wiring: guide.wiring,
      duration: example.seconds * second,
      inputs,
    });
    expect(trace.filter((event) => event.kind === 'error')).toEqual([]);
    example.shows(new Shown(trace));
  });

  it.each(guides.map((guide) => [guide.type, guide] as const))(
    '%s: the program is the same in both languages',
    async (_type, guide) => {
      expect((await exampleOf(guide, 'en')).source).toBe((await exampleOf(guide, 'de')).source);
    },
  );
});
