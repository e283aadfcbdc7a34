import type * as z from 'zod/mini';
import { type Problem, problemSchema } from '../../device/contract/problem.ts';
import { type Answer, pupilEvents, type pupilRequests } from '../../server/live/contract/live.ts';
import { answered, openPupilSocket, type PupilSocket } from '../client/live.ts';

type Requests = typeof pupilRequests;
type Events = typeof pupilEvents;

/** What a page hears of its seat. */
export type ConnectionListener = {
  [Name in keyof Events]: (event: z.output<Events[Name]>) => void;
} & {
  disconnected(): void;
  /** The server did not answer; it is asked again and again. */
  unreachable(): void;
  /** The server does not know this seat (any more). */
  refused(problem: Problem): void;
};

/** How long an answer may take before the connection counts as gone, ms. Starting a program on a Pi has its own limit in the server. */
const answerTimeout = 8000;

/** A seat's live connection: everything that comes is checked, everything that is asked is answered or throws. */
export class PupilConnection {
  readonly #socket: PupilSocket;

  constructor(token: string, listener: ConnectionListener) {
    this.#socket = openPupilSocket(token);
    for (const name of Object.keys(pupilEvents) as (keyof Events)[]) this.#hear(name, listener);
    this.#socket.on('disconnect', (reason) => {
      listener.disconnected();
      // The server closed it on purpose, which socket.io takes as final; a server that restarts is none of that.
      if (reason === 'io server disconnect') this.#socket.connect();
    });
    this.#socket.on('connect_error', (error) => {
      const refused = problemSchema.safeParse('data' in error ? error.data : undefined);
      if (!refused.success) return listener.unreachable();
      this.#socket.disconnect();
      listener.refused(refused.data);
    });
  }

  /** @throws ProblemError the server's refusal, or `no-connection`. */
  async ask<Name extends keyof Requests>(
    name: Name,
    request: z.input<Requests[Name]['request']>,
  ): Promise<z.output<Requests[Name]['result']>> {
    // socket.io would keep requests for later; a late run or stop would surprise.
    if (!this.#socket.connected) return answered(Promise.reject(new Error('not connected')));
    // The names are generic here, which socket.io's types can't follow; `Requests` and `PupilToServer` are one contract.
    const socket = this.#socket.volatile.timeout(answerTimeout) as unknown as {
      emitWithAck(name: Name, request: unknown): Promise<Answer<z.output<Requests[Name]['result']>>>;
    };
    return answered(socket.emitWithAck(name, request));
  }

  close(): void {
    this.#socket.close();
  }

  #hear<Name extends keyof Events>(name: Name, listener: ConnectionListener): void {
    const take = (raw: unknown) => {
      const event = pupilEvents[name].safeParse(raw);
      if (event.success) (listener[name] as (event: unknown) => void)(event.data);
    };
    this.#socket.on(name as keyof Events, take as never);
  }
}
