import type { Problem } from '../../device/contract/problem.ts';
import type {
  Blocks,
  ClassView,
  DeviceView,
  KnockView,
  PupilState,
  SteeringView,
  WorkspaceView,
} from '../../server/live/contract/live.ts';
import type { SentWork } from '../../server/live/contract/sent-work.ts';
import { problemOf } from '../ui/problem-text.ts';
import type { SaveState } from './autosave.ts';
import { Autosave } from './autosave-runner.ts';
import { PupilConnection } from './connection.ts';
import { openCopyStore } from './copy-store.ts';
import { Runs } from './runs.ts';
import type { HeldSeat } from './seat-store.ts';
import { tabId } from './tab-id.ts';

/** What the desk does when something happens to its seat. */
export interface SessionListener {
  /** Something that is shown has changed. */
  changed(): void;
  /** The seat's first state has come, or it has another lesson from now on: this one. */
  begun(lessonId: string): void;
  /** The editor shows this work from now on; `null`: the lesson's beginning. */
  show(blocks: Blocks | null): void;
  /** The server does not know this seat (any more). */
  refused(problem: Problem): void;
  /** The code to come back with is another one. */
  newCode(resumeCode: string): void;
  /** The lesson was changed on the server. */
  lessonChanged(lessonId: string): void;
  /** The teacher sent a lesson, a step or the starter. `former`: the blocks that went; `null`: none. */
  sent(what: SentWork, former: Blocks | null): void;
}

/** One seat in one page: its live connection, its saving and its programs. Nothing happens before `open`. */
export class SeatSession {
  readonly runs: Runs;
  #listener: SessionListener;
  readonly #tab = tabId();
  #connection: PupilConnection | undefined;
  #autosave: Autosave | undefined;
  #pupil: PupilState | null = null;
  #online = false;
  #knock: KnockView | null = null;
  /** The seat whose work this page saves. */
  #savingAt: string | undefined;
  /** The lesson of the copy that an earlier page left there. */
  #copiedLesson: string | undefined;
  #held: HeldSeat | undefined;
  /** After this time the page opens without the server. */
  #aloneTimer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  /** A lesson that the teacher sent, and whose state is on its way. */
  #sentLesson: Extract<SentWork, { kind: 'lesson' }> | undefined;
  #holding: ReturnType<typeof setTimeout> | undefined;

  constructor(listener: SessionListener) {
    this.#listener = listener;
    this.runs = new Runs(
      {
        run: (source, begin) => this.ask('program:run', { source, ...(begin && { begin }) }),
        control: async (control) => void (await this.ask('program:control', { control })),
        stop: async () => void (await this.ask('program:stop', {})),
        input: async (input) => void (await this.ask('board:input', input)),
        key: async (key) => void (await this.ask('board:key', { key })),
        tellPeers: async (message) => void (await this.ask('peers:send', message)),
        // The class loses a little of what it sees, the pupil nothing.
        tellVirtual: (state, error) => void this.ask('virtual:state', { state, error }).catch(() => {}),
      },
      () => this.#listener.changed(),
    );
  }

  /** `null` until the server has told. */
  get pupil(): PupilState | null {
    return this.#pupil;
  }

  get online(): boolean {
    return this.#online;
  }

  /** The pupil's own knock at another seat; `null`: none so far. */
  get knock(): KnockView | null {
    return this.#knock;
  }

  /** `null` until the server has told. */
  get saving(): SaveState | null {
    return this.#autosave?.state ?? null;
  }

