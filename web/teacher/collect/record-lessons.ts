import type { ClassRecord } from '../../../server/api/contract/endpoints.ts';

/** The lessons of which a record speaks: the class's first, then those that seats have or had. */
export function lessonsOf(record: ClassRecord): string[] {
  const had = record.seats.flatMap(({ lessonId, goals }) => [
    lessonId,
    ...Object.keys(goals).filter((id) => (goals[id]?.length ?? 0) > 0),
  ]);
  return [...new Set([record.class.lessonId, ...had])];
}

/** The seats that have, or had and got somewhere in, a lesson. */
export function seatsIn(record: ClassRecord, lessonId: string): ClassRecord['seats'] {
  return record.seats.filter((seat) => seat.lessonId === lessonId || (seat.goals[lessonId]?.length ?? 0) > 0);
}

/** The names of a seat as people read them. */
export function namesOf({ nicknames }: ClassRecord['seats'][number]): string {
  return nicknames.join(' + ');
}
