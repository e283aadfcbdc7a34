/**
 * Runs in the guest: opens boards as the agent does, and does what its standard input asks of them. Many boards in
 * one process, because Node takes long to start in the emulation.
 */
import { createInterface } from 'node:readline';
import type { Board } from '../../../device/boards/board.ts';
import { openGpioBoard } from '../../../device/boards/character-device/open-gpio-board.ts';
import { ProblemError, problem } from '../../../device/contract/problem.ts';
import { systemClock } from '../../../device/program/clock.ts';
import { type BoardLine, type BoardRequest, boardRequestSchema } from './board-protocol.ts';

const boards = new Map<string, Board>();
let flooding = false;
const say = (line: BoardLine) => process.stdout.write(`${JSON.stringify(line)}\n`);

function refuse(board: string, error: unknown): void {
  const unexpected = problem('unexpected', 'Unerwarteter Fehler.', 'Unexpected error.', String(error));
  say({ board, type: 'problem', problem: error instanceof ProblemError ? error.problem : unexpected });
}

async function open(name: string, chipLabel: string | undefined): Promise<void> {
  const board = await openGpioBoard({
    chipLabel,
    model: 'Emulated Raspberry Pi',
    clock: systemClock,
    onFailure: (error) => refuse(name, error),
  });
  board.listen((event) => {
    if (flooding) return;
    if (event.kind === 'pin') say({ board: name, type: 'pin', gpio: event.gpio, level: event.level });
    else if (event.kind === 'event')
      say({ board: name, type: 'event', part: event.part, event: event.event });
  });
  boards.set(name, board);
}

async function obey(request: BoardRequest): Promise<unknown> {
  if (request.do === 'open') return open(request.board, request.chipLabel);
  const board = boards.get(request.board);
  if (!board) throw new Error(`${request.board} is not open`);
  switch (request.do) {
    case 'setUp':
      return board.setUp(request.wiring);
    case 'command':
      return board.command(request.part, request.command, []);
    case 'read':
      return board.read(request.part, request.value);
    case 'levels':
      return [...board.levels()];
    case 'flood':
      return flood(board, request.part, request.times);
    case 'close':
      boards.delete(request.board);
      return board.close();
  }
}

/** Nothing is told of it line by line: that would cost more than the edges themselves. */
function flood(board: Board, part: string, times: number): number {
  flooding = true;
  const begin = performance.now();
  for (let count = 0; count < times; count += 1) {
    board.command(part, 'on', []);
    board.command(part, 'off', []);
  }
  flooding = false;
  return performance.now() - begin;
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = boardRequestSchema.parse(JSON.parse(line));
  try {
    say({ board: request.board, type: 'answer', result: (await obey(request)) ?? null });
  } catch (error) {
    refuse(request.board, error);
  }
}
