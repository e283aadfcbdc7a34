import { io, type Socket } from 'socket.io-client';
import { ApiClient } from '../../provisioning/api-client.ts';
import type {
  Answer,
  Blocks,
  PupilState,
  PupilToServer,
  ServerToPupil,
} from '../../server/live/contract/live.ts';
import { type BuildingPlan, failingProgram, signed } from './building.ts';
import type { Ledger } from './ledger.ts';
import type { Promises } from './promises.ts';

/** The class that a pupil is in, as the simulation sees it. */
export interface PupilWorld {
  readonly origin: string;
  readonly code: string;
  readonly ledger: Ledger;
  readonly promises: Promises;
  /** How a lesson is built, by its id. */
  readonly plans: ReadonlyMap<string, BuildingPlan>;
}

/** Refusals that belong to a lesson: what two at a table, a teacher and a queue bring with them. */
const expectedRefusals: Readonly<Record<string, readonly string[]>> = {
  'workspace:save': ['not-driving', 'workspace-conflict', 'seat-left'],
  'program:run': ['no-device', 'programs-off', 'eyes-up', 'run-overtaken'],
  'program:stop': ['no-device'],
  'virtual:state': ['programs-off', 'eyes-up'],
  'pair:knock': ['seat-full', 'seat-gone', 'at-own-seat'],
  'pair:answer': ['seat-full', 'seat-gone'],
  'drive:pass': ['driver-only', 'pupil-away'],
  'pi:identify': ['no-device', 'pi-blinks', 'program-running'],
  'pi:claim': ['pi-contested'],
  'work:take-back': ['work-returned'],
  'work:hand-in': ['nothing-to-hand-in'],
};

/** A Pi that is on, and did not answer in time. */
const slowness: readonly string[] = ['device-no-answer', 'device-offline'];
/** What only a Pi can answer. */
const toPis: readonly string[] = ['program:run', 'program:stop', 'pi:identify'];
/** What the ledger counts them as. */
export const askedOfPi = 'requests to Pis';
export const unansweredByPi = 'requests that a Pi did not answer in time';

/** How long a pupil waits for an answer before the simulation calls it lost, ms. */
const patience = 60_000;

type Name = keyof PupilToServer;

/** A pupil without a page, who does what pupils do, and holds the server to its word. */
export class SimulatedPupil {
  readonly nickname: string;
  readonly world: PupilWorld;
  /** Has it after joining. */
  resumeCode = '';
  pupilId = '';
  token = '';
  /** As the page knows it now; null before it has come. */
  state: PupilState | null = null;
  /** The class has ended, as the page was told. */
  ended = false;
  #socket: Socket<ServerToPupil, PupilToServer> | undefined;
  #changes = 0;
  #stage = 0;
  /** Saves and moves that are under way: the teacher or the partner may have changed what is built on. */
  #saving: Promise<void> = Promise.resolve();

  constructor(nickname: string, world: PupilWorld) {
    this.nickname = nickname;
    this.world = world;
  }

  /** Takes a seat with the class's code, and opens the page. */
  async join(): Promise<void> {
    const { code, ledger, origin } = this.world;
    const asked = performance.now();
    const joined = await new ApiClient(origin).call('join', {}, { code, nickname: this.nickname });
    ledger.took('join', performance.now() - asked);
    ledger.count('joined');
    this.resumeCode = joined.resumeCode;
    this.pupilId = joined.pupil.id;
    this.token = joined.token;
    await this.openPage();
  }

  /** Opens the page, or opens it again; resolves with its state. */
  async openPage(): Promise<PupilState> {
    this.#socket?.disconnect();
    const before = this.state && this.world.promises.newest(this.state.seat.id);
    const socket: Socket<ServerToPupil, PupilToServer> = io(`${this.world.origin}/pupil`, {
      auth: { token: this.token },
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 1000,
    });
    this.#socket = socket;
    const opened = new Promise<PupilState>((resolve, reject) => {
      socket.once('seat:state', resolve);
      // Without `data` it is the network's, and socket.io tries again by itself.
      socket.on('connect_error', (error) => {
        if ('data' in error && error.data) reject(error);
      });
    });
    this.#listen(socket);
    const state = await opened;
    if (before && before.version > state.workspace.version)
      this.world.ledger.complain(
        `${this.nickname} came back to version ${state.workspace.version}, but ${before.version} was acknowledged`,
      );
    return state;
  }

  /** The page is loaded anew. */
  async reload(): Promise<void> {
    await this.openPage();
    this.world.ledger.count('pages reloaded');
  }

  /** The connection breaks; socket.io brings it back by itself. */
  async loseConnection(): Promise<void> {
    const socket = this.#socket;
    if (!socket?.connected) return;
    const back = new Promise<void>((resolve) => socket.once('seat:state', () => resolve()));
    socket.io.engine.close();
    await back;
    this.world.ledger.count('connections lost and found');
  }