  open(seat: HeldSeat): void {
    this.#held = seat;
    this.#aloneTimer = setTimeout(() => void this.#beginAlone().catch(nothing), serverPatience);
    this.#connection = new PupilConnection(seat.token, {
      unreachable: () => void this.#beginAlone().catch(nothing),
      'seat:state': (pupil) => void this.#hearState(pupil),
      'device:state': (device) => this.#hearDevice(device),
      'trace:batch': (batch) => this.runs.hear(batch),
      'workspace:changed': (workspace) => {
        // While saving begins at a seat, nobody else hears it.
        if (this.#pupil) this.#pupil = { ...this.#pupil, workspace };
        this.#autosave?.handle({ type: 'server', workspace });
      },
      'class:changed': (now) => this.#hearClass(now),
      'pair:changed': (pair) => {
        const nickname = pair.pupils.map((one) => one.nickname).join(' + ');
        if (this.#pupil) this.#patch({ pair, seat: { ...this.#pupil.seat, nickname } });
        this.#watch();
      },
      'turn:changed': (turn) => this.#patch({ turn }),
      'steering:changed': (steering) => this.#hearSteering(steering),
      'note:changed': (note) => this.#patch({ note }),
      'device:confirmed': ({ confirmed }) => this.#confirm(confirmed),
      'hand:changed': (hand) => this.#patch({ hand }),
      'hand-in:changed': (handIn) => this.#patch({ handIn }),
      'looking:changed': (looking) => {
        this.#patch({ looking });
        this.#watch();
      },
      'work:sent': (sent) => this.#hearSent(sent),
      'progress:changed': (progress) => this.#patch({ progress }),
      'pupil:changed': (pupil) => this.#patch({ pupil }),
      'pupil:new-code': ({ resumeCode }) => this.#listener.newCode(resumeCode),
      'knock:changed': (knock) => {
        this.#knock = knock;
        this.#listener.changed();
      },
      'lesson:changed': ({ lessonId }) => this.#listener.lessonChanged(lessonId),
      // A virtual Pi that could not be loaded has said so itself.
      'peers:message': (message) => void this.runs.hearPeer(message).catch(() => undefined),
      'class:stop-all': () => void this.runs.stop('virtual'),
      disconnected: () => {
        this.#online = false;
        this.#autosave?.handle({ type: 'disconnected' });
        this.#listener.changed();
      },
      refused: (problem) => this.#listener.refused(problem),
    });
  }

  /** The pupil has changed the work. */
  change(blocks: Blocks): void {
    this.#autosave?.handle({ type: 'changed', blocks });
  }

  /** The pupil has chosen between two versions. */
  choose(which: 'mine' | 'theirs'): void {
    this.#autosave?.handle({ type: 'chosen', which });
  }

  /** The pupil has read why a change was put aside. */
  read(): void {
    this.#autosave?.handle({ type: 'read' });
  }

  /** The page is being left. */
  flush(): void {
    this.#autosave?.handle({ type: 'flush' });
  }

