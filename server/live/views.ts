import type { Classroom } from '../classroom/interface.ts';
import type { ActiveClass, ActiveSeat } from '../classroom/roster.ts';
import type { Fleet } from '../fleet/interface.ts';
import type { ClassState, DeviceView, PupilState, SeatView, WorkspaceView } from './contract/live.ts';
import type { SeatActivity } from './seat-activity.ts';

/** Puts together what pages show, from the fleet, the classroom and the pages themselves. */
export class Views {
  readonly #fleet: Pick<Fleet, 'device' | 'devicesOf'>;
  readonly #classroom: Pick<Classroom, 'class' | 'seat' | 'seatsOf' | 'view'>;
  readonly #activity: SeatActivity;

  constructor(parts: {
    fleet: Pick<Fleet, 'device' | 'devicesOf'>;
    classroom: Pick<Classroom, 'class' | 'seat' | 'seatsOf' | 'view'>;
    activity: SeatActivity;
  }) {
    this.#fleet = parts.fleet;
    this.#classroom = parts.classroom;
    this.#activity = parts.activity;
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
    const where = onPi ? 'pi' : virtually ? 'virtual' : this.#activity.where(seat.id);
    return {
      id: seat.id,
      nickname: seat.nickname,
      joinedAt: seat.joinedAt,
      connected: this.#activity.isConnected(seat.id),
      deviceId: seat.deviceId,
      program: { state: onPi || virtually ? 'running' : 'idle', where },
      lastError: where === 'pi' ? (device?.lastError ?? null) : this.#activity.virtualError(seat.id),
      savedAt: seat.savedAt,
    };
  }

  /** A whole class as its teacher sees it. */
  class(one: ActiveClass): ClassState {
    return {
      class: this.#classroom.view(one),
      seats: this.#classroom.seatsOf(one.id).map((seat) => this.seat(seat)),
      devices: this.#fleet.devicesOf(one.schoolId).map((device) => device.view()),
    };
  }

  /** All that the pages of a seat show; undefined when the class has ended. */
  pupil(seatId: string, workspace: WorkspaceView): PupilState | undefined {
    const seat = this.#classroom.seat(seatId);
    const inClass = seat && this.#classroom.class(seat.classId);
    if (!inClass) return undefined;
    return {
      seat: { id: seat.id, nickname: seat.nickname },
      class: this.#classroom.view(inClass),
      device: this.device(seat),
      workspace,
    };
  }
}
