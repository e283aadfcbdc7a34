import type { DeviceId } from '../../device/contract/topics.ts';
import type { HandInView, LessonProgress } from '../live/contract/live.ts';

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
  /** Whether pupils may take every block, not only those of the lesson’s step. */
  readonly allBlocks: boolean;
  /** For how many days after its end it is kept. */
  readonly keepDays: number;
}

/** A pupil of an active class. */
export interface ActivePupil {
  readonly id: string;
  readonly classId: string;
  /** Where the pupil sits. */
  readonly seatId: string;
  /** Where the pupil’s own work is, whoever they sit with. */
  readonly homeSeatId: string;
  readonly nickname: string;
  /** ms since 1970. */
  readonly joinedAt: number;
}

/** A seat as it is stored, without those who sit there. */
export interface Place {
  readonly id: string;
  readonly classId: string;
  readonly deviceId: DeviceId | null;
  /** ms since 1970. */
  readonly joinedAt: number;
  /** ms since 1970; null before the first save. */
  readonly savedAt: number | null;
  /** Somebody said that its Pi is the one before them. */
  readonly deviceConfirmed: boolean;
  /** Another lesson than the class's; null: the class's. See `Classroom.lessonOf`. */
  readonly ownLessonId: string | null;
  /** How far it is in its lesson; null: nothing is known yet. */
  readonly progress: Pick<LessonProgress, 'goals' | 'step'> | null;
  /** Where its work in its lesson stands. */
  readonly handIn: HandInView;
}

/** Work that was never handed in. */
export const neverHandedIn: HandInView = { state: 'open', comment: null, badge: null };

/** A seat of an active class. */
export interface ActiveSeat extends Place {
  /** Who sits there, in the order of joining; nobody when all of them sit elsewhere. */
  readonly pupils: readonly ActivePupil[];
  /** The names of all who sit there: `Fuchs + Otter`. */
  readonly nickname: string;
}

/** What an active class is made of. */
export interface ClassContent {
  readonly class: ActiveClass;
  readonly seats: readonly Place[];
  readonly pupils: readonly ActivePupil[];
  readonly tokens: readonly HeldToken[];
}

/** A browser’s token. */
export interface HeldToken {
  readonly tokenHash: string;
  readonly pupilId: string;
}

/**
 * The active classes, their seats and pupils in memory, changed after the database has been. It answers who may do
 * what and where, on the way from Run to the Pi, where no question to the database has time.
 */
export class Roster {
  readonly #classes = new Map<string, ActiveClass>();
  readonly #seats = new Map<string, ActiveSeat>();
  readonly #pupils = new Map<string, ActivePupil>();
  readonly #seatIdsByClass = new Map<string, Set<string>>();
  readonly #pupilIdByToken = new Map<string, string>();
  readonly #seatIdByDevice = new Map<DeviceId, string>();
  /** The tokens of pupils whom their teacher removed, with the class, so that their page hears why it is refused. */
  readonly #removedTokens = new Map<string, string>();

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

  /** Those at which somebody sits, in the order of joining. */
  seatsOf(classId: string): ActiveSeat[] {
    return this.allSeatsOf(classId).filter(({ pupils }) => pupils.length > 0);
  }

