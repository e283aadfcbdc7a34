import type { Logger } from 'pino';
import type { Fleet } from '../fleet/interface.ts';
import { RunStopper } from '../fleet/run-stopper.ts';
import type { ClassroomParts } from './classroom-parts.ts';

/**
 * Stops what runs on a Pi that no seat has: it was away, or did not answer, when its class ended or when its seat got
 * another one, and nobody else could stop it.
 *
 * @returns how to end this.
 */
export function stopLeftoverRuns({
  events,
  fleet,
  handOver,
  roster,
  logger,
}: Pick<ClassroomParts, 'events' | 'handOver' | 'roster'> & {
  readonly fleet: Pick<Fleet, 'device' | 'devices' | 'events' | 'forgetRun' | 'stopProgram'>;
  readonly logger: Logger;
}): () => void {
  const stopper = new RunStopper({
    fleet,
    isUnwanted: ({ id }) => roster.seatAt(id) === undefined,
    complaint: 'a program that belongs to no seat was not stopped',
    logger,
  });
  const lookAtAll = () => {
    for (const { id } of fleet.devices()) stopper.look(id);
  };
  // Seats that let go of a Pi have stopped it first; whether it heard of it shows now.
  events.on('seat-moved', lookAtAll);
  events.on('pupil-moved', lookAtAll);
  events.on('pupil-removed', lookAtAll);
  // Nor is anything kept of what it tells meanwhile: its pupils' words may be in it.
  fleet.events.on('trace', ({ id }) => {
    if (!roster.seatAt(id)) fleet.forgetRun(id);
  });
  handOver.onMissed((deviceId) => stopper.look(deviceId));
  return () => stopper.close();
}
