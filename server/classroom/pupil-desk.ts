import { randomBytes } from 'node:crypto';
import type { PersonView } from '../api/contract/endpoints.ts';
import { hashSecret, makeSecret } from '../fleet/secret.ts';
import { parseClassCode } from './class-code.ts';
import type { ClassroomParts } from './classroom-parts.ts';
import { lessonWiring } from './lesson-catalog.ts';
import { owns } from './ownership.ts';
import {
  classCodeUnknown,
  lessonOver,
  nicknameReserved,
  nicknameReservedForPupils,
  pupilUnknown,
  resumeCodeUnknown,
  seatUnknown,
} from './problems.ts';
import { imitatesTeacher } from './reserved-nickname.ts';
import { drawResumeCode, hashResumeCode, parseResumeCode } from './resume-code.ts';
import type { ActiveClass, ActivePupil, ActiveSeat } from './roster.ts';

/** What a pupil's browser gets at the door. */
export interface Entry {
  readonly token: string;
  readonly pupil: ActivePupil;
  readonly seat: ActiveSeat;
  readonly class: ActiveClass;
}

/** Lets pupils in and back in, moves them from seat to seat, and does what their teacher wants of them. */
export class PupilDesk {
  readonly #parts: ClassroomParts;

  constructor(parts: ClassroomParts) {
    this.#parts = parts;
  }

