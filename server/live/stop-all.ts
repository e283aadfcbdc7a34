import { ProblemError } from '../../device/contract/problem.ts';
import type { ActiveSeat } from '../classroom/roster.ts';
import type { Fleet, FleetDevice } from '../fleet/interface.ts';
import type { LateStops } from './late-stops.ts';

/** How long Pis may take to confirm, in ms. */
const timeoutMs = 3000;

/** What came of it: programs that ran and stand still now, and the names of Pis that did not confirm. */
export interface Stopped {
  readonly stopped: number;
  readonly missing: string[];
}

/**
 * Stops the Pis of all these seats at once, also those that report nothing running, since a run may be on its
 * way. The orders have left when this returns its promise; it settles when every Pi has answered or its time is up.
 * A Pi that is away or does not answer is stopped when it is back.
 */
export async function stopPis(
  seats: readonly ActiveSeat[],
  fleet: Pick<Fleet, 'device' | 'stopProgram'>,
  late: Pick<LateStops, 'owe'>,
): Promise<Stopped> {
  const devices = seats
    .map(({ deviceId }) => (deviceId === null ? undefined : fleet.device(deviceId)))
    .filter((device) => device !== undefined);
  const results = await Promise.all(devices.map((device) => stopPi(device, fleet, late)));
  return {
    stopped: results.filter((result) => result === 'stopped').length,
    missing: devices.filter((_, index) => results[index] === 'missing').map(({ name }) => name),
  };
}

async function stopPi(
  device: FleetDevice,
  fleet: Pick<Fleet, 'stopProgram'>,
  late: Pick<LateStops, 'owe'>,
): Promise<'stopped' | 'idle' | 'missing'> {
  const running = device.view().program.state === 'running';
  // A Pi that is away may still run what it ran when it was here last; one that ran nothing is not missed.
  if (!device.online) {
    late.owe(device.id);
    return running ? 'missing' : 'idle';
  }
  try {
    await fleet.stopProgram(device.id, { timeout: timeoutMs });
    return running ? 'stopped' : 'idle';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    late.owe(device.id);
    return 'missing';
  }
}
