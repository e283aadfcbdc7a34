import type { PersonView } from '../api/contract/endpoints.ts';
import type { Classroom } from '../classroom/interface.ts';
import type { ActiveSeat } from '../classroom/roster.ts';
import type { pupilRequests, teacherRequests } from './contract/live.ts';
import type { RequestHandlers } from './requests.ts';

type PupilHandIn = Pick<typeof pupilRequests, 'work:hand-in' | 'work:take-back'>;
type TeacherHandIn = Pick<typeof teacherRequests, 'work:handed-in' | 'work:reopen' | 'work:return'>;

/** Answers for handing in: any pupil of a seat may, whoever drives. */
export function pupilHandInHandlers({
  classroom,
  mySeat,
}: {
  readonly classroom: Pick<Classroom, 'handIns'>;
  /** Where this page's pupil sits now. @throws ProblemError when they sit nowhere any more. */
  readonly mySeat: () => ActiveSeat;
}): RequestHandlers<PupilHandIn> {
  return {
    'work:hand-in': async () => classroom.handIns.handIn(mySeat().id),
    'work:take-back': async () => classroom.handIns.takeBack(mySeat().id),
  };
}

/** Answers for what a teacher does with work that was handed in. */
export function teacherHandInHandlers({
  classroom,
  person,
}: {
  readonly classroom: Pick<Classroom, 'handIns'>;
  /** Who asks. */
  readonly person: () => PersonView;
}): RequestHandlers<TeacherHandIn> {
  return {
    'work:handed-in': (seat) => classroom.handIns.handedIn(person(), seat),
    'work:reopen': (seat) => classroom.handIns.reopen(person(), seat),
    'work:return': ({ comment, badge, ...seat }) =>
      classroom.handIns.giveBack(person(), seat, { comment, badge }),
  };
}
