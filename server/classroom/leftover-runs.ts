import type { Logger } from 'pino';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { Fleet } from '../fleet/interface.ts';
import type { Roster } from './roster.ts';

/**
 * Stops what runs on a Pi that no seat has, as soon as the Pi tells: it was away when its class ended or when its seat
 * got another one, and nobody else could stop it.
 */
export function stopLeftoverRuns({
  fleet,
  roster,
  logger,
}: {
  readonly fleet: Pick<Fleet, 'events' | 'stopProgram'>;
  readonly roster: Pick<Roster, 'seatAt'>;
  readonly logger: Logger;
}): void {
  /** The run of each Pi that is being stopped, since a Pi may tell of it more than once. */
  const stopping = new Map<DeviceId, string>();
  fleet.events.on('changed', (device) => {
    const { program } = device.view();
    if (program.state !== 'running' || !device.online || roster.seatAt(device.id)) return;
    const { runId } = program;
    if (stopping.get(device.id) === runId) return;
    stopping.set(device.id, runId);
    fleet
      .stopProgram(device.id, { runId })
      .catch((error: unknown) => {
        logger.warn({ deviceId: device.id, err: error }, 'a program that belongs to no seat was not stopped');
      })
      .finally(() => {
        if (stopping.get(device.id) === runId) stopping.delete(device.id);
      });
  });
}
