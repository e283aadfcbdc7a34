import { RateLimiterMemory } from 'rate-limiter-flexible';
import { endpoints } from '../api/contract/endpoints.ts';
import { HttpProblem } from '../api/http-problem.ts';
import type { Mount } from '../api/mount.ts';
import type { Classroom } from './classroom.ts';
import type { LessonCatalog } from './lesson-catalog.ts';
import { tooManyCodes } from './problems.ts';

/** What the endpoints of the classroom work on. */
export interface ClassroomEndpointNeeds {
  readonly classroom: Pick<
    Classroom,
    'assignDevice' | 'classesOf' | 'endClass' | 'join' | 'startClass' | 'view'
  >;
  readonly lessons: LessonCatalog;
}

/**
 * Wrong codes that one address may try in ten minutes: enough for a whole school behind one address, and with 113
 * million codes far too few to find a class.
 */
const wrongCodes = { points: 120, duration: 600 };

/** Puts the endpoints `lessons`, `join`, `classes`, `startClass`, `endClass` and `assignDevice` into service. */
export function mountClassroom(mount: Mount, { classroom, lessons }: ClassroomEndpointNeeds): void {
  const guesses = new RateLimiterMemory(wrongCodes);

  mount(endpoints.lessons, ({ params: { language } }) => ({ lessons: [...lessons[language]] }));

  mount(endpoints.join, async ({ body: { code, nickname }, request }) => {
    const address = request.ip ?? 'unknown';
    if (((await guesses.get(address))?.consumedPoints ?? 0) >= wrongCodes.points) throw tooManyCodes();
    try {
      const { token, seat, class: joined } = await classroom.join(code, nickname);
      return { token, seat: { id: seat.id, nickname: seat.nickname }, class: joined };
    } catch (error) {
      if (error instanceof HttpProblem && error.problem.code === 'class-code-unknown') {
        await guesses.penalty(address);
      }
      throw error;
    }
  });

  mount(endpoints.classes, ({ person }) => ({
    classes: classroom.classesOf(person).map((one) => classroom.view(one)),
  }));
  mount(endpoints.startClass, ({ person, body }) => classroom.startClass(person, body));
  mount(endpoints.endClass, ({ person, params }) => classroom.endClass(person, params.classId));
  mount(endpoints.assignDevice, async ({ person, params, body }) => {
    await classroom.assignDevice(person, params.seatId, body.deviceId);
    return {};
  });
}