  /** All, also those that nobody sits at now, in the order of joining. */
  allSeatsOf(classId: string): ActiveSeat[] {
    const ids = [...(this.#seatIdsByClass.get(classId) ?? [])];
    return ids.map((id) => this.#seats.get(id)).filter((seat) => seat !== undefined);
  }

  seatAt(deviceId: DeviceId): ActiveSeat | undefined {
    return this.seat(this.#seatIdByDevice.get(deviceId) ?? '');
  }

  pupil(id: string): ActivePupil | undefined {
    return this.#pupils.get(id);
  }

  pupilByToken(tokenHash: string): ActivePupil | undefined {
    return this.pupil(this.#pupilIdByToken.get(tokenHash) ?? '');
  }

  /** Whether the token was that of a pupil whom their teacher removed. */
  wasRemoved(tokenHash: string): boolean {
    return this.#removedTokens.has(tokenHash);
  }

  /** Adds a class with all that is in it. */
  addContent({ class: added, seats, pupils, tokens }: ClassContent): void {
    this.addClass(added);
    for (const seat of seats) this.addSeat(seat);
    for (const pupil of pupils) this.addPupil(pupil);
    for (const { tokenHash, pupilId } of tokens) this.#pupilIdByToken.set(tokenHash, pupilId);
  }

  addClass(added: ActiveClass): void {
    this.#classes.set(added.id, added);
    if (!this.#seatIdsByClass.has(added.id)) this.#seatIdsByClass.set(added.id, new Set());
  }

  /** Puts a class as it now is in the place of what it was. */
  changeClass(changed: ActiveClass): void {
    if (this.#classes.has(changed.id)) this.#classes.set(changed.id, changed);
  }

  addSeat(seat: Place): void {
    this.#seats.set(seat.id, { ...seat, pupils: [], nickname: '' });
    this.#seatIdsByClass.get(seat.classId)?.add(seat.id);
    if (seat.deviceId !== null) this.#seatIdByDevice.set(seat.deviceId, seat.id);
  }

  addPupil(pupil: ActivePupil): void {
    this.#pupils.set(pupil.id, pupil);
    this.#seatAgain(pupil.seatId);
  }

  /** From now on the pupil’s tokens are these. */
  setTokens(pupilId: string, tokenHashes: readonly string[]): void {
    this.#dropTokens(pupilId);
    for (const tokenHash of tokenHashes) this.#pupilIdByToken.set(tokenHash, pupilId);
  }

  rename(pupilId: string, nickname: string): void {
    const pupil = this.#pupils.get(pupilId);
    if (pupil) this.addPupil({ ...pupil, nickname });
  }

  /** The pupil sits somewhere else from now on. */
  movePupil(pupilId: string, seatId: string): void {
    const pupil = this.#pupils.get(pupilId);
    if (!pupil) return;
    this.addPupil({ ...pupil, seatId });
    this.#seatAgain(pupil.seatId);
  }

  /** Takes a pupil out, for whom their tokens open nothing any more, and the seats that went with them. */
  removePupil(pupilId: string, seatIds: readonly string[]): void {
    const pupil = this.#pupils.get(pupilId);
    if (!pupil) return;
    for (const tokenHash of this.#dropTokens(pupilId)) this.#removedTokens.set(tokenHash, pupil.classId);
    this.#pupils.delete(pupilId);
    this.#seatAgain(pupil.seatId);
    for (const id of seatIds) this.#dropSeat(id);
  }

  /** Gives a seat a Pi, or none; who had the Pi before has none then. */
  assign(seatId: string, deviceId: DeviceId | null, deviceConfirmed = false): void {
    const holder = deviceId === null ? undefined : this.seatAt(deviceId);
    if (holder && holder.id !== seatId)
      this.#seats.set(holder.id, { ...holder, deviceId: null, deviceConfirmed: false });
    const seat = this.#seats.get(seatId);
    if (!seat) return;
    if (seat.deviceId !== null) this.#seatIdByDevice.delete(seat.deviceId);
    if (deviceId !== null) this.#seatIdByDevice.set(deviceId, seatId);
    this.#seats.set(seatId, { ...seat, deviceId, deviceConfirmed });
  }

  saved(seatId: string, savedAt: number): void {
    this.changeSeat(seatId, { savedAt });
  }

  /** Puts what is now so in the place of what was. Its Pi is changed by `assign`. */
  changeSeat(seatId: string, change: Partial<Omit<Place, 'id' | 'classId' | 'deviceId'>>): void {
    const seat = this.#seats.get(seatId);
    if (seat) this.#seats.set(seatId, { ...seat, ...change });
  }

  /** The lesson of a seat: its own, else the class's. */
  lessonOf(seatId: string): string | undefined {
    const seat = this.#seats.get(seatId);
    return seat?.ownLessonId ?? this.#classes.get(seat?.classId ?? '')?.lessonId;
  }

  /**
   * Takes a class that has ended out, with its seats and pupils.
   *
   * @returns all its seats, and how to put everything back.
   */
  removeClass(id: string): { seats: readonly ActiveSeat[]; restore: () => void } {
    const removed = this.#classes.get(id);
    const seats = this.allSeatsOf(id);
    const pupils = [...this.#pupils.values()].filter(({ classId }) => classId === id);
    const tokens = pupils.map((pupil) => ({ pupil, tokenHashes: this.#dropTokens(pupil.id) }));
    for (const pupil of pupils) this.#pupils.delete(pupil.id);
    for (const seat of seats) this.#dropSeat(seat.id);
    for (const [tokenHash, classId] of this.#removedTokens)
      if (classId === id) this.#removedTokens.delete(tokenHash);
    this.#seatIdsByClass.delete(id);
    this.#classes.delete(id);
    return {
      seats,
      restore: () => {
        if (removed) this.addClass(removed);
        for (const seat of seats) this.addSeat(seat);
        for (const { pupil, tokenHashes } of tokens) {
          this.addPupil(pupil);
          this.setTokens(pupil.id, tokenHashes);
        }
      },
    };
  }

  /** Looks anew who sits at a seat. */
  #seatAgain(seatId: string): void {
    const seat = this.#seats.get(seatId);
    if (!seat) return;
    const pupils = [...this.#pupils.values()]
      .filter((pupil) => pupil.seatId === seatId)
      .toSorted((a, b) => a.joinedAt - b.joinedAt);
    this.#seats.set(seatId, { ...seat, pupils, nickname: namesOf(pupils) });
  }

  #dropSeat(seatId: string): void {
    const seat = this.#seats.get(seatId);
    if (!seat) return;
    this.#seats.delete(seatId);
    this.#seatIdsByClass.get(seat.classId)?.delete(seatId);
    if (seat.deviceId !== null) this.#seatIdByDevice.delete(seat.deviceId);
  }

  #dropTokens(pupilId: string): string[] {
    const tokenHashes = [...this.#pupilIdByToken]
      .filter(([, holder]) => holder === pupilId)
      .map(([tokenHash]) => tokenHash);
    for (const tokenHash of tokenHashes) this.#pupilIdByToken.delete(tokenHash);
    return tokenHashes;
  }
}

/** The names of those at a seat, as people read them. */
export function namesOf(pupils: readonly Pick<ActivePupil, 'nickname'>[]): string {
  return pupils.map(({ nickname }) => nickname).join(' + ');
}
