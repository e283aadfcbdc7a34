import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type Problem, problem } from '../../device/contract/problem.ts';

/** Requests of one connection in two seconds: far more than a page makes, far less than a loop. */
const requests = { points: 60, duration: 2 };
/** A signed-in teacher's page asks for each seat of a full class: to look at what all handed in, and to give it back. */
const teachersRequests = { points: 300, duration: 2 };
/** Bytes of one connection in ten seconds: a full workspace each second and a program now and then. */
const bytes = { points: 8 * 1024 * 1024, duration: 10 };

/** Asks whether one more request is allowed; gives the problem when it is not. */
export type Allow = () => Promise<Problem | null>;

/** The part of an engine.io connection that is watched. */
interface Connection {
  on(event: 'packet', listener: (packet: { data?: string | Buffer }) => void): unknown;
  close(): unknown;
}

/** Limits what each connection may send, so that one page in a loop takes nothing from the others. */
export class Traffic {
  readonly #requests = {
    pupil: new RateLimiterMemory({ ...requests, keyPrefix: 'pupil' }),
    teacher: new RateLimiterMemory({ ...teachersRequests, keyPrefix: 'teacher' }),
  };
  /** By which a connection's requests are counted. */
  readonly #numbers = new WeakMap<object, number>();
  #connections = 0;

  /**
   * Ends a connection that sends too many bytes, whoever it is: the cost is in reading them, and that is paid before
   * they are a request.
   */
  limitBytes(connection: Connection): void {
    let windowStart = performance.now();
    let received = 0;
    connection.on('packet', (packet) => {
      const now = performance.now();
      if (now - windowStart > bytes.duration * 1000) {
        windowStart = now;
        received = 0;
      }
      received += packet.data?.length ?? 0;
      if (received > bytes.points) connection.close();
    });
  }

  /** Limits the requests of a connection; to join again and again brings no more of them. */
  limitRequests({ conn }: { readonly conn: object }, of: 'pupil' | 'teacher' = 'pupil'): Allow {
    const number = this.#numbers.get(conn) ?? this.#connections++;
    this.#numbers.set(conn, number);
    return () =>
      this.#requests[of].consume(number).then(
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
