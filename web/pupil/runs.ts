import type { PartInput } from '../../device/contract/command.ts';
import type { IncomingMessage, OutgoingMessage } from '../../device/contract/peer-message.ts';
import { type Problem, ProblemError, problem } from '../../device/contract/problem.ts';
import type { Begin, ProgramControl } from '../../device/contract/program-control.ts';
import type { TraceBatch, TraceEvent } from '../../device/contract/trace.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { DeviceView } from '../../server/live/contract/live.ts';
import { afterEvents, type BoardStateEvent } from '../board/board-state.ts';
import { FrameQueue } from './frame-queue.ts';
import { PacedInputs } from './paced-inputs.ts';
import { agreeWith, beginRun, emptyRunView, type RunView, takeBatch } from './run-view.ts';
import type { VirtualRunner } from './virtual-runner.ts';

/** Where a program runs: on the seat's Pi, or on a Pi that exists in this page only. */
export type RunTarget = 'pi' | 'virtual';

/** How the seat's Pi is reached. Every function throws a ProblemError. */
export interface PiLine {
  run(source: string, begin: Begin | undefined): Promise<{ runId: string }>;
  stop(): Promise<void>;
  control(control: ProgramControl): Promise<void>;
  input(input: PartInput): Promise<void>;
  key(key: string): Promise<void>;
  /** Sends a message of the virtual Pi to other Pis of the class. */
  tellPeers(message: OutgoingMessage): Promise<void>;
  /** Tells the class what the virtual Pi does; never throws. */
  tellVirtual(state: 'idle' | 'running', error: Problem | null): void;
}

/** Time in which the trace's end should follow the Pi's report that nothing runs, ms. */
const endGrace = 600;

/** The programs of this seat, on the Pi and on the virtual Pi, as the page shows them. */
export class Runs {
  /** Hears every batch of the trace that is shown, in its order; one that came before may come again (`resync`). */
  onTrace: ((target: RunTarget, batch: TraceBatch) => void) | undefined;
  readonly #line: PiLine;
  readonly #changed: () => void;
  readonly #inputs: PacedInputs;
  readonly #queue: FrameQueue<{ target: RunTarget; batch: TraceBatch; counts?: () => boolean }>;
  #views: Record<RunTarget, RunView> = { pi: emptyRunView, virtual: emptyRunView };
  #device: DeviceView | null = null;
  #virtual: Promise<VirtualRunner> | undefined;
  /** What is wired to it. */
  #virtualWiring: Wiring | undefined;
  #virtualSequence = 0;

