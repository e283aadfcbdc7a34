import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '../../device/contract/problem.ts';
import { ApiClient } from '../../provisioning/api-client.ts';
import type { ClassView } from '../../server/live/contract/live.ts';
import { planBuilding } from './building.ts';
import type { Ledger } from './ledger.ts';
import { Promises } from './promises.ts';
import { needlesOf, proveGone, proveKept } from './proof.ts';
import { askedOfPi, type PupilWorld, SimulatedPupil, unansweredByPi } from './pupil.ts';
import { SimulatedTeacher } from './teacher.ts';
import { playTeacher } from './teacher-plays.ts';
import { work } from './working.ts';
import type { World } from './world.ts';

/** One lesson. */
export interface LessonPlan {
  readonly name: string;
  readonly lessonId: string;
  /** Another one, which is sent to a few on the way. */
  readonly otherLessonId: string;
  readonly pupils: number;
  readonly pis: number;
  /** From the first pupil at the door to the end of work, s. */
  readonly seconds: number;
}

/** What a class leaves to look for after it was deleted: names, codes, tokens and ids. */
export type Needles = readonly string[];

/** Part of a lesson in which its pupils come in. */
const joining = 0.15;

/**
 * Plays a whole lesson, from its start to its deletion, and holds the server to its word.
 *
 * @returns what must be found nowhere any more.
 */
export async function playLesson(world: World, plan: LessonPlan, ledger: Ledger): Promise<Needles> {
  const { server, school } = world;
  await world.keepPis(plan.pis);
  ledger.tell(`“${plan.name}”: ${plan.pupils} pupils on ${world.agents.length} Pis, ${plan.seconds} s`);
  const plans = new Map(
    await Promise.all(
      [plan.lessonId, plan.otherLessonId].map(
        async (id) => [id, await planBuilding(school.teacher, id)] as const,
      ),
    ),
  );
  const teacher = await SimulatedTeacher.start(server.url, school.teacher, plan, ledger);
  ledger.tell(`the class has the code ${teacher.class.code}`);
  const promises = new Promises();
  const pupilWorld: PupilWorld = {
    origin: server.url,
    code: teacher.class.code,
    ledger,
    promises,
    plans,
  };
  const startedAt = performance.now();
  const at = (part: number) => startedAt + part * plan.seconds * 1000;
  const pupils = await comeIn(pupilWorld, plan, at(joining));
  ledger.tell(`${pupils.length} pupils are in, at ${seatsOf(pupils)} seats`);

  let isOver = false;
  const working = pupils.map((pupil, index) => work(pupil, index, plan, () => isOver));
  await playTeacher(teacher, pupils, plan, at);
  isOver = true;
  await Promise.all(working);
  await handIn(teacher, pupils, ledger);
  await checkMiniatures(teacher, pupils, ledger);

  const ended = await end(world, teacher, pupils, ledger);
  proveKept(server.dataDir, promises, pupils, ledger);
  await checkStopped(world, ledger);
  await checkRecord(teacher, pupils, ledger);
  checkAnswers(ledger);
  const needles = needlesOf(server.dataDir, ended, pupils);
  await deleteClass(teacher, pupils, ledger);
  proveGone(server.dataDir, needles, ledger);
  teacher.close();
  for (const pupil of pupils) pupil.close();
  return needles;
}

/** Some stand at the door together, the others come one after the other. */
async function comeIn(world: PupilWorld, plan: LessonPlan, until: number): Promise<SimulatedPupil[]> {
  const pupils = Array.from(
    { length: plan.pupils },
    (_, index) => new SimulatedPupil(`${plan.name} Kind ${index + 1}`.slice(-24), world),
  );
  const together = Math.ceil(plan.pupils / 3);
  // Most who find no Pi of their own sit down with somebody; some would rather wait for one.
  const waiting = Math.ceil(Math.max(0, plan.pupils - plan.pis) / 5);
  const begin = performance.now();
  await Promise.all(
    pupils.map(async (pupil, index) => {
      const waits = index < together ? 0 : ((index - together) / plan.pupils) * (until - begin);
      await sleep(waits);
      await pupil.join();
      // Two who share a Pi read the same number off it; the second is let in by the first.
      await sleep(index < plan.pis ? 0 : 500);
      if (index < plan.pupils - waiting) await pupil.claimPi((index % plan.pis) + 1);
      else await pupil.waitInLine();
    }),
  );
  return pupils;
}

async function handIn(
  teacher: SimulatedTeacher,
  pupils: readonly SimulatedPupil[],
  ledger: Ledger,
): Promise<void> {
  for (const pupil of pupils.filter(({ drives }) => drives)) {
    const answer = await pupil.ask('work:hand-in', {});
    if (!answer?.ok) continue;
    ledger.count('handed in');
    ledger.expect(answer.result.state === 'handed-in', `${pupil.nickname} handed in, and it did not count`);
  }
  await teacher.giveBack();
  ledger.tell('everybody has handed in, and the teacher has given it back');
  const seats = (await teacher.look())?.seats ?? [];
  const left = seats.filter(({ handIn }) => handIn.state === 'handed-in');
  ledger.expect(left.length === 0, `${left.length} works were not given back`);
}

