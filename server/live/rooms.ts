/** The rooms of both namespaces. */
export const rooms = {
  /** All pages of one pupil, who may have several tabs. */
  pupil: (pupilId: string) => `pupil:${pupilId}`,
  /** All pages of those who sit at one seat. */
  seat: (seatId: string) => `seat:${seatId}`,
  /** In `/pupil` all seats of a class, in `/teacher` those who watch it. */
  class: (classId: string) => `class:${classId}`,
} as const;
