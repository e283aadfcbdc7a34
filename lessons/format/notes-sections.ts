import type { LessonLanguage } from './lesson-language.ts';

/** The sections of a teacher's notes, in this order, each a `##` heading of `teacher.de.md` and `teacher.en.md`. */
export const notesSections = [
  'goals',
  'timing45',
  'timing90',
  'easier',
  'harder',
  'mistakes',
  'materials',
  'safety',
] as const;
export type NotesSection = (typeof notesSections)[number];

/** The headings as the files have them. */
export const notesHeadings: Readonly<Record<LessonLanguage, Readonly<Record<NotesSection, string>>>> = {
  de: {
    goals: 'Lernziele',
    timing45: 'Ablauf in 45 Minuten',
    timing90: 'Ablauf in 90 Minuten',
    easier: 'Leichter',
    harder: 'Schwerer',
    mistakes: 'Typische Fehler',
    materials: 'Material',
    safety: 'Sicherheit',
  },
  en: {
    goals: 'Learning goals',
    timing45: 'Timing for 45 minutes',
    timing90: 'Timing for 90 minutes',
    easier: 'Easier',
    harder: 'Harder',
    mistakes: 'Typical mistakes',
    materials: 'Materials',
    safety: 'Safety',
  },
};
