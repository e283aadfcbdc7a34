import { neverHandedIn } from '../classroom/roster.ts';
import type { pupilRequests, teacherRequests } from './contract/live.ts';
import type { RequestHandlers } from './requests.ts';

type PupilHandIn = Pick<typeof pupilRequests, 'work:hand-in' | 'work:take-back'>;
type TeacherHandIn = Pick<typeof teacherRequests, 'work:handed-in' | 'work:reopen' | 'work:return'>;

/** Answers for handing in. */
export function pupilHandInHandlers(): RequestHandlers<PupilHandIn> {
  return {
    'work:hand-in': async () => neverHandedIn,
    'work:take-back': async () => neverHandedIn,
  };
}

/** Answers for what a teacher does with work that was handed in. */
export function teacherHandInHandlers(): RequestHandlers<TeacherHandIn> {
  return {
    'work:handed-in': async () => ({ blocks: null, handedInAt: null }),
    'work:reopen': async () => neverHandedIn,
    'work:return': async () => neverHandedIn,
  };
}
