import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Socket } from 'socket.io';
import { type Problem, problem } from '../../device/contract/problem.ts';

/** Requests of one socket in two seconds: far more than a page makes, far less than a loop. */
const requests = { points: 60, duration: 2 };
/** Bytes of one connection in ten seconds: a full workspace each second and a program now and then. */
const bytes = { points: 8 * 1024 * 1024, duration: 10 };

/** Asks whether one more request is allowed; gives the problem when it is not. */
export type Allow = () => Promise<Problem | null>;

/** Limits what each socket may send, so that one page in a loop takes nothing from the others. */
export class Traffic {
  readonly #requests = new RateLimiterMemory(requests);

  /**
   * Watches a socket. Too many requests are refused; too many bytes end the connection, because the cost is in
   * reading them, and that is paid before they are a request.
   */
  watch(socket: Pick<Socket, 'conn' | 'id'>): Allow {
    let windowStart = performance.now();
    let received = 0;
    socket.conn.on('packet', (packet: { data?: string | Buffer }) => {
      const now = performance.now();
      if (now - windowStart > bytes.duration * 1000) {
        windowStart = now;
        received = 0;
      }
      received += packet.data?.length ?? 0;
      if (received > bytes.points) socket.conn.close();
    });
    return () =>
      this.#requests.consume(socket.id).then(
        () => null,
        () => tooManyRequests(),
      );
  }
}

function tooManyRequests(): Problem {
  return problem(
    'too-many-requests',
    'Das war zu viel auf einmal. Warte einen Moment und versuche es noch einmal.',
    'That was too much at once. Wait a moment and try again.',
  );
}
