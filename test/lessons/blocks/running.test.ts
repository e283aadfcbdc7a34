import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { runInVirtualTime, type VirtualInput } from '../../../device/program/virtual-time.ts';
import { chain, programOf, type SavedBlock, start } from './workspace.ts';

const second = 1_000_000;
const number = (value: number) => ({ block: { type: 'math_number', fields: { NUM: value } } });
const variable = { block: { type: 'variables_get', fields: { VAR: { id: 'v' } } } };
const pressed = { block: { type: 'steckbrett_button_pressed', fields: { PART: 'button' } } };
const led = (part: string, state: string): SavedBlock => ({
  type: 'steckbrett_led_set',
  fields: { PART: part, STATE: state },
});
const count: SavedBlock = { type: 'math_change', fields: { VAR: { id: 'v' } }, inputs: { DELTA: number(1) } };
const wait = (seconds: number): SavedBlock => ({
  type: 'steckbrett_wait',
  inputs: { SECONDS: number(seconds) },
});
const print = (value: { block: SavedBlock }): SavedBlock => ({
  type: 'steckbrett_print',
  inputs: { VALUE: value },
});
const say = (text: string) => print({ block: { type: 'text', fields: { TEXT: text } } });
const whenPressed = (...blocks: SavedBlock[]) =>
  chain(
    { type: 'steckbrett_when_button', id: 'event', fields: { PART: 'button', EVENT: 'pressed' } },
    ...blocks,
  );
const forever = (...blocks: SavedBlock[]): SavedBlock => ({
  type: 'steckbrett_forever',
  ...(blocks.length > 0 ? { inputs: { DO: { block: chain(...blocks) } } } : {}),
});

/** Runs blocks for some virtual seconds. */
async function run(
  blocks: SavedBlock[],
  seconds: number,
  inputs: VirtualInput[] = [],
): Promise<TraceEvent[]> {
  const source = await programOf(blocks, { variables: [{ name: 'Zähler', id: 'v' }] });
  return runInVirtualTime({ source, wiring: camJamEduKit, duration: seconds * second, inputs });
}

const edges = (trace: TraceEvent[], gpio: number) =>
  trace.flatMap((event) =>
    event.kind === 'pin' && event.gpio === gpio ? [[event.at / second, event.level]] : [],
  );
const printed = (trace: TraceEvent[]) =>
  trace.flatMap((event) => (event.kind === 'print' ? [event.text] : []));
const end = (trace: TraceEvent[]) => trace.find((event) => event.kind === 'end')?.reason;

describe('blocks that run', () => {
  it('do one thing after the other', async () => {
    const trace = await run([start(led('red', 'on'), wait(2), led('red', 'off'), say('fertig'))], 10);
    expect(edges(trace, 18)).toEqual([
      [0, 1],
      [2, 0],
    ]);
    expect(printed(trace)).toEqual(['fertig']);
    expect(end(trace)).toBe('finished');
  });

  it('beep for as long as they say, and only then go on', async () => {
    const beep = {
      type: 'steckbrett_buzzer_beep',
      fields: { PART: 'buzzer' },
      inputs: { SECONDS: number(0.5) },
    };
    const trace = await run([start(beep, led('green', 'on'), wait(1))], 10);
    expect(edges(trace, 22)).toEqual([
      [0, 1],
      [0.5, 0],
    ]);
    expect(edges(trace, 24)[0]).toEqual([0.5, 1]);
  });

  it('repeat as often as they say, also inside each other', async () => {
    const repeat = (times: number, inner: SavedBlock): SavedBlock => ({
      type: 'steckbrett_repeat',
      inputs: { TIMES: number(times), DO: { block: inner } },
    });
    const trace = await run(
      [start(print(variable), repeat(3, repeat(4, count)), repeat(-1, count), print(variable))],
      5,
    );
    expect(printed(trace)).toEqual(['0', '12']);
  });

  it('let two stacks run side by side, even beside an endless loop without a wait', async () => {
    const trace = await run([{ ...start(forever(count)), id: 'busy' }, start(wait(1), say('ich auch'))], 2);
    expect(printed(trace)).toEqual(['ich auch']);
    expect(end(trace)).toBe('stopped');
  });

  it('stop though they loop forever with nothing inside', async () => {
    expect(end(await run([start(forever())], 1))).toBe('stopped');
  });

  it('hear each press once, in order, also while they are busy', async () => {
    const press = (at: number): VirtualInput[] => [
      { at: at * second, part: 'button', input: 'press' },
      { at: at * second + 50_000, part: 'button', input: 'release' },
    ];
    const trace = await run(
      [whenPressed(led('red', 'on'), wait(1), led('red', 'off'), wait(1))],
      10,
      [1, 1.5, 2].flatMap(press),
    );
    // A round that waited for its turn begins up to some hundredths of a second later.
    const rounds = edges(trace, 18).map(([at, level]) => [Math.round((at ?? 0) * 10) / 10, level]);
    expect(rounds).toEqual([
      [1, 1],
      [2, 0],
      [3, 1],
      [4, 0],
      [5, 1],
      [6, 0],
    ]);
  });

  it('wait until the button is pressed', async () => {
    const until = { type: 'steckbrett_wait_until', inputs: { CONDITION: pressed } };
    const trace = await run([start(until, led('red', 'on'), wait(1))], 10, [
      { at: 3 * second, part: 'button', input: 'press' },
    ]);
    const [at, level] = edges(trace, 18)[0] ?? [];
    expect(level).toBe(1);
    expect(at).toBeGreaterThanOrEqual(3);
    expect(at).toBeLessThanOrEqual(3.011);
  });

  it('choose by if and else', async () => {
    const choice: SavedBlock = {
      type: 'controls_ifelse',
      inputs: { IF0: pressed, DO0: { block: say('gedrückt') }, ELSE: { block: say('frei') } },
    };
    const trace = await run([start(choice, wait(2), choice)], 10, [
      { at: second, part: 'button', input: 'press' },
    ]);
    expect(printed(trace)).toEqual(['frei', 'gedrückt']);
  });

  it('say which block waits, for the highlight', async () => {
    const trace = await run([start({ ...wait(1), id: 'pause' }, { ...say('x'), id: 'word' })], 5);
    const blocks = trace.flatMap((event) =>
      event.kind === 'block' ? [[event.at / second, event.block]] : [],
    );
    expect(blocks).toContainEqual([0, 'pause']);
    expect(blocks).toContainEqual([1, 'word']);
  });

  it('end with an error at the block whose part is not wired', async () => {
    const trace = await run([start({ ...led('lamp', 'on'), id: 'unwired' })], 5);
    expect(trace.find((event) => event.kind === 'error')).toMatchObject({ block: 'unwired' });
    expect(end(trace)).toBe('error');
  });
});
