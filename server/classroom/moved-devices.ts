import type { Logger } from 'pino';
import type { Fleet } from '../fleet/interface.ts';
import type { ClassroomParts } from './classroom-parts.ts';

/**
 * Takes a Pi that has gone to another school from the seat of the class that had it. Who sits there sees that it has no
 * Pi any more; what runs on it is stopped as a leftover.
 */
export function freeMovedDevices({
  events,
  fleet,
  roster,
  store,
  logger,
}: Pick<ClassroomParts, 'events' | 'roster' | 'store'> & {
  readonly fleet: Pick<Fleet, 'events'>;
  readonly logger: Logger;
}): void {
  fleet.events.on('moved', ({ id, schoolId }) => {
    const seat = roster.seatAt(id);
    if (!seat || roster.class(seat.classId)?.schoolId === schoolId) return;
    const take = async () => {
      await store.assign(seat.id, null);
      if (roster.seat(seat.id)?.deviceId !== id) return;
      roster.assign(seat.id, null);
      const moved = roster.seat(seat.id);
      if (moved) events.emit('seat-moved', moved);
    };
    take().catch((error: unknown) => {
      logger.error({ err: error, deviceId: id }, 'a Pi of another school could not be taken from its seat');
    });
  });
}
