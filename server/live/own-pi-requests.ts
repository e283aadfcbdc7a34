import type { pupilRequests } from './contract/live.ts';
import type { RequestHandlers } from './requests.ts';

type OwnPi = Pick<typeof pupilRequests, 'pi:claim' | 'pi:identify'>;

/** Answers for saying which Pi is before the pupil, and letting it blink. */
export function ownPiHandlers(): RequestHandlers<OwnPi> {
  return {
    'pi:claim': async () => ({ outcome: 'yours' }),
    'pi:identify': async () => ({}),
  };
}
