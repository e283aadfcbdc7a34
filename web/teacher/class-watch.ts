import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type * as z from 'zod/mini';
import type { Problem } from '../../device/contract/problem.ts';
import type {
  Answer,
  ClassState,
  ServerToTeacher,
  teacherRequests,
} from '../../server/live/contract/live.ts';
import { answered, openTeacherSocket, type TeacherSocket } from '../client/live.ts';
import { problemOf } from '../ui/problem-text.ts';
import { type ClassEvent, reduceClass } from './class-state.ts';
import { Stillness } from './live/stillness.ts';

type TeacherRequests = typeof teacherRequests;

/** How long an answer may take, in ms. */
const answerTimeout = 15_000;
/** Pause before asking again, in ms. */
const retryPause = 3000;

/**
 * Follows one class live and re-renders its host on every change. After a lost connection
 * the last known state stays visible and `connection` says so; on reconnect the server gives the whole state again.
 */
export class ClassWatch implements ReactiveController {
  state: ClassState | null = null;
  connection: 'connecting' | 'live' | 'lost' = 'connecting';
  /** Why the class can't be watched: unknown, another school's, signed out. */
  problem: Problem | null = null;
  /** Since when nothing has changed at the seats. */
  readonly stillness = new Stillness();

  readonly #host: ReactiveControllerHost & { readonly classId: string };
  readonly #onRefused: () => void;
  #socket: TeacherSocket | null = null;
  #extra: (readonly [keyof ServerToTeacher, never])[] = [];
  #drawing = false;

  /** `onRefused` is called when the server refuses the connection: the session may have ended. */
  constructor(host: ReactiveControllerHost & { readonly classId: string }, onRefused: () => void) {
    this.#host = host;
    this.#onRefused = onRefused;
    host.addController(this);
  }

  hostConnected(): void {
    const socket = openTeacherSocket();
    this.#socket = socket;
    socket.on('connect', () => void this.#watch(socket));
    socket.on('disconnect', (reason) => {
      this.#lost();
      // socket.io takes it as final when the server closes a socket on purpose; the session may still hold.
      if (reason === 'io server disconnect') socket.connect();
    });
    socket.on('connect_error', () => {
      this.#lost();
      if (socket.active) return;
      // A refused handshake is not retried by socket.io; the server may just be starting, so we do.
      this.#onRefused();
      setTimeout(() => this.#socket === socket && socket.connect(), retryPause);
    });
    for (const [name, listener] of this.#extra) socket.on(name, listener);
    socket.on('steering:changed', (steering) => this.#apply({ type: 'steering', steering }));
    socket.on('class:changed', (one) => this.#apply({ type: 'class', class: one }));
    socket.on('seat:changed', (seat) => this.#applySoon({ type: 'seat', seat }));
    socket.on('seat:removed', ({ seatId }) => this.#apply({ type: 'seat-removed', seatId }));
    socket.on('device:changed', (device) => this.#applySoon({ type: 'device', device }));
  }

  hostDisconnected(): void {
    this.#socket?.disconnect();
    this.#socket = null;
  }

  /** Stops every program of the class. */
  async stopAll(): Promise<{ stopped: number; missing: string[] }> {
    const socket = this.#socket;
    // Buffered until the network is back, a stop would come when nobody expects it: better to say so now.
    if (!socket?.connected) return answered(Promise.reject(new Error('not connected')));
    return answered(socket.timeout(15_000).emitWithAck('class:stop-all', { classId: this.#host.classId }));
  }

  /** Asks the server something about the class. @throws ProblemError its refusal, or `no-connection`. */
  async ask<Name extends keyof TeacherRequests>(
    name: Name,
    request: Omit<z.input<TeacherRequests[Name]['request']>, 'classId'>,
  ): Promise<z.output<TeacherRequests[Name]['result']>> {
    const socket = this.#socket;
    if (!socket?.connected) return answered(Promise.reject(new Error('not connected')));
    // The names are generic here, which socket.io's types can't follow; both are one contract.
    const asking = socket.timeout(answerTimeout) as unknown as {
      emitWithAck(name: Name, request: unknown): Promise<Answer<z.output<TeacherRequests[Name]['result']>>>;
    };
    return answered(asking.emitWithAck(name, { ...request, classId: this.#host.classId }));
  }

  /** Hears an event beyond the class's state, such as `seat:work`, on every connection; call what comes back to end it. */
  hear<Name extends keyof ServerToTeacher>(name: Name, listener: ServerToTeacher[Name]): () => void {
    this.#extra.push([name, listener as never]);
    this.#socket?.on(name, listener as never);
    return () => {
      this.#extra = this.#extra.filter(([, one]) => one !== (listener as never));
      this.#socket?.off(name, listener as never);
    };
  }

  async #watch(socket: TeacherSocket): Promise<void> {
    try {
      const state: ClassState = await answered(
        socket.timeout(10_000).emitWithAck('class:watch', { classId: this.#host.classId }),
      );
      this.connection = 'live';
      this.problem = null;
      this.#apply({ type: 'state', state });
    } catch (error) {
      this.#unwatched(problemOf(error), socket);
    }
  }

  #unwatched(problem: Problem, socket: TeacherSocket): void {
    if (problem.code === 'no-connection') {
      if (socket.connected)
        setTimeout(() => this.#socket === socket && socket.connected && this.#watch(socket), retryPause);
    } else {
      // The server answered, and what it said holds: the class is gone or not ours.
      this.connection = 'live';
      this.state = null;
      if (problem.code === 'sign-in-needed') this.#onRefused();
    }
    this.problem = problem;
    this.#host.requestUpdate();
  }

  #lost(): void {
    this.connection = 'lost';
    this.#host.requestUpdate();
  }

  #apply(event: ClassEvent): void {
    this.#take(event);
    this.#host.requestUpdate();
  }

  /** What comes from forty seats at once is drawn at once, with the next frame. */
  #applySoon(event: ClassEvent): void {
    this.#take(event);
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      this.#host.requestUpdate();
    });
  }

  #take(event: ClassEvent): void {
    this.state = reduceClass(this.state, event);
    this.stillness.see(this.state?.seats ?? [], performance.now());
  }
}
