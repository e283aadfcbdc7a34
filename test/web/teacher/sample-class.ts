import { camJamEduKit } from '../../../device/contract/wiring.ts';
import type { ClassState, DeviceView, SeatView } from '../../../server/live/contract/live.ts';

/** A seat that is well, with what the test changes. */
export function seat(id: string, change: Partial<SeatView> = {}): SeatView {
  return {
    id,
    nickname: id,
    pupils: [{ id: `pupil ${id}`, nickname: id, connected: change.connected ?? true }],
    queuePlace: null,
    joinedAt: 0,
    connected: true,
    deviceId: null,
    program: { state: 'idle', where: 'pi' },
    lastError: null,
    savedAt: null,
    lessonId: 'blink',
    step: null,
    goals: [],
    handPlace: null,
    handIn: { state: 'open', comment: null, badge: null },
    consent: 'not-asked',
    deviceConfirmed: false,
    ...change,
  };
}

/** A Pi that is connected and still, with what the test changes. */
export function device(id: string, change: Partial<DeviceView> = {}): DeviceView {
  return {
    id,
    name: id,
    number: 1,
    online: true,
    board: null,
    wiring: camJamEduKit,
    program: { state: 'idle' },
    health: null,
    ...change,
  };
}

/** A class that runs, with these seats and Pis. */
export function classState(seats: SeatView[] = [], devices: DeviceView[] = []): ClassState {
  return {
    class: {
      id: 'c1',
      code: 'K7F-3XM',
      name: '7b',
      lessonId: 'blink',
      state: 'active',
      startedAt: 0,
      allBlocks: false,
      keepDays: 7,
      deletesAt: null,
      joinUrl: 'http://192.168.1.20:8080/?code=K7F-3XM',
    },
    steering: { eyesUpMs: null, programsOffMs: null },
    seats,
    devices,
  };
}
