import type { DeviceId } from '../../device/contract/topics.ts';
import type { Classroom } from '../classroom/interface.ts';
import type { ActiveSeat } from '../classroom/roster.ts';
import type { pupilRequests } from './contract/live.ts';
import type { RequestHandlers } from './requests.ts';

type OwnPiRequests = Pick<typeof pupilRequests, 'pi:claim' | 'pi:identify'>;

/** What the requests about the Pi before a pupil need. */
export interface OwnPiRequestNeeds {
  readonly classroom: Pick<Classroom, 'ownPi'>;
  /** Where the pupil sits now. @throws ProblemError when they are in no active class any more. */
  readonly mySeat: () => ActiveSeat;
  /** The seat's Pi. @throws ProblemError `no-device`. */
  readonly myDevice: () => DeviceId;
}

/** Answers for saying which Pi is before the pupil, and letting it blink. */
export function ownPiHandlers({
  classroom,
  mySeat,
  myDevice,
}: OwnPiRequestNeeds): RequestHandlers<OwnPiRequests> {
  return {
    'pi:claim': async ({ number }) => classroom.ownPi.claim(mySeat().id, number),
    'pi:identify': async () => {
      await classroom.ownPi.identify(myDevice());
      return {};
    },
  };
}
