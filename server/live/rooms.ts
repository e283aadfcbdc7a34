/** The rooms of both namespaces. */
export const rooms = {
  /** All pages of one seat; a pupil may have several tabs. */
  seat: (seatId: string) => `seat:${seatId}`,
  /** In `/pupil` all seats of a class, in `/teacher` those who watch it. */
  class: (classId: string) => `class:${classId}`,
} as const;
