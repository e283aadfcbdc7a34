import type { DeviceId } from '../../device/contract/topics.ts';
import type { PersonView } from '../api/contract/endpoints.ts';
import { HttpProblem } from '../api/http-problem.ts';
import { deviceUnknown } from '../fleet/problems.ts';
import type { Blocks, WorkspaceView } from '../live/contract/live.ts';
import { blocksToJson } from './blocks-json.ts';
import type { ClassroomParts } from './classroom-parts.ts';
import { lessonWiring } from './lesson-catalog.ts';
import { owns } from './ownership.ts';
import { deviceInOtherClass, seatUnknown } from './problems.ts';
import type { ActiveClass, ActiveSeat } from './roster.ts';
import type { SaveOutcome } from './workspace-store.ts';

/** What a page wants to save; see `pupilRequests`. */
export interface SaveWish {
  readonly base: number;
  readonly blocks: Blocks;
  readonly tab: string;
  readonly force: boolean;
  /** Who saves. */
  readonly pupilId: string | null;
}

/** Gives Pis to seats, and keeps what is built there. */
export class SeatDesk {
  readonly #parts: ClassroomParts;

  constructor(parts: ClassroomParts) {
    this.#parts = parts;
  }

  /**
   * Gives a seat a Pi, or none. What runs on it stops first, and so does what the seat ran before. A Pi that the
   * teacher has given counts as confirmed.
   *
   * @throws HttpProblem `seat-unknown`, `device-unknown`, `device-in-other-class`.
   */
  async assignDevice(person: PersonView, seatId: string, deviceId: DeviceId | null): Promise<void> {
    const { events, handOver, lessons, roster, store } = this.#parts;
    const { seat } = this.#mayAssign(person, seatId, deviceId);
    const confirmed = deviceId !== null;
    if (seat.deviceId === deviceId && seat.deviceConfirmed === confirmed) return;
    const moving = seat.deviceId === deviceId ? [] : [seat.deviceId, deviceId].filter((id) => id !== null);
    await Promise.all(moving.map((id) => handOver.release(id)));
    // Stopping takes its time, in which the class may have ended or the Pi may have gone to a colleague's.
    this.#mayAssign(person, seatId, deviceId);
    await store.assign(seatId, deviceId, confirmed);
    const holder = deviceId === null ? undefined : roster.seatAt(deviceId);
    roster.assign(seatId, deviceId, confirmed);
    // The class may have ended while it was written: then the Pi is not theirs to wire, but perhaps another class's.
    if (deviceId !== null && moving.length > 0 && roster.seatAt(deviceId)?.id === seatId)
      await handOver.prepare(deviceId, lessonWiring(lessons, roster.lessonOf(seatId) ?? ''));
    for (const id of new Set([holder?.id ?? seatId, seatId])) {
      const moved = roster.seat(id);
      if (moved) events.emit('seat-moved', moved);
    }
  }

  /** @throws HttpProblem see `assignDevice`. */
  #mayAssign(
    person: PersonView,
    seatId: string,
    deviceId: DeviceId | null,
  ): { seat: ActiveSeat; inClass: ActiveClass } {
    const { handOver, roster } = this.#parts;
    const seat = roster.seat(seatId);
    const inClass = seat && roster.class(seat.classId);
    if (!seat || !inClass || !owns(person, inClass)) throw seatUnknown();
    if (deviceId !== null) {
      if (handOver.schoolOf(deviceId) !== inClass.schoolId) throw new HttpProblem(404, deviceUnknown());
      const holding = roster.class(roster.seatAt(deviceId)?.classId ?? '');
      if (holding && !owns(person, holding)) throw deviceInOtherClass();
    }
    return { seat, inClass };
  }

  /**
   * Saves a seat's blocks; see `WorkspaceStore.save`.
   *
   * @throws ProblemError `workspace-too-large`, `workspace-too-deep`.
   */
  async saveWorkspace(seatId: string, { base, blocks, tab, force, pupilId }: SaveWish): Promise<SaveOutcome> {
    const { events, now, roster, workspaces } = this.#parts;
    const json = blocksToJson(blocks);
    const saved = await workspaces.save({ seatId, base, blocks: json, tab, force, pupilId, now: now() });
    if (saved.outcome === 'saved' && saved.workspace.savedAt !== null) {
      roster.saved(seatId, saved.workspace.savedAt);
      const seat = roster.seat(seatId);
      if (seat) events.emit('workspace-saved', seat, saved.workspace);
    }
    return saved;
  }

  /**
   * Keeps blocks of somebody who may not save now, in the history of the seat.
   *
   * @returns what the seat has.
   * @throws ProblemError as `saveWorkspace`.
   */
  async setWorkAside(seatId: string, { base, blocks, tab, pupilId }: SaveWish): Promise<WorkspaceView> {
    const { now, workspaces } = this.#parts;
    const json = blocksToJson(blocks);
    return workspaces.setAside({ seatId, base, blocks: json, tab, pupilId, force: false, now: now() });
  }
}
