import type { Classroom } from '../classroom/interface.ts';
import type { ActiveClass, ActivePupil, ActiveSeat } from '../classroom/roster.ts';
import type { Fleet } from '../fleet/interface.ts';
import type { ClassSteering } from './class-steering.ts';
import type {
  ClassState,
  DeviceView,
  LessonProgress,
  PairView,
  PupilState,
  PupilView,
  SeatView,
  TurnView,
  WorkspaceView,
} from './contract/live.ts';
import type { Looking } from './looking.ts';
import type { SeatActivity } from './seat-activity.ts';
import type { SeatCompany } from './seat-company.ts';

/** Puts together what pages show, from the fleet, the classroom and the pages themselves. */
export class Views {
  readonly #fleet: Pick<Fleet, 'device' | 'devicesOf'>;
  readonly #classroom: Pick<
    Classroom,
    'class' | 'lessonOf' | 'pupil' | 'seat' | 'seatsOf' | 'turns' | 'view'
  >;
  readonly #activity: SeatActivity;
  readonly #company: Pick<SeatCompany, 'pair'>;
  readonly #steering: Pick<ClassSteering, 'handPlace' | 'note' | 'view'>;
  readonly #looking: Pick<Looking, 'consent' | 'view'>;

  constructor(parts: {
    fleet: Pick<Fleet, 'device' | 'devicesOf'>;
    classroom: Pick<Classroom, 'class' | 'lessonOf' | 'pupil' | 'seat' | 'seatsOf' | 'turns' | 'view'>;
    activity: SeatActivity;
    company: Pick<SeatCompany, 'pair'>;
    steering: Pick<ClassSteering, 'handPlace' | 'note' | 'view'>;
    looking: Pick<Looking, 'consent' | 'view'>;
  }) {
    this.#fleet = parts.fleet;
    this.#classroom = parts.classroom;
    this.#activity = parts.activity;
    this.#company = parts.company;
    this.#steering = parts.steering;
    this.#looking = parts.looking;
  }

  /** The seat's Pi; null when it has none. */
  device(seat: ActiveSeat): DeviceView | null {
    return (seat.deviceId !== null && this.#fleet.device(seat.deviceId)?.view()) || null;
  }

  /** The seat as the teacher sees it. */
  seat(seat: ActiveSeat): SeatView {
    const device = seat.deviceId === null ? undefined : this.#fleet.device(seat.deviceId);
    const onPi = device?.view().program.state === 'running';
    const virtually = this.#activity.runsVirtually(seat.id);
    const note = this.#steering.note(seat.id);
    const where = onPi ? 'pi' : virtually ? 'virtual' : this.#activity.where(seat.id);
    return {
      id: seat.id,
      nickname: seat.nickname,
      pupils: seat.pupils.map((pupil) => ({
        ...pupilView(pupil),
        connected: this.#activity.isHere(seat.id, pupil.id),
      })),
      queuePlace: this.#classroom.turns.place(seat),
      joinedAt: seat.joinedAt,
      connected: this.#activity.isConnected(seat.id),
      deviceId: seat.deviceId,
      program: { state: onPi || virtually ? 'running' : 'idle', where },
      lastError: where === 'pi' ? (device?.lastError ?? null) : this.#activity.virtualError(seat.id),
      savedAt: seat.savedAt,
      lessonId: this.#lessonOf(seat),
      step: seat.progress?.step ?? null,
      goals: [...(seat.progress?.goals ?? [])],
      handPlace: this.#steering.handPlace(seat.id),
      handIn: seat.handIn,
      consent: this.#looking.consent(seat.id),
      deviceConfirmed: seat.deviceConfirmed,
      ...(note && { note }),
    };
  }

  /** A whole class as its teacher sees it. */
  class(one: ActiveClass): ClassState {
    return {
      class: this.#classroom.view(one),
      steering: this.#steering.view(one.id),
      seats: this.#classroom.seatsOf(one.id).map((seat) => this.seat(seat)),
      devices: this.#fleet.devicesOf(one.schoolId).map((device) => device.view()),
    };
  }

  /** Who sits at a seat, and how they share it. */
  pair(seat: ActiveSeat): PairView {
    return this.#company.pair(seat);
  }

  /** Where a seat stands with the real Pi. */
  turn(seat: ActiveSeat): TurnView {
    return this.#classroom.turns.view(seat);
  }

  #lessonOf({ id, classId }: ActiveSeat): string {
    return this.#classroom.lessonOf(id) ?? this.#classroom.class(classId)?.lessonId ?? '';
  }

  /** All that the pages of a pupil show; undefined when the pupil was removed or the class has ended. */
  pupil(pupilId: string, workspace: WorkspaceView, progress: LessonProgress | null): PupilState | undefined {
    const pupil = this.#classroom.pupil(pupilId);
    const seat = pupil && this.#classroom.seat(pupil.seatId);
    const inClass = seat && this.#classroom.class(seat.classId);
    if (!inClass) return undefined;
    return {
      pupil: pupilView(pupil),
      seat: {
        id: seat.id,
        nickname: seat.nickname,
        lessonId: this.#lessonOf(seat),
        deviceConfirmed: seat.deviceConfirmed,
      },
      pair: this.pair(seat),
      class: this.#classroom.view(inClass),
      steering: this.#steering.view(inClass.id),
      note: this.#steering.note(seat.id),
      hand: { place: this.#steering.handPlace(seat.id) },
      handIn: seat.handIn,
      looking: this.#looking.view(seat.id),
      device: this.device(seat),
      turn: this.turn(seat),
      workspace,
      progress,
    };
  }
}

/** A pupil as others may see them. */
export function pupilView({ id, nickname }: ActivePupil): PupilView {
  return { id, nickname };
}
