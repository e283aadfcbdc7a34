import { endpoints } from '../api/contract/endpoints.ts';
import type { Mount } from '../api/mount.ts';
import type { ClassDesk } from './class-desk.ts';
import type { Classroom } from './interface.ts';
import { type LessonCatalog, summaryOf } from './lesson-catalog.ts';
import { lessonGone, lessonUnknown } from './problems.ts';
import type { SeatDesk } from './seat-desk.ts';

/** What the endpoints of the classroom work on. */
export interface ClassroomEndpointNeeds {
  readonly classroom: Pick<Classroom, 'classesOf' | 'view'>;
  readonly classDesk: ClassDesk;
  readonly seatDesk: SeatDesk;
  readonly lessons: LessonCatalog;
}

/** Puts the endpoints `lessons`, `lesson`, `lessonNotes`, `join`, `classes`, `startClass`, `endClass` and `assignDevice` into service. */
export function mountClassroom(
  mount: Mount,
  { classroom, classDesk, seatDesk, lessons }: ClassroomEndpointNeeds,
): void {
  mount(endpoints.lessons, ({ params: { language } }) => ({
    lessons: lessons.all().map(({ views }) => summaryOf(views[language])),
  }));
  mount(endpoints.lesson, ({ params: { language, lessonId } }) => {
    const lesson = lessons.get(lessonId);
    if (!lesson) throw lessonGone();
    return lesson.views[language];
  });
  mount(endpoints.lessonNotes, ({ params: { language, lessonId } }) => {
    const lesson = lessons.get(lessonId);
    if (!lesson) throw lessonUnknown();
    return lesson.notes[language];
  });
  mount(endpoints.join, async ({ body: { code, nickname } }) => {
    const { token, seat, class: joined } = await seatDesk.join(code, nickname);
    return { token, seat: { id: seat.id, nickname: seat.nickname }, class: classroom.view(joined) };
  });
  mount(endpoints.classes, ({ person }) => ({
    classes: classroom.classesOf(person).map((one) => classroom.view(one)),
  }));
  mount(endpoints.startClass, ({ person, body }) => classDesk.start(person, body));
  mount(endpoints.endClass, ({ person, params }) => classDesk.end(person, params.classId));
  mount(endpoints.assignDevice, async ({ person, params, body }) => {
    await seatDesk.assignDevice(person, params.seatId, body.deviceId);
    return {};
  });
}
