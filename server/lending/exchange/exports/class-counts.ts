import { day, text, whole } from '../columns.ts';
import type { ExportTable } from '../exportable.ts';

const columns = {
  day: { de: 'Tag', en: 'Day', kind: day },
  school: { de: 'Schule', en: 'School', kind: text(120) },
  lesson: { de: 'Stunde', en: 'Lesson', kind: text(80) },
  pupils: { de: 'Schülerzahl', en: 'Number of pupils', kind: whole },
  goals: { de: 'Erreichte Ziele', en: 'Goals reached', kind: whole },
} as const;

/** Numbers of lessons that were given: how many, never who. */
export const classCountExport: ExportTable<typeof columns> = {
  columns,
  de: 'Unterricht in Zahlen',
  en: 'lessons in numbers',
  async page(db, { offset, limit }) {
    const rows = await db
      .selectFrom('class_count')
      .leftJoin('school', 'school.id', 'class_count.school_id')
      .select(['class_count.day', 'class_count.lesson_id as lesson', 'class_count.pupils'])
      .select(['class_count.goals', 'school.name as school'])
      .orderBy('class_count.day')
      .orderBy('class_count.id')
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map((row) => ({ ...row, school: row.school ?? '' }));
  },
};
