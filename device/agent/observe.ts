import type { Board } from '../boards/board.ts';
import { hasSimulatedInputs } from './commands.ts';
import type { Log } from './log.ts';
import { type Observation, stimulusSchema } from './observation.ts';

/** Tells the parent process what happens; does nothing when the agent was not forked with an IPC channel. */
export function observe(board: Board, log: Log): (state: 'online' | 'offline' | 'wired') => void {
  if (!process.send) return () => {};
  const tell = (observation: Observation) => {
    if (process.connected) process.send?.(observation, undefined, undefined, () => {});
  };
  board.listen((event) => {
    if (event.kind !== 'pin') return;
    const at = process.hrtime.bigint().toString();
    tell({ type: 'pin', gpio: event.gpio, level: event.level, at });
  });
  process.on('message', (message) => {
    const stimulus = stimulusSchema.safeParse(message);
    if (!stimulus.success || !hasSimulatedInputs(board)) return;
    try {
      board.input(stimulus.data.part, stimulus.data.input, stimulus.data.value);
    } catch (error) {
      log.warn({ error }, 'the input could not be worked');
    }
  });
  return (state) =>
    tell(state === 'wired' ? { type: 'wired', levels: [...board.levels()] } : { type: state });
}
