import type { Problem } from '../../device/contract/problem.ts';
import type { Blocks, ClassView, DeviceView, PupilState } from '../../server/live/contract/live.ts';
import { problemOf } from '../ui/problem-text.ts';
import type { SaveState } from './autosave.ts';
import { Autosave } from './autosave-runner.ts';
import { PupilConnection } from './connection.ts';
import { openCopyStore } from './copy-store.ts';
import { Runs } from './runs.ts';
import { tabId } from './tab-id.ts';

/** What the desk does when something happens to its seat. */
export interface SessionListener {
  /** Something that is shown has changed. */
  changed(): void;
  /** The seat's first state has come; `lessonId` is the class's lesson. */
  begun(lessonId: string): void;
  /** The editor shows this work from now on; `null`: the lesson's beginning. */
  show(blocks: Blocks | null): void;
  /** The server does not know this seat (any more). */
  refused(problem: Problem): void;
  /** The lesson was changed on the server. */
  lessonChanged(lessonId: string): void;
}

/** One seat in one page: its live connection, its saving and its programs. Nothing happens before `open`. */
export class SeatSession {
  readonly runs: Runs;
  readonly #listener: SessionListener;
  readonly #tab = tabId();
  #connection: PupilConnection | undefined;
  #autosave: Autosave | undefined;
  #pupil: PupilState | null = null;
  #online = false;

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
      () => listener.changed(),
    );
  }

  /** `null` until the server has told. */
  get pupil(): PupilState | null {
    return this.#pupil;
  }

  get online(): boolean {
    return this.#online;
  }

  /** `null` until the server has told. */
  get saving(): SaveState | null {
    return this.#autosave?.state ?? null;
  }

  open(token: string): void {
    this.#connection = new PupilConnection(token, {
      'seat:state': (pupil) => void this.#hearState(pupil),
      'device:state': (device) => this.#hearDevice(device),
      'trace:batch': (batch) => this.runs.hear(batch),
      'workspace:changed': (workspace) => this.#autosave?.handle({ type: 'server', workspace }),
      'class:changed': (now) => this.#hearClass(now),
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

  /** The page is being left. */
  flush(): void {
    this.#autosave?.handle({ type: 'flush' });
  }

  async close(): Promise<void> {
    this.flush();
    this.#autosave?.close();
    this.#connection?.close();
    await this.runs.close();
  }

  async #hearState(pupil: PupilState): Promise<void> {
    const first = this.#pupil === null;
    this.#pupil = pupil;
    this.#online = true;
    this.runs.hearDevice(pupil.device);
    if (first) {
      this.#autosave = await this.#beginSaving(pupil.seat.id);
      this.#listener.begun(pupil.class.lessonId);
    }
    this.#autosave?.handle({ type: 'server', workspace: this.#pupil.workspace, connected: true });
    this.#listener.changed();
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
    }
    this.#listener.changed();
  }

  async #beginSaving(seatId: string): Promise<Autosave> {
    const { found, store } = await openCopyStore(seatId, this.#tab);
    return new Autosave({
      tab: this.#tab,
      copy: found,
      store,
      problemOf,
      clock: {
        now: () => Date.now(),
        after: (ms, callback) => {
          const timer = setTimeout(callback, ms);
          return () => clearTimeout(timer);
        },
      },
      send: (base, blocks) => this.ask('workspace:save', { base, blocks, tab: this.#tab }),
      show: (blocks) => this.#listener.show(blocks),
      changed: () => this.#listener.changed(),
    });
  }

  /** Asks the server something. @throws ProblemError its refusal, or `no-connection`. */
  readonly ask: PupilConnection['ask'] = (name, request) => {
    if (!this.#connection) throw new Error('the session is not open');
    return this.#connection.ask(name, request);
  };
}