  constructor(line: PiLine, changed: () => void) {
    this.#line = line;
    this.#changed = changed;
    this.#inputs = new PacedInputs((input) => line.input(input));
    this.#queue = new FrameQueue((items) => {
      for (const { target, batch, counts } of items) {
        if (counts && !counts()) continue;
        this.#set(target, takeBatch(this.#views[target], batch));
        this.onTrace?.(target, batch);
      }
      this.#changed();
    });
  }

  view(target: RunTarget): RunView {
    return this.#views[target];
  }

  /** A batch of the Pi's trace came. */
  hear(batch: TraceBatch): void {
    this.#queue.add({ target: 'pi', batch });
  }

  /** What the Pi says of itself. Its report may overtake the trace's end by a little. */
  hearDevice(device: DeviceView | null): void {
    if (this.#device?.id !== device?.id) this.#set('pi', emptyRunView);
    this.#device = device;
    if (device?.program.state === 'running') this.#set('pi', agreeWith(this.#views.pi, device.program));
    else {
      const { runId } = this.#views.pi;
      setTimeout(() => this.#agree(runId), endGrace);
    }
    this.#changed();
  }

  /**
   * Runs a program.
   * @param begin left out: at full speed, at once.
   * @throws ProblemError why it could not begin.
   */
  async run(target: RunTarget, source: string, wiring: Wiring, begin?: Begin): Promise<void> {
    if (target === 'pi') {
      const { runId } = await this.#line.run(source, begin);
      if (this.#views.pi.runId !== runId) this.#set('pi', beginRun(this.#views.pi, runId));
    } else {
      const virtual = await this.#virtualPi(wiring);
      const runId = await virtual.run(source, begin);
      if (this.#views.virtual.runId !== runId) this.#set('virtual', beginRun(this.#views.virtual, runId));
    }
    this.#changed();
  }

  /** Pauses the program that runs there, lets it go on, steps it, slows it down. @throws ProblemError when it did not get through. */
  async control(target: RunTarget, control: ProgramControl): Promise<void> {
    if (target === 'pi') await this.#line.control(control);
    else (await this.#virtual)?.control(control);
  }

  /** @throws ProblemError why it may still run. */
  async stop(target: RunTarget): Promise<void> {
    if (target === 'pi') await this.#line.stop();
    else await (await this.#virtual)?.stop();
  }

  /** Stops what runs, wherever, and at `target` also what may just be starting. @throws ProblemError why it may still run. */
  async stopAll(target: RunTarget): Promise<void> {
    const other = target === 'pi' ? 'virtual' : 'pi';
    await Promise.all([this.stop(target), this.#views[other].running ? this.stop(other) : undefined]);
  }

  /** A hand on an input. @throws ProblemError when it did not get through. */
  async input(target: RunTarget, input: PartInput, wiring: Wiring): Promise<void> {
    if (target === 'pi') await this.#inputs.send(input);
    else (await this.#virtualPi(wiring)).input(input);
  }

  /** A key for the program that runs there. @throws ProblemError when it did not get through. */
  async key(target: RunTarget, key: string): Promise<void> {
    if (target === 'pi') await this.#line.key(key);
    else (await this.#virtual)?.key(key);
  }

  /** A message of another Pi came, for the program on the virtual Pi. */
  async hearPeer(message: IncomingMessage): Promise<void> {
    (await this.#virtual)?.peerMessage(message);
  }

  /** Ends the virtual Pi. */
  async close(): Promise<void> {
    await (await this.#virtual)?.close();
  }

  /** While a program runs, the trace alone tells; between programs a hand may still press a button. */
  #hearBoard(event: BoardStateEvent): void {
    const view = this.#views.virtual;
    if (view.running) return;
    this.#views.virtual = { ...view, board: afterEvents(view.board, [event]) };
    this.#changed();
  }

  /** @param counts whether it still does when it is shown. */
  #hearVirtual(runId: string, events: TraceEvent[], counts: () => boolean): void {
    const sequence = this.#virtualSequence++;
    this.#queue.add({ target: 'virtual', batch: { runId, sequence, events }, counts });
  }

  /** Messages are of the moment: one that does not get through is not sent again, and the console says so. */
  #tellPeers(runId: string, { at, to, name, value }: Extract<TraceEvent, { kind: 'sent' }>): void {
    const message = { to, name, ...(value === undefined ? {} : { value }) };
    this.#line.tellPeers(message).catch(() => {
      const lost: TraceEvent = { at, kind: 'gap', dropped: 1, unsent: true };
      this.#hearVirtual(runId, [lost], () => this.#views.virtual.runId === runId);
    });
  }

  /** The Pi was still after this run; one that began since then is not meant. */
  #agree(runId: string | null): void {
    if (this.#device?.program.state !== 'idle' || this.#views.pi.runId !== runId) return;
    this.#set('pi', agreeWith(this.#views.pi, this.#device.program));
    this.#changed();
  }

  #set(target: RunTarget, view: RunView): void {
    const before = this.#views[target];
    this.#views = { ...this.#views, [target]: view };
    if (target === 'virtual' && before.running !== view.running) {
      const error = view.lines.findLast((line) => line.kind === 'error');
      this.#line.tellVirtual(view.running ? 'running' : 'idle', error?.problem ?? null);
    }
  }

  /** The virtual Pi with its QuickJS comes when it is first needed, and anew when another wiring is asked for. */
  #virtualPi(wiring: Wiring): Promise<VirtualRunner> {
    if (this.#virtual && JSON.stringify(wiring) !== JSON.stringify(this.#virtualWiring)) {
      void this.#virtual.then((old) => old.close()).catch(() => undefined);
      this.#virtual = undefined;
      this.#set('virtual', emptyRunView);
    }
    this.#virtualWiring = wiring;
    if (this.#virtual) return this.#virtual;
    // One that was replaced has nothing more to say.
    const heard = () => this.#virtual === opening;
    const opening: Promise<VirtualRunner> = loadVirtualRunner().then(({ openVirtualRunner }) =>
      openVirtualRunner(wiring, {
        onTrace: (runId, events) => {
          this.#hearVirtual(runId, events, heard);
          for (const event of events) if (event.kind === 'sent' && heard()) this.#tellPeers(runId, event);
        },
        onBoard: (event) => heard() && this.#hearBoard(event),
      }),
    );
    this.#virtual = opening;
    opening.catch(() => {
      if (this.#virtual === opening) this.#virtual = undefined;
    });
    return opening;
  }
}

/** @throws ProblemError when the server is away, or has been renewed since this page was loaded. */
async function loadVirtualRunner(): Promise<typeof import('./virtual-runner.ts')> {
  try {
    return await import('./virtual-runner.ts');
  } catch (cause) {
    throw new ProblemError(
      problem(
        'virtual-pi-not-loaded',
        'Der virtuelle Pi konnte gerade nicht geladen werden. Lade die Seite neu, sobald die Verbindung wieder da ist; deine Arbeit bleibt erhalten.',
        'The virtual Pi could not be loaded right now. Reload the page when the connection is back; your work is kept.',
        String(cause),
      ),
      { cause },
    );
  }
}