  /** Another machine, with the pupil's own code. */
  async changeMachine(): Promise<void> {
    const back = await new ApiClient(this.world.origin).call('resume', {}, { code: this.resumeCode });
    this.token = back.token;
    await this.openPage();
    this.world.ledger.count('came back with their own code');
  }

  /** Says which Pi is before them; sits down with those who have it already, if they let them. */
  async claimPi(number: number): Promise<void> {
    const { ledger } = this.world;
    const claimed = await this.ask('pi:claim', { number });
    if (!claimed?.ok) return;
    ledger.count(`Pi number typed: ${claimed.result.outcome}`);
    if (claimed.result.outcome !== 'taken') return;
    const { seat } = claimed.result;
    const moved = this.#until((state) => state.seat.id === seat.id);
    const knocked = await this.ask('pair:knock', { seatId: seat.id });
    if (!knocked?.ok) return;
    if (await moved) ledger.count('sat down with somebody');
  }

  /** Who has no Pi queues for one. */
  async waitInLine(): Promise<void> {
    if (this.state?.turn.state !== 'none') return;
    if ((await this.ask('turn:queue', {}))?.ok) this.world.ledger.count('queued for a Pi');
  }

  /** Changes the blocks as the driver; who does not drive leaves them alone, as the page does. */
  build(): Promise<void> {
    this.#saving = this.#saving.then(() => this.#build());
    return this.#saving;
  }

