import type { PartInput } from '../../device/contract/command.ts';
import type { IncomingMessage } from '../../device/contract/peer-message.ts';
import type { Begin, ProgramControl } from '../../device/contract/program-control.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { TraceListener } from '../../device/program/runner-contract.ts';
import { createVirtualPi } from '../../device/program/virtual-pi.ts';
import type { BoardStateEvent } from '../board/board-state.ts';
import { partValues } from './part-values.ts';

/** The virtual Pi as this page drives it. */
export interface VirtualRunner {
  /** Resolved with the run's id when the program has begun. */
  run(source: string, begin?: Begin): Promise<string>;
  stop(): Promise<void>;
  control(control: ProgramControl): void;
  input(input: PartInput): void;
  key(key: string): void;
  /** Gives a message of another Pi to the program that runs. */
  peerMessage(message: IncomingMessage): void;
  close(): Promise<void>;
}

/** What a page hears of its virtual Pi: the trace of its programs, and its board also while none runs. */
export interface VirtualListener {
  readonly onTrace: TraceListener;
  readonly onBoard: (event: BoardStateEvent) => void;
}

/** Builds the virtual Pi. Import this file when it is needed, not before: it brings the engine along. */
export async function openVirtualRunner(
  wiring: Wiring,
  { onTrace, onBoard }: VirtualListener,
): Promise<VirtualRunner> {
  const { board, runner } = await createVirtualPi({
    wiring,
    onTrace,
    onBoard: (event) => event.kind !== 'event' && onBoard(event),
  });
  for (const [gpio, level] of board.levels()) onBoard({ kind: 'pin', gpio, level });
  for (const value of partValues(board)) onBoard(value);
  // Another virtual Pi of this page may have run before: its runs are not these.
  const opened = Math.round(performance.now()).toString(36);
  let runs = 0;
  return {
    async run(source, begin) {
      const runId = `virtual-${opened}-${++runs}`;
      await runner.run(runId, source, begin);
      return runId;
    },
    stop: () => runner.stop(),
    control: (control) => runner.control(control),
    input: ({ part, input, value }) => board.input(part, input, value),
    key: (key) => runner.key(key),
    peerMessage: (message) => runner.peerMessage(message),
    async close() {
      await runner.close();
      await board.close();
    },
  };
}