/** Every seat at which somebody built was seen by the teacher. */
async function checkMiniatures(
  teacher: SimulatedTeacher,
  pupils: readonly SimulatedPupil[],
  ledger: Ledger,
): Promise<void> {
  const seats = new Set(pupils.map(({ state }) => state?.seat.id ?? ''));
  const unseen = [...seats].filter((id) => !teacher.pictured.has(id));
  ledger.expect(unseen.length === 0, `the teacher never got the work of ${unseen.length} seats`);
}

async function end(
  world: World,
  teacher: SimulatedTeacher,
  pupils: readonly SimulatedPupil[],
  ledger: Ledger,
): Promise<ClassView> {
  const asked = performance.now();
  // They do not stand still for it: what is asked at the end gets a clear answer, too.
  const asking = pupils.map((pupil) => pupil.build().then(() => pupil.run()));
  const ended = await teacher.end();
  ledger.took('teacher: end', performance.now() - asked);
  await Promise.all(asking);
  ledger.tell('the class has ended');
  for (const pupil of pupils) {
    const again = await refusalOf(() =>
      new ApiClient(world.server.url).call('resume', {}, { code: pupil.resumeCode }),
    );
    ledger.expect(again === 'lesson-over', `${pupil.nickname} came back after the end: ${again}`);
  }
  return ended;
}

/** Within this time after the end each Pi stands still and is dark, ms: one that was busy is told again. */
const standsStillWithin = 20_000;

/** No program of a Pi runs, by the server's word and by the boards. */
async function checkStopped(world: World, ledger: Ledger): Promise<void> {
  const asked = performance.now();
  const look = async () => {
    const { devices } = await world.school.staff.call('devices', {}, {});
    return {
      running: devices.filter(({ online, program }) => online && program.state === 'running').length,
      lit: world.agents.filter((agent) => [18, 22, 24].some((gpio) => agent.level(gpio) === 1)).length,
    };
  };
  let seen = await look();
  if (seen.running > 0) ledger.count('programs that a busy Pi stopped after the end only', seen.running);
  while (seen.running + seen.lit > 0 && performance.now() - asked < standsStillWithin) {
    await sleep(200);
    seen = await look();
  }
  ledger.took('after the end → every Pi is dark', performance.now() - asked);
  ledger.expect(seen.running === 0, `${seen.running} programs run on after the end`);
  ledger.expect(seen.lit === 0, `${seen.lit} Pis still have light after the end`);
  if (seen.running + seen.lit === 0) ledger.tell('no program runs any more, and every Pi is dark');
}

/** Of a hundred requests to Pis, so many may stay without an answer in time: all of them share this machine. */
const mostUnanswered = 2;

/** The Pis were there: nearly all that was asked of them was answered. */
function checkAnswers(ledger: Ledger): void {
  const asked = ledger.counted(askedOfPi);
  const unanswered = ledger.counted(unansweredByPi);
  ledger.expect(
    unanswered * 100 <= asked * mostUnanswered,
    `${unanswered} of ${asked} requests to Pis were not answered in time, more than ${mostUnanswered} %`,
  );
}

/** The record has the last work of each seat, as its pupils hold it. */
async function checkRecord(
  teacher: SimulatedTeacher,
  pupils: readonly SimulatedPupil[],
  ledger: Ledger,
): Promise<void> {
  const record = await teacher.api.call('classRecord', { classId: teacher.class.id }, {});
  const works = new Map(record.seats.map((seat) => [seat.id, seat]));
  for (const { nickname, state, world } of pupils) {
    const seat = works.get(state?.seat.id ?? '');
    const promised = world.promises.newest(state?.seat.id ?? '');
    ledger.expect(seat !== undefined, `the record has no seat of ${nickname}`);
    if (seat && promised && state?.workspace.version === promised.version)
      ledger.expect(
        JSON.stringify(seat.blocks) === promised.work,
        `the record has another work of ${nickname} than was acknowledged`,
      );
  }
  ledger.tell(`the record has ${record.seats.length} seats`);
}

async function deleteClass(
  teacher: SimulatedTeacher,
  pupils: readonly SimulatedPupil[],
  ledger: Ledger,
): Promise<void> {
  const asked = performance.now();
  const counted = await teacher.api.call('deleteClass', { classId: teacher.class.id }, {});
  ledger.took('teacher: delete', performance.now() - asked);
  ledger.expect(
    counted.pupils === pupils.length,
    `${counted.pupils} pupils were counted, not ${pupils.length}`,
  );
  ledger.tell(`deleted; what stays: ${counted.lessonId}, ${counted.pupils} pupils, ${counted.goals} goals`);
  const first = pupils[0];
  if (!first) return;
  const again = await refusalOf(() =>
    new ApiClient(first.world.origin).call('resume', {}, { code: first.resumeCode }),
  );
  ledger.expect(again === 'resume-code-unknown', `a deleted pupil came back: ${again}`);
}

async function refusalOf(ask: () => Promise<unknown>): Promise<string> {
  try {
    await ask();
    return 'it was answered';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

function seatsOf(pupils: readonly SimulatedPupil[]): number {
  return new Set(pupils.map(({ state }) => state?.seat.id)).size;
}
