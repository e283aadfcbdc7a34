import { ProblemError } from '../../device/contract/problem.ts';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { Fleet } from '../fleet/interface.ts';
import type { PiClaim } from './class-store.ts';
import type { ClassroomParts } from './classroom-parts.ts';
import { lessonWiring } from './lesson-catalog.ts';
import type { PiTurns } from './pi-turns.ts';
import { classEnded, piBlinks, piContested, piUnknown } from './problems.ts';

/** What came of a claim: the Pi is the seat's, or others have it for good. */
export type ClaimOutcome =
  | { readonly outcome: 'yours' }
  | { readonly outcome: 'taken'; readonly seat: { readonly id: string; readonly nickname: string } };

/** What is needed beside the classroom's parts. */
export interface OwnPiNeeds {
  readonly parts: Pick<ClassroomParts, 'events' | 'handOver' | 'lessons' | 'roster' | 'store'>;
  readonly turns: Pick<PiTurns, 'goesTo' | 'hasFree' | 'queue'>;
  readonly fleet: Pick<Fleet, 'identify'>;
  /** ms on a clock that never goes back. */
  readonly clock: () => number;
}

/** How long a Pi blinks, and is not asked to again, ms. */
const blinkPause = 3000;
/** How often a claim is decided anew when the seats have changed meanwhile. */
const attempts = 4;

/** Puts right which Pi is before whom: pupils say its number, and let it blink. */
export class OwnPi {
  readonly #needs: OwnPiNeeds;
  readonly #blinkedAt = new Map<DeviceId, number>();

  constructor(needs: OwnPiNeeds) {
    this.#needs = needs;
  }

  /**
   * Makes the Pi with this number the seat's, for good. Who merely got it by itself, and runs nothing on it, gets the
   * seat's Pi instead. What runs on either of the two stops.
   *
   * @throws ProblemError `pi-unknown`, `pi-contested`, `class-ended`.
   */
  async claim(seatId: string, number: number): Promise<ClaimOutcome> {
    const { handOver, store } = this.#needs.parts;
    let released = '';
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const claim = this.#decide(seatId, number);
      if ('outcome' in claim) return claim;
      if (claim.had !== claim.deviceId && released !== claim.deviceId) {
        const moving = [claim.had, claim.deviceId].filter((id) => id !== null);
        await Promise.all(moving.map((id) => handOver.release(id)));
        released = claim.deviceId;
        // Stopping takes its time, in which everything may have changed.
        continue;
      }
      if (await store.claim(claim)) {
        await this.#carryOut(claim);
        return { outcome: 'yours' };
      }
      // Who was faster first has to be known in memory, too.
      await new Promise((resolve) => setImmediate(resolve));
    }
    throw new ProblemError(piContested(number));
  }

  /**
   * Lets a Pi blink.
   *
   * @throws ProblemError `pi-blinks` when it has only just been asked to, and what the Pi refuses.
   */
  async identify(deviceId: DeviceId): Promise<void> {
    const now = this.#needs.clock();
    for (const [id, at] of this.#blinkedAt) if (now - at >= blinkPause) this.#blinkedAt.delete(id);
    if (this.#blinkedAt.has(deviceId)) throw new ProblemError(piBlinks());
    this.#blinkedAt.set(deviceId, now);
    await this.#needs.fleet.identify(deviceId);
  }

  /** What is to be done as the seats stand now; or what there is to say instead. */
  #decide(seatId: string, number: number): PiClaim | ClaimOutcome {
    const { parts, turns } = this.#needs;
    const { handOver, roster } = parts;
    const seat = roster.seat(seatId);
    const inClass = roster.class(seat?.classId ?? '');
    if (!seat || !inClass || seat.pupils.length === 0) throw new ProblemError(classEnded());
    const deviceId = handOver.byNumber(inClass.schoolId, number);
    if (deviceId === undefined) throw new ProblemError(piUnknown(number));
    const had = seat.deviceId;
    if (had === deviceId && seat.deviceConfirmed) return { outcome: 'yours' };
    const comes = roster.seat(turns.goesTo(deviceId) ?? '');
    const holder = comes ?? roster.seatAt(deviceId);
    // Their turn has come, and the seat before is letting go of it.
    if (comes?.id === seatId && roster.seatAt(deviceId)) return { outcome: 'yours' };
    if (!holder || holder.id === seatId) return { seatId, deviceId, had, holderId: null, swapped: null };
    // Another class's Pi is none of this one.
    if (holder.classId !== seat.classId) throw new ProblemError(piUnknown(number));
    if (holder === comes || holder.deviceConfirmed || handOver.isRunning(deviceId))
      return { outcome: 'taken', seat: { id: holder.id, nickname: holder.nickname } };
    const goes = had !== null && turns.goesTo(had) !== undefined;
    return { seatId, deviceId, had, holderId: holder.id, swapped: goes ? null : had };
  }

  async #carryOut({ seatId, deviceId, had, holderId, swapped }: PiClaim): Promise<void> {
    const { parts, turns } = this.#needs;
    const { events, handOver, lessons, roster } = parts;
    roster.assign(seatId, deviceId, true);
    if (holderId !== null && swapped !== null) roster.assign(holderId, swapped);
    const changed = [seatId, holderId].map((id) => roster.seat(id ?? '')).filter((seat) => !!seat);
    for (const seat of changed) events.emit('seat-moved', seat);
    const displaced = roster.seat(holderId ?? '');
    if (displaced?.deviceId === null && turns.hasFree(displaced.classId)) turns.queue(displaced.id);
    if (had === deviceId) return;
    for (const { id, deviceId: now } of changed)
      if (now !== null) await handOver.prepare(now, lessonWiring(lessons, roster.lessonOf(id) ?? ''));
  }
}
