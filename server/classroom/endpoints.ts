import { type ClassRecord, endpoints, type PersonView } from '../api/contract/endpoints.ts';
import type { Mount } from '../api/mount.ts';
import type { ClassDesk } from './class-desk.ts';
import type { ClassShelf } from './class-shelf.ts';
import type { Classroom } from './interface.ts';
import { type LessonCatalog, summaryOf } from './lesson-catalog.ts';
import { lessonGone, lessonUnknown } from './problems.ts';
import type { Entry, PupilDesk } from './pupil-desk.ts';
import type { SeatDesk } from './seat-desk.ts';

/** What the endpoints of the classroom work on. */
export interface ClassroomEndpointNeeds {
  readonly classroom: Pick<Classroom, 'classesOf' | 'view'>;
  readonly classDesk: ClassDesk;
  readonly seatDesk: SeatDesk;
  readonly pupilDesk: PupilDesk;
  readonly lessons: LessonCatalog;
  readonly shelf: ClassShelf;
  /** See `classRecord`. */
  readonly record: (person: PersonView, classId: string) => Promise<ClassRecord>;
}

/** Puts the endpoints of lessons, classes, seats and pupils into service. */
export function mountClassroom(
  mount: Mount,
  { classroom, classDesk, seatDesk, pupilDesk, lessons, shelf, record }: ClassroomEndpointNeeds,
): void {
  mount.endpoint(endpoints.lessons, ({ params: { language } }) => ({
    lessons: lessons.all().map(({ views }) => summaryOf(views[language])),
  }));
  mount.endpoint(endpoints.lesson, ({ params: { language, lessonId } }) => {
    const lesson = lessons.get(lessonId);
    if (!lesson) throw lessonGone();
    return lesson.views[language];
  });
  mount.endpoint(endpoints.lessonNotes, ({ params: { language, lessonId } }) => {
    const lesson = lessons.get(lessonId);
    if (!lesson) throw lessonUnknown();
    return lesson.notes[language];
  });
  mount.endpoint(endpoints.join, async ({ body: { code, nickname } }) => {
    const entry = await pupilDesk.join(code, nickname);
    return { ...entered(entry), resumeCode: entry.resumeCode };
  });
  mount.endpoint(endpoints.resume, async ({ body: { code } }) => entered(await pupilDesk.resume(code)));
  mount.endpoint(endpoints.renamePupil, async ({ person, params, body }) => ({
    nickname: await pupilDesk.rename(person, params.pupilId, body.nickname),
  }));
  mount.endpoint(endpoints.removePupil, async ({ person, params }) => {
    await pupilDesk.remove(person, params.pupilId);
    return {};
  });
  mount.endpoint(endpoints.renewResumeCode, async ({ person, params }) => ({
    resumeCode: await pupilDesk.renewResumeCode(person, params.pupilId),
  }));
  mount.endpoint(endpoints.classSettings, ({ person, params, body }) =>
    classDesk.change(person, params.classId, body),
  );
  mount.endpoint(endpoints.classes, ({ person }) => ({
    classes: classroom.classesOf(person).map((one) => classroom.view(one)),
  }));
  mount.endpoint(endpoints.startClass, ({ person, body }) => classDesk.start(person, body));
  mount.endpoint(endpoints.endClass, ({ person, params, body }) =>
    classDesk.end(person, params.classId, body.keepDays),
  );
  mount.endpoint(endpoints.endedClasses, async ({ person }) => ({ classes: await shelf.ended(person) }));
  mount.endpoint(endpoints.deleteClass, async ({ person, params }) =>
    shelf.count(await classDesk.delete(person, params.classId)),
  );
  mount.endpoint(endpoints.classCounts, async () => ({ counts: await shelf.counts() }));
  mount.endpoint(endpoints.classPrivacy, ({ params }) => shelf.privacy(params.code));
  mount.endpoint(endpoints.classRecord, ({ person, params }) => record(person, params.classId));
  mount.endpoint(endpoints.assignDevice, async ({ person, params, body }) => {
    await seatDesk.assignDevice(person, params.seatId, body.deviceId);
    return {};
  });

  function entered({ token, pupil, seat, class: joined }: Entry) {
    return {
      token,
      pupil: { id: pupil.id, nickname: pupil.nickname },
      seat: { id: seat.id, nickname: seat.nickname },
      class: classroom.view(joined),
    };
  }
}
