import type { DeviceId } from '../../device/contract/topics.ts';

/** An active class. */
export interface ActiveClass {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly schoolId: string | null;
  readonly teacherId: string;
  readonly lessonId: string;
  /** ms since 1970. */
  readonly startedAt: number;
}

/** A seat of an active class. */
export interface ActiveSeat {
  readonly id: string;
  readonly classId: string;
  readonly nickname: string;
  readonly tokenHash: string;
  readonly deviceId: DeviceId | null;
  /** ms since 1970. */
  readonly joinedAt: number;
  /** ms since 1970; null before the first save. */
  readonly savedAt: number | null;
}

/**
 * The active classes and their seats in memory, changed after the database has been. It answers who may do what
 * and where, on the way from Run to the Pi, where no question to the database has time.
 */
export class Roster {
  readonly #classes = new Map<string, ActiveClass>();
  readonly #seats = new Map<string, ActiveSeat>();
  readonly #seatIdsByClass = new Map<string, Set<string>>();
  readonly #seatIdByToken = new Map<string, string>();
  readonly #seatIdByDevice = new Map<DeviceId, string>();

  class(id: string): ActiveClass | undefined {
    return this.#classes.get(id);
  }

  classes(): ActiveClass[] {
    return [...this.#classes.values()];
  }

  classByCode(code: string): ActiveClass | undefined {
    return this.classes().find((one) => one.code === code);
  }

  seat(id: string): ActiveSeat | undefined {
    return this.#seats.get(id);
  }

  /** In the order of joining. */
  seatsOf(classId: string): ActiveSeat[] {
    const ids = [...(this.#seatIdsByClass.get(classId) ?? [])];
    return ids.map((id) => this.#seats.get(id)).filter((seat) => seat !== undefined);
  }

  seatByToken(tokenHash: string): ActiveSeat | undefined {
    return this.seat(this.#seatIdByToken.get(tokenHash) ?? '');
  }

  seatAt(deviceId: DeviceId): ActiveSeat | undefined {
    return this.seat(this.#seatIdByDevice.get(deviceId) ?? '');
  }

  addClass(added: ActiveClass): void {
    this.#classes.set(added.id, added);
    this.#seatIdsByClass.set(added.id, new Set());
  }

  addSeat(seat: ActiveSeat): void {
    this.#seats.set(seat.id, seat);
    this.#seatIdsByClass.get(seat.classId)?.add(seat.id);
    this.#seatIdByToken.set(seat.tokenHash, seat.id);
    if (seat.deviceId !== null) this.#seatIdByDevice.set(seat.deviceId, seat.id);
  }

  /** Gives a seat a Pi, or none; who had the Pi before has none then. */
  assign(seatId: string, deviceId: DeviceId | null): void {
    const holder = deviceId === null ? undefined : this.seatAt(deviceId);
    if (holder && holder.id !== seatId) this.#seats.set(holder.id, { ...holder, deviceId: null });
    const seat = this.#seats.get(seatId);
    if (!seat) return;
    if (seat.deviceId !== null) this.#seatIdByDevice.delete(seat.deviceId);
    if (deviceId !== null) this.#seatIdByDevice.set(deviceId, seatId);
    this.#seats.set(seatId, { ...seat, deviceId });
  }

  saved(seatId: string, savedAt: number): void {
    const seat = this.#seats.get(seatId);
    if (seat) this.#seats.set(seatId, { ...seat, savedAt });
  }

  /** Takes a class that has ended out, with its seats. */
  removeClass(id: string): void {
    for (const seat of this.seatsOf(id)) {
      this.#seats.delete(seat.id);
      this.#seatIdByToken.delete(seat.tokenHash);
      if (seat.deviceId !== null) this.#seatIdByDevice.delete(seat.deviceId);
    }
    this.#seatIdsByClass.delete(id);
    this.#classes.delete(id);
  }
}
