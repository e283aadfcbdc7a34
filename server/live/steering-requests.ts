import type { pupilRequests, teacherRequests } from './contract/live.ts';
import type { RequestHandlers } from './requests.ts';

type PupilSteering = Pick<typeof pupilRequests, 'hand:raise'>;
type TeacherSteering = Pick<
  typeof teacherRequests,
  'class:hold' | 'class:note' | 'class:send' | 'hand:lower'
>;

/** Answers for a pupil's raised hand. */
export function pupilSteeringHandlers(): RequestHandlers<PupilSteering> {
  return { 'hand:raise': async () => ({}) };
}

/** Answers for what a teacher sends, holds the class to and tells it. */
export function teacherSteeringHandlers(): RequestHandlers<TeacherSteering> {
  return {
    'class:hold': async () => ({ eyesUpMs: null, programsOffMs: null }),
    'class:note': async () => ({ seats: 0 }),
    'class:send': async () => ({ seats: 0 }),
    'hand:lower': async () => ({}),
  };
}
