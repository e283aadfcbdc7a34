import type { Desired } from '../../device/contract/desired.ts';
import type { DeviceHealth } from '../../device/contract/health.ts';
import type { Presence } from '../../device/contract/presence.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { Reported } from '../../device/contract/reported.ts';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { TraceBatch } from '../../device/contract/trace.ts';
import type { DeviceView } from '../live/contract/live.ts';
import type { StoredDevice } from './device-store.ts';
import { type KnownPresence, nextPresence } from './presence.ts';
import { isStaleReport } from './reported-state.ts';
import { TraceTail } from './trace-tail.ts';

/**
 * One device as the server knows it now: what is stored, and what the device said on its connection. Each method
 * that takes a message in returns whether it told anything new.
 */
export class DeviceState {
  readonly id: DeviceId;
  readonly name: string;
  readonly number: number;
  /** The school that has it; null: the association. */
  schoolId: string | null;
  desired: Desired;
  reported: Reported | null;
  /** ms since 1970; null when it was never here. */
  lastSeenAt: number | null;
  /** Why the last run failed; null when it did not, or when the next has begun. */
  lastError: Problem | null = null;
  /** What it said of itself on this connection; null: nothing yet. */
  health: DeviceHealth | null = null;
  #presence: KnownPresence;
  #tail: TraceTail | undefined;
  /** The run before, or one to be forgotten: its late batches are not taken in again. */
  #pastRunId: string | undefined;

  constructor(stored: StoredDevice) {
    this.id = stored.id;
    this.name = stored.name;
    this.number = stored.number;
    this.schoolId = stored.schoolId;
    this.desired = stored.desired;
    // What ran before the server started is unknown until the device reports.
    this.reported = stored.reported && { ...stored.reported, program: { state: 'idle' } };
    this.lastSeenAt = stored.lastSeenAt;
  }

  get online(): boolean {
    return this.#presence?.state === 'online';
  }

  announce(presence: Presence): boolean {
    const before = this.online;
    this.#presence = nextPresence(this.#presence, presence);
    if (before && !this.online) this.health = null;
    return this.online !== before;
  }

  /** The broker has seen the connection end and no newer one stands, whether or not a will came. */
  connectionLost(): boolean {
    if (!this.online || !this.#presence) return false;
    this.#presence = { ...this.#presence, state: 'offline' };
    this.health = null;
    return true;
  }

  report(report: Reported): boolean {
    if (isStaleReport(this.reported ?? undefined, report)) return false;
    this.reported = report;
    return true;
  }

  /** May come before the presence that was sent first, which is acknowledged and so takes longer. */
  feel(health: DeviceHealth): boolean {
    if (JSON.stringify(health) === JSON.stringify(this.health)) return false;
    this.health = health;
    return true;
  }

  /** Takes a batch in; false when it belongs to a run that is over and done with. */
  trace(batch: TraceBatch): boolean {
    if (batch.runId === this.#pastRunId) return false;
    if (this.#tail?.runId !== batch.runId) {
      this.#pastRunId = this.#tail?.runId ?? this.#pastRunId;
      this.#tail = new TraceTail(batch.runId);
      this.lastError = null;
    }
    this.#tail.add(batch);
    for (const event of batch.events) if (event.kind === 'error') this.lastError = event.problem;
    return true;
  }

  /** The end of the newest run's trace. */
  tail(): TraceBatch | undefined {
    return this.#tail?.batch();
  }

  /** Forgets the newest run, such as when the Pi goes to another pupil. */
  forgetRun(): void {
    const running = this.reported?.program;
    this.#pastRunId =
      this.#tail?.runId ?? (running?.state === 'running' ? running.runId : undefined) ?? this.#pastRunId;
    this.#tail = undefined;
    this.lastError = null;
  }

  view(): DeviceView {
    return {
      id: this.id,
      name: this.name,
      number: this.number,
      online: this.online,
      board: this.reported && boardView(this.reported.board),
      wiring: this.desired.wiring,
      program: this.reported?.program ?? { state: 'idle' },
      health: this.online ? this.health : null,
    };
  }
}

function boardView({ kind, model, warning }: Reported['board']): DeviceView['board'] {
  return { kind, model, ...(warning && { warning }) };
}
