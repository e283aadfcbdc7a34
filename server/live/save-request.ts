import { ProblemError } from '../../device/contract/problem.ts';
import type { Classroom } from '../classroom/interface.ts';
import { workspaceConflict } from '../classroom/problems.ts';
import type { ActivePupil, ActiveSeat } from '../classroom/roster.ts';
import type { pupilRequests, WorkspaceView } from './contract/live.ts';
import type { DriveDesk } from './drive-desk.ts';
import { notDriving, seatLeft } from './problems.ts';
import type { RequestHandlers } from './requests.ts';

/** What saving needs. */
export interface SaveNeeds {
  readonly classroom: Pick<Classroom, 'pupil' | 'saveWorkspace' | 'seat' | 'setWorkAside'>;
  readonly drives: DriveDesk;
  /** Whose page saves. @throws ProblemError when they are in no active class any more. */
  readonly myself: () => ActivePupil;
  /** Where they sit now. @throws ProblemError as `myself`. */
  readonly mySeat: () => ActiveSeat;
  /** Tells the page that saves what the seat has. */
  readonly tellMe: (workspace: WorkspaceView) => void;
  /** Tells the other pages of the seat. */
  readonly tellOthers: (seatId: string, workspace: WorkspaceView) => void;
}

/** Answers for the saving of work: what is not taken over is in the history before it is refused. */
export function saveHandler({
  classroom,
  drives,
  myself,
  mySeat,
  tellMe,
  tellOthers,
}: SaveNeeds): RequestHandlers<Pick<typeof pupilRequests, 'workspace:save'>> {
  return {
    'workspace:save': async ({ base, blocks, tab, force = false, seat: meant }) => {
      // Before the seat is looked up for good: the pupil may be moved during this wait.
      await drives.ready(mySeat().id);
      const { id: pupilId, homeSeatId } = myself();
      const seat = mySeat();
      const wish = { base, blocks, tab, force, pupilId };
      if (meant !== undefined && meant !== seat.id) {
        // The pupil was moved while this was on its way. At home nobody else could have built on it.
        const home = classroom.seat(homeSeatId);
        if (meant === homeSeatId && home?.pupils.length === 0) {
          const { outcome, workspace } = await classroom.saveWorkspace(homeSeatId, wish);
          if (outcome !== 'conflict') return { version: workspace.version, savedAt: workspace.savedAt ?? 0 };
        } else {
          await classroom.setWorkAside(meant === homeSeatId ? homeSeatId : seat.id, wish);
        }
        throw new ProblemError(seatLeft());
      }
      if (!drives.drives(seat.id, pupilId)) {
        tellMe(await classroom.setWorkAside(seat.id, wish));
        const driver = classroom.pupil(drives.view(seat.id).driver ?? '');
        throw new ProblemError(notDriving(driver?.nickname ?? seat.nickname));
      }
      drives.happened(seat.id, { type: 'acted', pupilId });
      const { outcome, workspace } = await classroom.saveWorkspace(seat.id, wish);
      if (outcome === 'conflict') {
        tellMe(workspace);
        throw new ProblemError(workspaceConflict());
      }
      if (outcome === 'saved') tellOthers(seat.id, workspace);
      return { version: workspace.version, savedAt: workspace.savedAt ?? 0 };
    },
  };
}