  /**
   * Takes a seat, with a free Pi of the class's school if there is one.
   *
   * @throws HttpProblem `class-code-unknown`, `class-full`, `nickname-reserved`.
   */
  async join(code: string, nickname: string): Promise<Entry & { resumeCode: string }> {
    const { events, handOver, lessons, now, pupils, roster } = this.#parts;
    const joined = roster.classByCode(parseClassCode(code) ?? '');
    if (!joined) throw classCodeUnknown();
    if (await this.#isReserved(nickname, joined)) throw nicknameReserved();
    const token = makeSecret(randomBytes);
    const resumeCode = await this.#freshResumeCode();
    const added = await pupils.add({
      classId: joined.id,
      nickname,
      tokenHash: hashSecret(token),
      resumeHash: hashResumeCode(resumeCode),
      devices: handOver.online(joined.schoolId),
      joinedAt: now(),
    });
    // The class may have ended while the seat was written; its end has taken the seat's Pi back.
    if (!roster.class(joined.id)) throw classCodeUnknown();
    roster.addSeat(added.seat);
    roster.addPupil(added.pupil);
    roster.setTokens(added.pupil.id, [hashSecret(token)]);
    const entry = this.#entry(added.pupil.id, token);
    events.emit('seat-added', entry.seat);
    if (added.seat.deviceId !== null) {
      await handOver.prepare(added.seat.deviceId, lessonWiring(lessons, joined.lessonId));
    }
    return { ...entry, resumeCode };
  }

  /**
   * Comes back to the seat and the work, on any machine; other browsers of the pupil stay what they are.
   *
   * @throws HttpProblem `resume-code-unknown`, `lesson-over`.
   */
  async resume(text: string): Promise<Entry> {
    const { now, pupils, roster } = this.#parts;
    const code = parseResumeCode(text);
    const found = code === undefined ? undefined : await pupils.byResumeHash(hashResumeCode(code));
    if (!found) throw resumeCodeUnknown();
    if (found.state === 'ended') throw lessonOver();
    if (!roster.pupil(found.pupilId)) throw resumeCodeUnknown();
    const token = makeSecret(randomBytes);
    const tokenHashes = await pupils.addToken(found.pupilId, hashSecret(token), now());
    // They may have been removed, or the class may have ended, while the token was written.
    if (!roster.pupil(found.pupilId)) throw resumeCodeUnknown();
    roster.setTokens(found.pupilId, tokenHashes);
    return this.#entry(found.pupilId, token);
  }

  /**
   * Gives a pupil another nickname, made unique in the class.
   *
   * @throws HttpProblem `pupil-unknown`, `nickname-reserved`.
   */
  async rename(person: PersonView, pupilId: string, wanted: string): Promise<string> {
    const { events, pupils, roster } = this.#parts;
    const inClass = roster.class(this.#pupilOf(person, pupilId).classId);
    if (inClass && (await this.#isReserved(wanted, inClass))) throw nicknameReservedForPupils();
    const nickname = await pupils.rename(this.#pupilOf(person, pupilId), wanted);
    roster.rename(pupilId, nickname);
    const renamed = roster.pupil(pupilId);
    if (renamed) events.emit('pupil-renamed', renamed);
    return nickname;
  }

  /**
   * Takes a pupil out of the class, and their work if nobody else sits there.
   *
   * @throws HttpProblem `pupil-unknown`.
   */
  async remove(person: PersonView, pupilId: string): Promise<void> {
    const { events, pupils, roster } = this.#parts;
    await this.#stopBeforeLeaving(this.#pupilOf(person, pupilId));
    // Stopping takes its time, in which somebody else may have removed the pupil, or the class may have ended.
    const pupil = this.#pupilOf(person, pupilId);
    const gone = await pupils.remove(pupil);
    roster.removePupil(pupilId, gone);
    this.#freePi(pupil.seatId);
    events.emit('pupil-removed', pupil, gone);
  }

  /**
   * Gives a pupil a new code to come back with; the old one no longer works, tokens do.
   *
   * @throws HttpProblem `pupil-unknown`.
   */
  async renewResumeCode(person: PersonView, pupilId: string): Promise<string> {
    const { events, pupils } = this.#parts;
    const pupil = this.#pupilOf(person, pupilId);
    const code = await this.#freshResumeCode();
    await pupils.setResumeHash(pupil.id, hashResumeCode(code));
    events.emit('pupil-code-renewed', pupil, code);
    return code;
  }

  /**
   * Seats a pupil somewhere else in their class; a seat that nobody sits at then gives its Pi back.
   *
   * @throws HttpProblem `seat-unknown` when there is no such pupil or seat in one active class.
   */
  async move(pupilId: string, seatId: string): Promise<void> {
    const { events, pupils, roster } = this.#parts;
    const { pupil } = this.#mayMove(pupilId, seatId);
    if (pupil.seatId === seatId) return;
    await this.#stopBeforeLeaving(pupil);
    this.#mayMove(pupilId, seatId);
    await pupils.move(pupilId, seatId);
    const from = roster.pupil(pupilId)?.seatId;
    // Two who let somebody in at once move them once: who is told twice would seem to have left.
    if (from === undefined || from === seatId) return;
    roster.movePupil(pupilId, seatId);
    this.#freePi(from);
    const moved = roster.pupil(pupilId);
    if (moved) events.emit('pupil-moved', moved, from);
  }

  async #isReserved(nickname: string, { teacherId }: ActiveClass): Promise<boolean> {
    return imitatesTeacher(nickname, (await this.#parts.teacherName(teacherId)) ?? '');
  }

  #mayMove(pupilId: string, seatId: string): { pupil: ActivePupil } {
    const { roster } = this.#parts;
    const pupil = roster.pupil(pupilId);
    if (!pupil || roster.seat(seatId)?.classId !== pupil.classId) throw seatUnknown();
    return { pupil };
  }

  /** Stops what runs on the Pi that the pupil leaves behind: later, it may be the next one's program already. */
  async #stopBeforeLeaving({ seatId }: ActivePupil): Promise<void> {
    const { handOver, roster } = this.#parts;
    const left = roster.seat(seatId);
    if (left?.pupils.length === 1 && left.deviceId !== null) await handOver.release(left.deviceId);
  }

  /** A seat at which nobody sits holds no Pi; the database has seen to that already. */
  #freePi(seatId: string): void {
    const { roster } = this.#parts;
    if (roster.seat(seatId)?.pupils.length === 0) roster.assign(seatId, null);
  }

  /** A code that nobody has: one in 55 billion is taken, but then two pupils would be one. */
  async #freshResumeCode(): Promise<string> {
    for (;;) {
      const code = drawResumeCode();
      if (!(await this.#parts.pupils.byResumeHash(hashResumeCode(code)))) return code;
    }
  }

  #entry(pupilId: string, token: string): Entry {
    const { roster } = this.#parts;
    const pupil = roster.pupil(pupilId);
    const seat = roster.seat(pupil?.seatId ?? '');
    const inClass = roster.class(pupil?.classId ?? '');
    if (!pupil || !seat || !inClass) throw classCodeUnknown();
    return { token, pupil, seat, class: inClass };
  }

  #pupilOf(person: PersonView, pupilId: string): ActivePupil {
    const pupil = this.#parts.roster.pupil(pupilId);
    const inClass = pupil && this.#parts.roster.class(pupil.classId);
    if (!inClass || !owns(person, inClass)) throw pupilUnknown();
    return pupil;
  }
}
