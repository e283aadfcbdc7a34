import type { Problem } from '../../device/contract/problem.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { EmulatedPi } from './emulator/emulated-pi.ts';
import type { GuestProcess } from './emulator/guest-process.ts';
import { programInGuest } from './guest/guest.ts';
import { type BoardLine, type BoardOrder, boardLineSchema } from './programs/board-protocol.ts';

/** How long the guest may take for an answer; the first one waits for Node's start, up to 60 s on a busy machine. */
const answerPatienceMs = 240_000;

/** A process of the guest, of a user who is not root, in which boards over the GPIO character device are opened. */
export class GuestBoards {
  readonly process: GuestProcess;
  readonly #boards: GuestBoard[] = [];

  private constructor(process: GuestProcess) {
    this.process = process;
  }

  static async start(pi: EmulatedPi): Promise<GuestBoards> {
    const program = programInGuest('boards');
    return new GuestBoards(await pi.start(program, { user: 'pi' }));
  }

  /** A board that is not open yet, with a name of its own. */
  board(): GuestBoard {
    const board = new GuestBoard(this.process, `board-${this.#boards.length + 1}`);
    this.#boards.push(board);
    return board;
  }

  /** @param chipLabel those of the Raspberry Pis unless told. @throws Error when the board is refused. */
  async open(chipLabel?: string): Promise<GuestBoard> {
    const board = this.board();
    await board.ask({ do: 'open', chipLabel });
    return board;
  }

  /** Closes every board that is open. */
  async closeAll(): Promise<void> {
    for (const board of this.#boards.filter((one) => one.isOpen)) await board.close();
  }
}

/** One board in the guest. */
export class GuestBoard {
  isOpen = false;
  readonly #process: GuestProcess;
  readonly #name: string;
  #heard = 0;

  constructor(process: GuestProcess, name: string) {
    this.#process = process;
    this.#name = name;
  }

  setUp(wiring: Wiring): Promise<unknown> {
    return this.ask({ do: 'setUp', wiring });
  }

  command(part: string, command: string): Promise<unknown> {
    return this.ask({ do: 'command', part, command });
  }

  async close(): Promise<void> {
    await this.ask({ do: 'close' });
    this.isOpen = false;
  }

  /** @throws Error with the problem's code and sentence when the board refuses. */
  async ask(order: BoardOrder): Promise<unknown> {
    const said = await this.#request(order);
    if (said.type === 'problem') throw new Error(`${said.problem.code}: ${said.problem.message.en}`);
    if (order.do === 'open') this.isOpen = true;
    return said.type === 'answer' ? said.result : undefined;
  }

  /** The problem with which the board refuses. @throws Error when it does not. */
  async refusal(order: BoardOrder): Promise<Problem> {
    const said = await this.#request(order);
    if (said.type !== 'problem') throw new Error('the board did not refuse');
    return said.problem;
  }

  /** Waits for a part's event, after what was waited for last. */
  async event(part: string, event: string): Promise<void> {
    await this.#next((line) => line.type === 'event' && line.part === part && line.event === event);
  }

  async #request(order: BoardOrder): Promise<BoardLine> {
    this.#heard = this.#lines().length;
    this.#process.send(JSON.stringify({ board: this.#name, ...order }));
    return this.#next(({ type }) => type === 'answer' || type === 'problem');
  }

  /** The next line of this board that fits. */
  async #next(fits: (line: BoardLine) => boolean): Promise<BoardLine> {
    for (;;) {
      const lines = this.#lines();
      const at = lines.findIndex(
        (line, index) => index >= this.#heard && line.board === this.#name && fits(line),
      );
      if (at !== -1) {
        this.#heard = at + 1;
        return lines[at]!;
      }
      await this.#process.waitForLines(lines.length + 1, answerPatienceMs);
    }
  }

  #lines(): BoardLine[] {
    return this.#process.lines().map((line) => boardLineSchema.parse(JSON.parse(line)));
  }
}
