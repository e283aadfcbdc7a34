import type { Problem } from '../../device/contract/problem.ts';
import type { EmulatedPi } from './emulator/emulated-pi.ts';
import type { GuestProcess } from './emulator/guest-process.ts';
import { programInGuest } from './guest/guest.ts';
import { type PinsOrder, pinsAnswerSchema } from './programs/pins-protocol.ts';

/** How long the guest may take for an answer; the first one waits for Node's start, up to 60 s on a busy machine. */
const answerPatienceMs = 240_000;

/** Pins and buses of the guest's kernel, in a process of a user who is not root. */
export class GuestPins {
  readonly #process: GuestProcess;
  #heard = 0;

  private constructor(process: GuestProcess) {
    this.#process = process;
  }

  static async start(pi: EmulatedPi): Promise<GuestPins> {
    return new GuestPins(await pi.start(programInGuest('pins'), { user: 'pi' }));
  }

  /** @throws Error with the problem's code and sentence when the order is refused. */
  async ask(order: PinsOrder): Promise<unknown> {
    const answer = await this.#request(order);
    if ('problem' in answer) throw new Error(describe(answer.problem));
    return answer.result;
  }

  /** The problem with which an order is refused. @throws Error when it is not. */
  async refusal(order: PinsOrder): Promise<Problem> {
    const answer = await this.#request(order);
    if ('problem' in answer) return answer.problem;
    throw new Error(`not refused: ${JSON.stringify(order)}`);
  }

  async #request(order: PinsOrder) {
    this.#process.send(JSON.stringify(order));
    this.#heard += 1;
    await this.#process.waitForLines(this.#heard, answerPatienceMs);
    return answerIn(this.#process.lines()[this.#heard - 1] ?? '', this.#process.output);
  }
}

function answerIn(line: string, output: string) {
  if (!line.startsWith('{')) throw new Error(`The guest's program printed:\n${output}`);
  return pinsAnswerSchema.parse(JSON.parse(line));
}

function describe({ code, message, detail }: Problem): string {
  return `${code}: ${message.en} ${detail ?? ''}`;
}
