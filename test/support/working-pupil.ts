import { io, type Socket } from 'socket.io-client';
import { ApiClient } from '../../provisioning/api-client.ts';
import type { PupilState, PupilToServer, ServerToPupil } from '../../server/live/contract/live.ts';

/** A save that the server has acknowledged. */
export interface AcknowledgedSave {
  readonly version: number;
  /** What was saved: `{ change }`, counted by the pupil from 1. */
  readonly change: number;
}

/** Between two saves of a pupil, ms: as often as somebody who drags blocks fast, and below the limit of a connection. */
const thinkingTime = 40;

/**
 * A pupil without a page who saves a change after the other, and comes back by themselves whenever the server has gone.
 * Holds the server to what it has acknowledged: each state that it tells must have it.
 */
export class WorkingPupil {
  readonly resumeCode: string;
  readonly pupilId: string;
  readonly seatId: string;
  /** What the server did that it must not do. */
  readonly complaints: string[] = [];
  /** Saves that were acknowledged. */
  saves = 0;
  /** How often the server told the whole state. */
  states = 0;
  /** The newest that was acknowledged. */
  newest: AcknowledgedSave = { version: 0, change: 0 };
  readonly #socket: Socket<ServerToPupil, PupilToServer>;
  #change = 0;
  /** The server's version on which the next change is built; null until the server has told, after each connection. */
  #base: number | null = null;
  #working = false;

  /** Takes a seat of its own in a class. */
  static async join(origin: string, code: string, nickname: string): Promise<WorkingPupil> {
    const joined = await new ApiClient(origin).call('join', {}, { code, nickname });
    return new WorkingPupil(origin, joined);
  }

  private constructor(
    origin: string,
    joined: { token: string; resumeCode: string; pupil: { id: string }; seat: { id: string } },
  ) {
    this.resumeCode = joined.resumeCode;
    this.pupilId = joined.pupil.id;
    this.seatId = joined.seat.id;
    this.#socket = io(`${origin}/pupil`, {
      auth: { token: joined.token },
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    this.#socket.on('seat:state', (state) => this.#hear(state));
    this.#socket.on('disconnect', () => {
      this.#base = null;
    });
    this.#socket.on('connect_error', (error) => {
      if ('data' in error && error.data) this.complaints.push(`refused: ${JSON.stringify(error.data)}`);
    });
  }

  get present(): boolean {
    return this.#base !== null;
  }

  /** Saves again and again until `stop`; resolves when the last answer has come. */
  async work(): Promise<void> {
    this.#working = true;
    while (this.#working) {
      if (this.#base !== null) await this.#save(this.#base);
      await new Promise((done) => setTimeout(done, thinkingTime));
    }
  }

  stop(): void {
    this.#working = false;
  }

  close(): void {
    this.#socket.disconnect();
  }

  async #save(base: number): Promise<void> {
    this.#change += 1;
    const change = this.#change;
    const answer = await this.#answer(base, change);
    // Without an answer nothing was promised; the state that comes next tells whether it was saved.
    if (!answer) return;
    if (!answer.ok) return void this.complaints.push(`not saved: ${answer.problem.code}`);
    this.saves += 1;
    this.newest = { version: answer.result.version, change };
    if (this.#base === base) this.#base = answer.result.version;
  }

  /** The answer to a save; null when the connection went before it came. */
  async #answer(base: number, change: number) {
    const gone = new AbortController();
    const lost = new Promise<null>((resolve) => {
      const leave = () => resolve(null);
      this.#socket.once('disconnect', leave);
      gone.signal.addEventListener('abort', () => this.#socket.off('disconnect', leave));
    });
    const asked = this.#socket.volatile
      .timeout(30_000)
      .emitWithAck('workspace:save', { base, blocks: { change }, tab: this.pupilId });
    const answer = await Promise.race([asked.catch(() => null), lost]);
    gone.abort();
    return answer;
  }

  #hear({ pupil, seat, workspace }: PupilState): void {
    this.states += 1;
    const change = Number(workspace.blocks?.change ?? 0);
    if (pupil.id !== this.pupilId || seat.id !== this.seatId) this.complaints.push('sits somewhere else');
    const { newest } = this;
    if (workspace.version < newest.version || change < newest.change) {
      this.complaints.push(
        `acknowledged ${JSON.stringify(newest)}, came back to version ${workspace.version}`,
      );
    }
    if (workspace.version === newest.version && change !== newest.change) {
      this.complaints.push(`version ${newest.version} is another one now`);
    }
    this.#base = workspace.version;
  }
}
