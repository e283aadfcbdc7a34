import type { ClassRecord, LessonView } from '../../../../server/api/contract/endpoints.ts';
import { classState } from '../sample-class.ts';

type SeatRecord = ClassRecord['seats'][number];

/** A lesson of two steps; the second has no goals. */
export function lesson(id: string, title: string, goals: readonly (readonly [string, string])[]): LessonView {
  const step = { caption: [], hint: [], toolbox: [] };
  return {
    id,
    title,
    summary: '',
    minutes: 45,
    level: 1,
    age: { from: 10, to: 12 },
    kit: [],
    wiring: { parts: [] },
    circuit: {},
    toolbox: [],
    starter: {},
    steps: [
      { ...step, title: 'Licht an', goals: goals.map(([goal, html]) => ({ id: goal, html, tipHtml: null })) },
      { ...step, title: 'Fertig', goals: [] },
    ],
    goals: {},
  };
}

/** A seat's record, with what the test changes. */
export function seatRecord(id: string, change: Partial<SeatRecord> = {}): SeatRecord {
  return {
    id,
    nicknames: [id],
    lessonId: 'blink',
    goals: {},
    savedAt: null,
    blocks: null,
    handIn: { state: 'open', comment: null, badge: null },
    handedIn: null,
    ...change,
  };
}

/** The record of a class that runs, with these seats. */
export function classRecord(...seats: SeatRecord[]): ClassRecord {
  return { class: classState().class, endedAt: null, seats };
}
