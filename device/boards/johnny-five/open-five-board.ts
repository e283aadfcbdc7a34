import type JohnnyFive from 'johnny-five';
import type { IoPlugin } from './io-plugin.ts';

/** johnny-five and one ready board of it. */
export interface FiveBoard {
  readonly module: typeof JohnnyFive;
  readonly board: JohnnyFive.Board;
  /** johnny-five books every part and pin of a board for ever; a new wiring begins with empty books. */
  forgetParts(): void;
}

/** Loads johnny-five, which costs about 15 MB, and makes a board that neither prints nor touches the process. */
export async function openFiveBoard(io: IoPlugin): Promise<FiveBoard> {
  const { default: module } = await import('johnny-five');
  // `sigint` is missing in the types: without it, johnny-five would end the process by itself at Ctrl-C.
  const quiet = { repl: false, debug: false, sigint: false };
  const board = new module.Board({ io, ...quiet });
  await new Promise<void>((resolve, reject) => board.on('ready', resolve).on('error', reject));
  const books = board as JohnnyFive.Board & { register: unknown[]; occupied: unknown[] };
  return {
    module,
    board,
    forgetParts() {
      books.register.length = 0;
      books.occupied.length = 0;
    },
  };
}
