import type { Socket } from 'socket.io-client';
import type { ApiClient } from '../../provisioning/api-client.ts';
import type {
  Answer,
  ClassState,
  ClassView,
  SeatView,
  ServerToTeacher,
  TeacherToServer,
} from '../../server/live/contract/live.ts';
import { connectTeacher } from '../../test/support/pupil.ts';
import type { Ledger } from './ledger.ts';

type Name = keyof TeacherToServer;
type Result<Asked extends Name> = Extract<
  Parameters<Parameters<TeacherToServer[Asked]>[1]>[0],
  { ok: true }
>['result'];

/** Refusals that belong to a lesson: the pupil was quicker. */
const expectedRefusals: readonly string[] = ['nothing-handed-in', 'never-handed-in', 'seat-unknown'];

/** A teacher without a page, who watches the class and does what teachers do. */
export class SimulatedTeacher {
  readonly api: ApiClient;
  readonly class: ClassView;
  readonly seats = new Map<string, SeatView>();
  /** Seats of which the small picture was told at least once. */
  readonly pictured = new Set<string>();
  readonly #socket: Socket<ServerToTeacher, TeacherToServer>;
  /** A second page of the same teacher, as on the projector. */
  readonly #second: Socket<ServerToTeacher, TeacherToServer>;
  readonly #ledger: Ledger;
  #shows = false;
  #isOver = false;

  private constructor(
    api: ApiClient,
    one: ClassView,
    [socket, second]: readonly [
      Socket<ServerToTeacher, TeacherToServer>,
      Socket<ServerToTeacher, TeacherToServer>,
    ],
    ledger: Ledger,
  ) {
    this.api = api;
    this.class = one;
    this.#socket = socket;
    this.#second = second;
    this.#ledger = ledger;
  }

  /** Starts a lesson and opens its page. */
  static async start(
    origin: string,
    api: ApiClient,
    lesson: { lessonId: string; name: string },
    ledger: Ledger,
  ): Promise<SimulatedTeacher> {
    const started = await api.call('startClass', {}, lesson);
    const socket = await connectTeacher(origin, api.cookies);
    const second = await connectTeacher(origin, api.cookies);
    const teacher = new SimulatedTeacher(api, started, [socket, second], ledger);
    socket.on('seat:changed', (seat) => {
      ledger.count('teacher heard of a seat');
      teacher.seats.set(seat.id, seat);
    });
    socket.on('seat:removed', ({ seatId }) => teacher.seats.delete(seatId));
    socket.on('seat:work', ({ seatId }) => {
      ledger.count('teacher got a picture of the work');
      teacher.pictured.add(seatId);
    });
    socket.on('seat:trace', () => ledger.count('teacher got a trace of who is followed'));
    await teacher.#watch();
    // As the page does: a connection that comes back knows nothing of what was watched.
    socket.on('connect', () => {
      if (!teacher.#isOver) void teacher.#watch();
    });
    return teacher;
  }

  /** Shows the small pictures of every seat, now and after each return. */
  async showPictures(): Promise<void> {
    this.#shows = true;
    await this.ask('class:work', { seatIds: [...this.seats.keys()] });
  }

  async #watch(): Promise<void> {
    const state = await this.ask('class:watch', {});
    for (const seat of state?.seats ?? []) this.seats.set(seat.id, seat);
    if (this.#shows) await this.ask('class:work', { seatIds: [...this.seats.keys()] });
  }

  /** The class as the server tells it now. On the second page: to watch again would end what the first one looks at. */
  look(): Promise<ClassState | null> {
    return this.ask('class:watch', {}, this.#second);
  }

  /** Asks for something in this class; null when it was refused for a reason that belongs to a lesson. */
  async ask<Asked extends Name>(
    name: Asked,
    request: Omit<Parameters<TeacherToServer[Asked]>[0], 'classId'>,
    socket = this.#socket,
  ): Promise<Result<Asked> | null> {
    const untyped = socket.timeout(60_000) as unknown as {
      emitWithAck(name: string, request: unknown): Promise<Answer<Result<Asked>>>;
    };
    const asked = performance.now();
    const tell = () => untyped.emitWithAck(name, { classId: this.class.id, ...request }).catch(() => null);
    // A connection that breaks takes its answers with it; what is asked then waits until it is back.
    const answer = (await tell()) ?? (await tell());
    if (answer === null) this.#ledger.complain(`the teacher got no answer to ${name}`);
    else if (answer.ok) {
      this.#ledger.took(`teacher: ${name}`, performance.now() - asked);
      return answer.result;
    } else if (expectedRefusals.includes(answer.problem.code))
      this.#ledger.refused(name, answer.problem.code);
    else this.#ledger.complain(`the teacher’s ${name} was refused with ${answer.problem.code}`);
    return null;
  }

  /** Takes down every raised hand, the first one first, and looks closely at the first. */
  async helpThoseWhoAsk(): Promise<void> {
    const waiting = [...this.seats.values()]
      .filter((seat) => seat.handPlace !== null)
      .sort((a, b) => (a.handPlace ?? 0) - (b.handPlace ?? 0));
    if (waiting[0]) await this.ask('seat:follow', { seatId: waiting[0].id });
    for (const { id } of waiting) {
      await this.ask('hand:lower', { seatId: id });
      this.#ledger.count('teacher helped');
    }
  }

  /** Looks at what was handed in and gives it back; now and then it is opened again. */
  async giveBack(): Promise<void> {
    // By the server's word: what the page was told last may be a moment old.
    const { seats = [] } = (await this.look()) ?? {};
    for (const seat of seats.filter(({ handIn }) => handIn.state === 'handed-in')) {
      const work = await this.ask('work:handed-in', { seatId: seat.id });
      if (work?.blocks === null) {
        await this.#missHandIn(seat);
        continue;
      }
      const returned = await this.ask('work:return', {
        seatId: seat.id,
        comment: `Gut gemacht, ${seat.nickname}!`,
        badge: 'star',
      });
      if (returned) this.#ledger.count('teacher gave work back');
      if (this.#ledger.counted('teacher gave work back') % 5 === 1)
        await this.ask('work:reopen', { seatId: seat.id });
    }
  }

  /** Nothing was there: the pupil has taken it back meanwhile, and the server says so, too. */
  async #missHandIn({ id, nickname, handIn }: SeatView): Promise<void> {
    const now = (await this.look())?.seats.find((seat) => seat.id === id)?.handIn;
    this.#ledger.expect(now?.handedInAt !== handIn.handedInAt, `${nickname} handed in nothing`);
  }

  /** Ends the class; nobody watches it any more. */
  end(): Promise<ClassView> {
    this.#isOver = true;
    return this.api.call('endClass', { classId: this.class.id }, {});
  }

  close(): void {
    this.#socket.disconnect();
    this.#second.disconnect();
  }
}
