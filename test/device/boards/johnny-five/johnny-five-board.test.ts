import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Board, BoardEvent, SimulatedInputs } from '../../../../device/boards/board.ts';
import { IoPlugin } from '../../../../device/boards/johnny-five/io-plugin.ts';
import { createJohnnyFiveBoard } from '../../../../device/boards/johnny-five/johnny-five-board.ts';
import { createSimulatedBuses } from '../../../../device/boards/johnny-five/simulated-buses.ts';
import { createSimulatedJohnnyFiveBoard } from '../../../../device/boards/johnny-five/simulated-io.ts';
import { createSimulatedLines } from '../../../../device/boards/johnny-five/simulated-lines.ts';
import { camJamEduKit, type Wiring } from '../../../../device/contract/wiring.ts';
import { systemClock } from '../../../../device/program/clock.ts';

const boards: Board[] = [];
afterEach(async () => {
  for (const board of boards.splice(0)) await board.close();
});

async function kit(wiring: Wiring = camJamEduKit) {
  const board = await createSimulatedJohnnyFiveBoard(systemClock);
  boards.push(board);
  await board.setUp(wiring);
  const events: BoardEvent[] = [];
  board.listen((event) => events.push(event));
  return { board, events };
}

/** The next event that a part tells; johnny-five waits 7 ms for a contact to settle. */
const nextEvent = (board: Board & SimulatedInputs) =>
  new Promise<string>((resolve) => {
    const stop = board.listen((event) => {
      if (event.kind !== 'event') return;
      stop();
      resolve(`${event.part} ${event.event}`);
    });
  });

const noBytes = () => new Uint8Array();

describe('the johnny-five board over simulated pins', () => {
  it('says what it is', async () => {
    const { board } = await kit();
    expect(board.info).toMatchObject({ kind: 'johnny-five', io: 'simulated' });
    expect(board.wiring).toEqual(camJamEduKit);
  });

  it.each([
    { part: 'red', gpio: 18 },
    { part: 'buzzer', gpio: 22 },
  ])('switches $part on and off before the command returns', async ({ part, gpio }) => {
    const { board, events } = await kit();
    board.command(part, 'on', []);
    expect(board.levels().get(gpio)).toBe(1);
    expect(board.read(part, 'on')).toBe(true);
    board.command(part, 'off', []);
    expect(board.read(part, 'on')).toBe(false);
    expect(events).toEqual([
      { kind: 'pin', gpio, level: 1 },
      { kind: 'pin', gpio, level: 0 },
    ]);
  });

  it('hears the button', async () => {
    const { board, events } = await kit();
    for (const [input, event, pressed] of [
      ['press', 'button pressed', true],
      ['release', 'button released', false],
    ] as const) {
      const heard = nextEvent(board);
      board.input('button', input);
      expect(await heard).toBe(event);
      expect(board.read('button', 'pressed')).toBe(pressed);
    }
    expect(events.filter((event) => event.kind === 'pin')).toEqual([
      { kind: 'pin', gpio: 25, level: 0 },
      { kind: 'pin', gpio: 25, level: 1 },
    ]);
  });

  it('switches everything off for the safe state', async () => {
    const { board } = await kit();
    for (const part of ['red', 'amber', 'green', 'buzzer']) board.command(part, 'on', []);
    board.makeSafe();
    expect([18, 23, 24, 22].map((gpio) => board.levels().get(gpio))).toEqual([0, 0, 0, 0]);
  });

  it('takes a new wiring, also on the same pins, and forgets the old one', async () => {
    const { board } = await kit();
    board.command('red', 'on', []);
    await board.setUp({ parts: [{ id: 'lamp', type: 'led', pins: { anode: 18 } }] });
    expect([...board.levels()]).toEqual([[18, 0]]);
    expect(() => board.command('red', 'on', [])).toThrow(/part-not-wired/);
    board.command('lamp', 'on', []);
    expect(board.levels().get(18)).toBe(1);
  });

  it.each([
    { code: 'command-unknown', act: (board: Board) => board.command('red', 'sing', []) },
    { code: 'argument-invalid', act: (board: Board) => board.command('red', 'on', [1]) },
    { code: 'value-unknown', act: (board: Board) => board.read('red', 'pressed') },
    { code: 'part-not-wired', act: (board: Board) => board.read('blue', 'on') },
    { code: 'input-unknown', act: (board: Board & SimulatedInputs) => board.input('red', 'press') },
  ])('refuses with $code', async ({ code, act }) => {
    const { board } = await kit();
    expect(() => act(board)).toThrow(new RegExp(code));
  });

  it('refuses a wiring with a part that nobody knows', async () => {
    const { board } = await kit();
    const unknown = { parts: [{ id: 'x', type: 'teleporter', pins: {} }] };
    await expect(board.setUp(unknown)).rejects.toThrow(/part-unknown/);
  });

  it('keeps several boards of one process apart', async () => {
    const [first, second] = [await kit(), await kit()];
    first.board.command('red', 'on', []);
    expect(second.board.levels().get(18)).toBe(0);
    expect(second.events).toEqual([]);
    second.board.command('red', 'on', []);
    await first.board.close();
    expect(second.board.levels().get(18)).toBe(1);
  });

  it('neither prints nor touches the process', async () => {
    const print = vi.spyOn(console, 'log');
    const before = process.listenerCount('SIGINT');
    await kit();
    expect(print).not.toHaveBeenCalled();
    expect(process.listenerCount('SIGINT')).toBe(before);
    print.mockRestore();
  });
});

it('makes pins safe before parts on a bus, which may hang', async () => {
  const lines = createSimulatedLines(systemClock);
  const done: string[] = [];
  const board = await createJohnnyFiveBoard({
    io: new IoPlugin({ ...lines, write: (gpio, level) => void done.push(`GPIO ${gpio}=${level}`) }),
    info: { io: 'simulated', model: 'Simulated Raspberry Pi' },
    buses: {
      ...createSimulatedBuses(() => []),
      i2c: () => ({ write: () => void done.push('I²C'), read: noBytes, writeRead: noBytes }),
    },
    clock: systemClock,
    onFailure: (error) => expect.unreachable(String(error)),
  });
  boards.push(board);
  await board.setUp({
    parts: [
      { id: 'display', type: 'oled', pins: {} },
      { id: 'red', type: 'led', pins: { anode: 18 } },
    ],
  });
  board.command('red', 'on', []);
  done.length = 0;
  board.makeSafe();
  expect([done[0], done.at(-1)]).toEqual(['GPIO 18=0', 'I²C']);
});

it('makes every other part safe when the pin of one fails', async () => {
  const lines = createSimulatedLines(systemClock);
  const broken = new Error('the pin is gone');
  let fails = false;
  const failures: unknown[] = [];
  const io = new IoPlugin({
    ...lines,
    write(gpio, level) {
      if (fails && gpio === 18) throw broken;
      lines.write(gpio, level);
    },
  });
  const board = await createJohnnyFiveBoard({
    io,
    info: { io: 'simulated', model: 'Simulated Raspberry Pi' },
    buses: createSimulatedBuses(() => []),
    clock: systemClock,
    onFailure: (error) => failures.push(error),
  });
  boards.push(board);
  await board.setUp(camJamEduKit);
  for (const part of ['red', 'amber', 'buzzer']) board.command(part, 'on', []);
  fails = true;
  board.makeSafe();
  expect(failures).toEqual([broken]);
  expect([23, 22].map((gpio) => board.levels().get(gpio))).toEqual([0, 0]);
  fails = false;
});
