/** How long a driver may be gone before another one drives, ms: a reload or a hole in the Wi-Fi is shorter. */
export const awayGrace = 20_000;
/** How long a driver has to answer a wish before it is granted, ms. */
export const wishTime = 20_000;
/** A driver who has changed nothing for this long passes the drive without being asked, ms. */
export const idleAfter = 60_000;

/** Who drives at a seat. Times are ms on the injected clock, pupils are ids. */
export interface Drive {
  /** Those with an open page, in the order in which they came. */
  readonly here: readonly string[];
  readonly driver: string | null;
  /** Since when the driver has no open page; null while they have one. */
  readonly awaySince: number | null;
  /** When the driver took over or last changed something. */
  readonly activeAt: number;
  /** Who would like to drive, and when they will if the driver does nothing. */
  readonly wish: { readonly pupilId: string; readonly until: number } | null;
}

/** What happens at a seat. */
export type DriveEvent =
  /** The pupil's first page was opened, or their last one closed. */
  | { readonly type: 'came' | 'went'; readonly pupilId: string }
  /** The pupil sits at this seat no longer. */
  | { readonly type: 'left'; readonly pupilId: string }
  | { readonly type: 'asked'; readonly pupilId: string }
  /** Counts only when `by` drives and `to` is here. */
  | { readonly type: 'passed'; readonly by: string; readonly to: string }
  /** The pupil changed the work. */
  | { readonly type: 'acted'; readonly pupilId: string }
  /** The time of `driveDueAt` has come. */
  | { readonly type: 'tick' };

/** A seat that nobody is at yet. `driver` is who is expected to go on, such as after a restart of the server. */
export function startDrive(now: number, driver: string | null = null): Drive {
  return { here: [], driver, awaySince: driver === null ? null : now, activeAt: now, wish: null };
}

/** One step of the machine. What changes nothing gives the same object. */
export function stepDrive(drive: Drive, event: DriveEvent, now: number): Drive {
  switch (event.type) {
    case 'came':
      return settle(came(drive, event.pupilId), now);
    case 'went':
      return settle(went(drive, event.pupilId, now), now);
    case 'left': {
      const without = went(drive, event.pupilId, now);
      if (without.driver !== event.pupilId) return settle(without, now);
      const next = without.wish?.pupilId ?? without.here[0] ?? null;
      return take(without, next, now);
    }
    case 'asked':
      return asked(drive, event.pupilId, now);
    case 'passed':
      if (drive.driver !== event.by || event.by === event.to || !drive.here.includes(event.to)) return drive;
      return take(drive, event.to, now);
    case 'acted':
      return drive.driver === event.pupilId ? { ...drive, activeAt: now } : drive;
    case 'tick':
      return settle(drive, now);
  }
}

/** When the machine wants a `tick`; null when it waits for people. */
export function driveDueAt(drive: Drive): number | null {
  const wish = drive.wish?.until ?? Number.POSITIVE_INFINITY;
  const away =
    drive.awaySince !== null && drive.here.length > 0
      ? drive.awaySince + awayGrace
      : Number.POSITIVE_INFINITY;
  const due = Math.min(wish, away);
  return Number.isFinite(due) ? due : null;
}

function came(drive: Drive, pupilId: string): Drive {
  if (drive.here.includes(pupilId)) return drive;
  const here = [...drive.here, pupilId];
  return { ...drive, here, awaySince: drive.driver === pupilId ? null : drive.awaySince };
}

function went(drive: Drive, pupilId: string, now: number): Drive {
  if (!drive.here.includes(pupilId)) return drive;
  return {
    ...drive,
    here: drive.here.filter((id) => id !== pupilId),
    awaySince: drive.driver === pupilId ? now : drive.awaySince,
    wish: drive.wish?.pupilId === pupilId ? null : drive.wish,
  };
}

function asked(drive: Drive, pupilId: string, now: number): Drive {
  if (drive.driver === pupilId || !drive.here.includes(pupilId)) return drive;
  const idle = now - drive.activeAt >= idleAfter;
  if (drive.driver === null || drive.awaySince !== null || idle) return take(drive, pupilId, now);
  // Who asked first comes first; the others may ask the next driver.
  return drive.wish ? drive : { ...drive, wish: { pupilId, until: now + wishTime } };
}

/** Does what the time demands. */
function settle(drive: Drive, now: number): Drive {
  if (drive.wish && now >= drive.wish.until) return take(drive, drive.wish.pupilId, now);
  const next = drive.wish?.pupilId ?? drive.here[0];
  if (next === undefined) return drive;
  const gone = drive.awaySince !== null && now - drive.awaySince >= awayGrace;
  return drive.driver === null || gone ? take(drive, next, now) : drive;
}

function take(drive: Drive, driver: string | null, now: number): Drive {
  return { ...drive, driver, awaySince: null, activeAt: now, wish: null };
}