  /** Nothing is told any more; what is unsent may still arrive, so that nothing of it has to stay in the browser. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#holding);
    this.#savingAt = undefined;
    this.#listener = nobody;
    await Promise.all([this.#autosave?.finish(), this.runs.close()]);
    this.#connection?.close();
  }

  async #hearState(pupil: PupilState): Promise<void> {
    if (this.#closed) return;
    clearTimeout(this.#aloneTimer);
    const first = this.#pupil === null;
    const seatId = pupil.seat.id;
    // A server that was restarted has forgotten who waited.
    const waits = this.#pupil?.turn.state === 'waiting' && this.#pupil.seat.id === seatId;
    if (waits && pupil.turn.state === 'none') void this.ask('turn:queue', {}).catch(() => {});
    const otherLesson = !first && this.#pupil?.seat.lessonId !== pupil.seat.lessonId;
    this.#pupil = pupil;
    this.#online = true;
    if (otherLesson) this.#listener.begun(pupil.seat.lessonId);
    this.#hearSteering(pupil.steering);
    this.runs.hearDevice(pupil.device);
    const moved = this.#savingAt !== seatId;
    if (moved) {
      // What is unsent of another seat goes there now; what does not arrive waits in the browser until the pupil is back.
      void this.#autosave?.finish();
      this.#autosave = undefined;
      this.#savingAt = seatId;
      const autosave = await this.#beginSaving(seatId);
      if (this.#savingAt !== seatId) return;
      this.#autosave = autosave;
      if (first) this.#listener.begun(pupil.seat.lessonId);
    }
    const { workspace } = this.#pupil;
    // A copy of the lesson before is no other version of this one's work.
    const late = moved && (this.#copiedLesson ?? pupil.seat.lessonId) !== pupil.seat.lessonId;
    if (late || (otherLesson && !moved)) this.#beginLesson(pupil.seat.lessonId, workspace);
    else this.#autosave?.handle({ type: 'server', workspace, connected: true });
    if (moved && !first) this.#listener.show(this.#autosave?.state.blocks ?? null);
    this.#watch();
    this.#listener.changed();
    void this.#keep().catch(nothing);
  }

  /** Without the server: the page shows what it knew last, and saves in the browser until the server is there. */
  async #beginAlone(): Promise<void> {
    clearTimeout(this.#aloneTimer);
    const held = this.#held;
    if (!held || this.#pupil || this.#closed) return;
    const { lastKnown } = await import('./keeping/last-known.ts');
    const known = await lastKnown(held);
    if (!known || this.#pupil || this.#closed) return;
    const seatId = known.seat.id;
    this.#pupil = known;
    this.#savingAt = seatId;
    const autosave = await this.#beginSaving(seatId);
    if (this.#closed) return;
    // The server may have come meanwhile, and with it another seat.
    if (this.#savingAt === seatId) {
      this.#autosave = autosave;
      const { workspace } = this.#pupil;
      autosave.handle({ type: 'server', workspace, ...(this.#online && { connected: true }) });
    }
    this.#listener.begun(this.#pupil.seat.lessonId);
    this.#listener.changed();
  }

  /** Keeps what is known, for a page that opens without the server; work that the server has not is kept elsewhere. */
  async #keep(): Promise<void> {
    const { keepLastKnown } = await import('./keeping/last-known.ts');
    const saving = this.#autosave?.state;
    const pupil = this.#pupil;
    if (!this.#held || !pupil || !saving || this.#closed || pupil.class.state === 'ended') return;
    if (saving.edit > saving.saved) return;
    const { base: version, blocks } = saving;
    await keepLastKnown(this.#held, { ...pupil, workspace: { ...pupil.workspace, version, blocks } });
  }

  #hearSent(sent: SentWork): void {
    // With the lesson's state comes what there was of it.
    if (sent.kind === 'lesson') this.#sentLesson = sent;
    else if (sent.kind === 'starter') this.#beginAnew(sent);
    else this.#listener.sent(sent, null);
  }

  /** A page that was away has not heard what was sent, but finds another lesson. */
  #beginLesson(lessonId: string, workspace: WorkspaceView): void {
    const heard = this.#sentLesson?.lessonId === lessonId ? this.#sentLesson : undefined;
    this.#sentLesson = undefined;
    this.#beginAnew({ kind: 'lesson', lessonId, setAside: heard?.setAside ?? null, workspace });
  }

  #beginAnew(sent: Exclude<SentWork, { kind: 'step' }>): void {
    const former = this.#autosave?.state.blocks ?? null;
    this.#autosave?.handle({ type: 'replaced', workspace: sent.workspace, connected: true });
    void this.runs.stop('virtual');
    this.#listener.sent(sent, former);
  }

  /** The server tells when a hold ends; a page that has lost it must not be held for ever. */
  #hearSteering(steering: SteeringView): void {
    clearTimeout(this.#holding);
    const { eyesUpMs, programsOffMs } = steering;
    const longest = Math.max(eyesUpMs ?? 0, programsOffMs ?? 0);
    if (longest > 0) {
      const over = () => this.#patch({ steering: { eyesUpMs: null, programsOffMs: null } });
      this.#holding = setTimeout(over, longest + holdGrace);
    }
    if (programsOffMs !== null) void this.runs.stop('virtual');
    this.#patch({ steering });
  }

  /** Whoever looks on sees changes sooner. */
  #watch(): void {
    const here = this.#pupil?.pair.pupils.filter(({ connected }) => connected) ?? [];
    const seen = this.#pupil?.looking.live ?? false;
    const by = here.length > 1 ? 'partner' : seen ? 'teacher' : 'nobody';
    this.#autosave?.handle({ type: 'watched', by });
  }

  #patch(news: Partial<PupilState>): void {
    if (this.#pupil) this.#pupil = { ...this.#pupil, ...news };
    this.#listener.changed();
  }

  #confirm(deviceConfirmed: boolean): void {
    if (this.#pupil) this.#patch({ seat: { ...this.#pupil.seat, deviceConfirmed } });
  }

  #hearDevice(device: DeviceView | null): void {
    if (this.#pupil) this.#pupil = { ...this.#pupil, device };
    this.runs.hearDevice(device);
    this.#listener.changed();
  }

  #hearClass(now: ClassView): void {
    if (this.#pupil) this.#pupil = { ...this.#pupil, class: now };
    if (now.state === 'ended') {
      void this.runs.stop('virtual');
      // The server closes all seats now; who knocked again would be sent to the door and lose the sight of the work.
      this.#connection?.close();
      this.#autosave?.close();
      void this.#forget();
    }
    this.#listener.changed();
  }

  /** The class is gone: nobody can send what this browser keeps of it. */
  async #forget(): Promise<void> {
    const held = this.#held;
    if (held) await import('./keeping/last-known.ts').then(({ forgetWork }) => forgetWork(held), nothing);
  }

  async #beginSaving(seatId: string): Promise<Autosave> {
    const { found, store } = await openCopyStore(seatId, this.#tab);
    this.#copiedLesson = found?.lessonId;
    return new Autosave({
      tab: this.#tab,
      copy: found,
      store: {
        write: (copy) => {
          const here = this.#savingAt === seatId;
          return store.write(here ? { ...copy, lessonId: this.#pupil?.seat.lessonId } : copy);
        },
        clear: async () => {
          // Kept as known before it is no longer kept as unsent.
          await this.#keep().catch(nothing);
          await store.clear();
        },
      },
      problemOf,
      clock: {
        // The computer's time may be set right meanwhile, by a day.
        now: () => performance.now(),
        after: (ms, callback) => {
          const timer = setTimeout(callback, ms);
          return () => clearTimeout(timer);
        },
      },
      send: (base, blocks) => this.#send(seatId, base, blocks),
      show: (blocks) => this.#listener.show(blocks),
      changed: () => this.#listener.changed(),
    });
  }

  async #send(seat: string, base: number, blocks: Blocks): Promise<{ version: number; restMs: number }> {
    let bytes = Number.POSITIVE_INFINITY;
    try {
      bytes = JSON.stringify(blocks).length;
    } catch {
      // Deeper than anything that can be sent.
    }
    if (bytes > seldomMore) (await import('./keeping/limits.ts')).checkLimits(blocks, bytes);
    const { version } = await this.ask('workspace:save', { base, blocks, tab: this.#tab, seat });
    return { version, restMs: bytes / bytesPerMs };
  }

  /** Asks the server something. @throws ProblemError its refusal, or `no-connection`. */
  readonly ask: PupilConnection['ask'] = (name, request) => {
    if (!this.#connection) throw new Error('the session is not open');
    // The last change belongs to who still drives, and to the common work.
    if (name === 'drive:pass' || name === 'pair:part') this.flush();
    return this.#connection.ask(name, request);
  };
}

/** Hears what comes after the end. */
const nobody: SessionListener = {
  changed() {},
  begun() {},
  show() {},
  refused() {},
  newCode() {},
  lessonChanged() {},
  sent() {},
};

/** What cannot be kept is not there without the server; all else goes on. */
function nothing(): void {}

/** Time in which the server's word that a hold has ended should have come, ms. */
const holdGrace = 1000;
/** A server that has not answered by then does not keep a pupil from their work, ms. */
const serverPatience = 4000;
/** Work that is larger, bytes, is looked at before it is sent. */
const seldomMore = 50_000;
/** Half of what the server lets a connection send. */
const bytesPerMs = 400;
