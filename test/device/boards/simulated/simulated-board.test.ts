import { describe, expect, it } from 'vitest';
import type { BoardEvent } from '../../../../device/boards/board.ts';
import { createSimulatedBoard } from '../../../../device/boards/simulated/simulated-board.ts';
import { camJamEduKit, type Wiring } from '../../../../device/contract/wiring.ts';
import { VirtualClock } from '../../../../device/program/virtual-clock.ts';

async function kit() {
  const board = createSimulatedBoard({ clock: new VirtualClock() });
  await board.setUp(camJamEduKit);
  const events: BoardEvent[] = [];
  board.listen((event) => events.push(event));
  return { board, events };
}

describe('a simulated board with the CamJam EduKit', () => {
  it('begins safe: outputs low, the button pulled up', async () => {
    const { board } = await kit();
    expect([...board.levels()]).toEqual([
      [18, 0],
      [23, 0],
      [24, 0],
      [25, 1],
      [22, 0],
    ]);
    expect(board.read('button', 'pressed')).toBe(false);
  });

  it.each([
    ['red', 'on', [{ kind: 'pin', gpio: 18, level: 1 }]],
    ['red', 'off', []],
    ['amber', 'toggle', [{ kind: 'pin', gpio: 23, level: 1 }]],
    ['buzzer', 'on', [{ kind: 'pin', gpio: 22, level: 1 }]],
  ])('%s %s changes its pin and tells it', async (part, command, expected) => {
    const { board, events } = await kit();
    board.command(part, command, []);
    expect(events).toEqual(expected);
  });

  it('pulls the pin of a pressed button to ground, then tells the press', async () => {
    const { board, events } = await kit();
    const reads: unknown[] = [];
    board.listen(() => reads.push(board.read('button', 'pressed')));
    board.input('button', 'press');
    board.input('button', 'press');
    board.input('button', 'release');
    expect(events).toEqual([
      { kind: 'pin', gpio: 25, level: 0 },
      { kind: 'event', part: 'button', event: 'pressed' },
      { kind: 'pin', gpio: 25, level: 1 },
      { kind: 'event', part: 'button', event: 'released' },
    ]);
    expect(reads).toEqual([true, true, false, false]);
  });

  it('takes every output to its safe state', async () => {
    const { board, events } = await kit();
    board.command('red', 'on', []);
    board.command('buzzer', 'on', []);
    board.makeSafe();
    expect(events.slice(2)).toEqual([
      { kind: 'pin', gpio: 18, level: 0 },
      { kind: 'pin', gpio: 22, level: 0 },
    ]);
  });

  it('is silent to those who stopped listening', async () => {
    const { board } = await kit();
    const heard: BoardEvent[] = [];
    const stop = board.listen((event) => heard.push(event));
    stop();
    board.command('red', 'on', []);
    expect(heard).toEqual([]);
  });

  it('releases every pin when it closes', async () => {
    const { board } = await kit();
    await board.close();
    expect(board.levels().size).toBe(0);
    expect(board.wiring.parts).toEqual([]);
  });
});

describe('a simulated board refuses', () => {
  it.each([
    ['part-not-wired', 'blue', 'on', []],
    ['command-unknown', 'red', 'explode', []],
    ['command-unknown', 'red', 'constructor', []],
    ['argument-invalid', 'red', 'on', [5]],
  ])('a command with %s', async (code, part, command, args) => {
    const { board } = await kit();
    expect(() => board.command(part, command, args)).toThrow(code);
  });

  it.each([
    ['part-not-wired', 'blue', 'on'],
    ['value-unknown', 'red', 'toString'],
  ])('a read with %s', async (code, part, value) => {
    const { board } = await kit();
    expect(() => board.read(part, value)).toThrow(code);
  });

  it('to press what is no button', async () => {
    const { board } = await kit();
    expect(() => board.input('red', 'press')).toThrow('input-unknown');
  });

  const part = (id: string, type: string, pins: Record<string, number>) => ({ id, type, pins });
  it.each<[string, Wiring]>([
    ['part-unknown', { parts: [part('a', 'laser', { anode: 18 })] }],
    ['pin-missing', { parts: [part('a', 'led', {})] }],
    ['pin-unknown', { parts: [part('a', 'led', { anode: 18, cathode: 4 })] }],
    ['pin-in-use', { parts: [part('a', 'led', { anode: 18 }), part('b', 'led', { anode: 18 })] }],
    ['wiring-invalid', { parts: [part('a', 'led', { anode: 1 })] }],
  ])('a wiring with %s, and keeps the old one', async (code, wiring) => {
    const { board } = await kit();
    await expect(board.setUp(wiring)).rejects.toThrow(code);
    expect(board.wiring).toEqual(camJamEduKit);
    board.command('red', 'on', []);
    expect(board.levels().get(18)).toBe(1);
  });
});
