import type { pupilRequests, teacherRequests } from './contract/live.ts';
import type { RequestHandlers } from './requests.ts';

type PupilLooking = Pick<typeof pupilRequests, 'looking:answer'>;
type TeacherLooking = Pick<typeof teacherRequests, 'class:work' | 'seat:follow'>;

/** Answers for a pupil's consent. */
export function pupilLookingHandlers(): RequestHandlers<PupilLooking> {
  return { 'looking:answer': async () => ({}) };
}

/** Answers for the small pictures of the work and for following one seat. */
export function teacherLookingHandlers(): RequestHandlers<TeacherLooking> {
  return {
    'class:work': async () => ({}),
    'seat:follow': async () => ({ consent: 'not-asked' }),
  };
}