  /** Runs what is built: on the seat's Pi, or on the virtual one. */
  async run(options: { failing?: boolean; held?: boolean } = {}): Promise<void> {
    const { ledger } = this.world;
    if (!this.state) return;
    if (this.state.device === null) {
      await this.ask('virtual:state', { state: 'running', error: null });
      ledger.count('ran on the virtual Pi');
      return;
    }
    const source = options.failing ? failingProgram : (this.#plan?.stages[this.#stage]?.source ?? '');
    const asked = performance.now();
    const answer = await this.ask('program:run', { source });
    if (!answer?.ok) return;
    ledger.took('run → the Pi has begun', performance.now() - asked);
    ledger.count(options.failing ? 'ran with an error' : 'ran on a Pi');
  }

  async stop(): Promise<void> {
    if (this.state?.device) await this.ask('program:stop', {});
    else await this.ask('virtual:state', { state: 'idle', error: null });
  }

  /** Gets on in the lesson. */
  async getOn(): Promise<void> {
    const plan = this.#plan;
    if (!plan) return;
    const done = Math.min(plan.goals.length, this.#stage);
    const step = Math.min(plan.steps - 1, this.#stage);
    await this.ask('progress:save', {
      lessonId: plan.lessonId,
      step,
      furthest: step,
      goals: plan.goals.slice(0, done),
      quizzes: [],
      left: [],
      celebrated: [],
      finished: done === plan.goals.length,
    });
    this.world.ledger.count('got on in the lesson');
  }

  /** Passes the wheel to the other one, if they drive and there is one. */
  async passDrive(): Promise<void> {
    const other = this.state?.pair.pupils.find(({ id, connected }) => connected && id !== this.pupilId);
    if (!this.drives || !other) return;
    const answer = await this.ask('drive:pass', { pupilId: other.id });
    if (answer?.ok) this.world.ledger.count('passed the drive');
  }

  get drives(): boolean {
    return this.state?.pair.driver === this.pupilId;
  }

  close(): void {
    this.#socket?.disconnect();
  }

  /** Asks the server; null when the connection went first. Complains of a refusal that belongs to no lesson. */
  async ask<Asked extends Name>(
    name: Asked,
    request: Parameters<PupilToServer[Asked]>[0],
  ): Promise<Parameters<Parameters<PupilToServer[Asked]>[1]>[0] | null> {
    const socket = this.#socket;
    if (!socket?.connected) return null;
    const { ledger } = this.world;
    if (toPis.includes(name)) ledger.count(askedOfPi);
    const answer = await answerTo(socket, name, request).catch(() => null);
    if (answer === null) {
      if (socket.connected && !this.ended) ledger.complain(`${this.nickname}: no answer to ${name}`);
      return null;
    }
    if (!answer.ok) this.#hearRefusal(name, answer.problem.code);
    return answer as Parameters<Parameters<PupilToServer[Asked]>[1]>[0];
  }

  #hearRefusal(name: string, code: string): void {
    const { ledger } = this.world;
    const over = code === 'class-ended' || (this.ended && code === 'seat-token-invalid');
    const isSlow = slowness.includes(code);
    if (isSlow) ledger.count(unansweredByPi);
    if (over || isSlow || expectedRefusals[name]?.includes(code)) ledger.refused(name, code);
    else ledger.complain(`${this.nickname}: ${name} was refused with ${code}`);
  }

  async #build(): Promise<void> {
    const { ledger, promises } = this.world;
    const { state } = this;
    const plan = this.#plan;
    if (!state || !plan || !this.drives || this.ended) return;
    this.#changes += 1;
    // Mostly forward, sometimes back: who tries something takes it away again.
    this.#stage = Math.min(plan.stages.length - 1, this.#changes % 5 === 4 ? this.#stage : this.#stage + 1);
    if (this.#changes % 7 === 6) this.#stage = Math.max(0, this.#stage - 2);
    const stage = plan.stages[this.#stage];
    if (!stage) return;
    const blocks: Blocks = signed(stage.blocks, this.nickname, this.#changes);
    const seatId = state.seat.id;
    const asked = performance.now();
    const answer = await this.ask('workspace:save', {
      base: state.workspace.version,
      blocks,
      tab: this.pupilId,
      seat: seatId,
    });
    if (!answer) return;
    if (answer.ok) {
      const { version, savedAt } = answer.result;
      ledger.took('save → acknowledged', performance.now() - asked);
      ledger.count('changes saved');
      promises.saved(seatId, version, blocks, savedAt);
      if (this.state?.seat.id === seatId && this.state.workspace.version < version)
        this.#change({ workspace: { version, blocks, savedAt, savedBy: this.pupilId } });
    } else if (['not-driving', 'workspace-conflict', 'seat-left'].includes(answer.problem.code)) {
      promises.setAside(seatId, blocks);
    }
  }

  get #plan(): BuildingPlan | undefined {
    return this.world.plans.get(this.state?.seat.lessonId ?? '');
  }

  #change(change: Partial<PupilState>): void {
    if (this.state) this.state = { ...this.state, ...change };
  }

  #listen(socket: Socket<ServerToPupil, PupilToServer>): void {
    const { ledger } = this.world;
    socket.on('seat:state', (state) => {
      this.state = state;
    });
    socket.on('device:state', (device) => this.#change({ device }));
    socket.on('workspace:changed', (workspace) => this.#change({ workspace }));
    socket.on('turn:changed', (turn) => {
      if (turn.state === 'has' && this.state?.turn.state === 'waiting')
        ledger.count('got a Pi in their turn');
      this.#change({ turn });
    });
    socket.on('hand-in:changed', (handIn) => {
      if (handIn.state === 'returned') ledger.count('got their work back');
      this.#change({ handIn });
    });
    socket.on('hand:changed', (hand) => this.#change({ hand }));
    socket.on('note:changed', (note) => {
      if (note) ledger.count('read a note');
      this.#change({ note });
    });
    socket.on('steering:changed', (steering) => {
      if (steering.eyesUpMs !== null && !this.state?.steering.eyesUpMs) ledger.count('looked up');
      this.#change({ steering });
    });
    socket.on('looking:changed', (looking) => {
      this.#change({ looking });
      if (looking.consent === 'asked') void this.ask('looking:answer', { yes: true });
    });
    socket.on('pair:changed', (pair) => {
      this.#change({ pair });
      // Whoever is let in is let in by one of those who sit there.
      if (this.drives)
        for (const { id } of pair.knocking) void this.ask('pair:answer', { pupilId: id, yes: true });
    });
    socket.on('work:sent', (sent) => {
      ledger.count(`was sent a ${sent.kind}`);
      if (sent.kind === 'step') return;
      this.#stage = 0;
      this.#change({ workspace: sent.workspace });
    });
    socket.on('class:stop-all', () => ledger.count('page was told to stop'));
    socket.on('class:changed', (changed) => {
      this.#change({ class: changed });
      if (changed.state === 'ended') this.ended = true;
    });
  }

  /** Whether the state becomes so within a person's patience. */
  async #until(isSo: (state: PupilState) => boolean): Promise<boolean> {
    const end = performance.now() + 15_000;
    while (performance.now() < end && !this.ended) {
      if (this.state && isSo(this.state)) return true;
      await new Promise((done) => setTimeout(done, 50));
    }
    return false;
  }
}

/** The answer to a request; rejects when the connection goes first. */
function answerTo(
  socket: Socket<ServerToPupil, PupilToServer>,
  name: Name,
  request: unknown,
): Promise<Answer<unknown>> {
  // TypeScript can't follow an event's types through a generic name.
  const untyped = socket.timeout(patience) as unknown as {
    emitWithAck(name: string, request: unknown): Promise<Answer<unknown>>;
  };
  const lost = new Promise<never>((_, reject) =>
    socket.once('disconnect', () => reject(new Error('the connection went'))),
  );
  return Promise.race([untyped.emitWithAck(name, request), lost]);
}
