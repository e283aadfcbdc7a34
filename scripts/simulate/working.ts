import { setTimeout as sleep } from 'node:timers/promises';
import type { LessonPlan } from './lesson.ts';
import type { SimulatedPupil } from './pupil.ts';

/** Between two things that a pupil does, ms, in a lesson of one minute; longer lessons have longer ones, up to `slowest`. */
const pace = 1500;
const slowest = 8000;

/** Does what pupils do, again and again; each pupil in an order of their own. */
export async function work(
  pupil: SimulatedPupil,
  index: number,
  plan: LessonPlan,
  isOver: () => boolean,
): Promise<void> {
  const pause = Math.min(slowest, (pace * plan.seconds) / 60);
  for (let turn = index; !isOver() && !pupil.ended; turn += 1) {
    await sleep(pause * (0.5 + ((turn * 37 + index * 11) % 100) / 100));
    if (pupil.state?.steering.eyesUpMs) continue;
    await pupil.build();
    await doMore(pupil, turn);
  }
}

/** What comes to a pupil's mind beside building. */
async function doMore(pupil: SimulatedPupil, turn: number): Promise<void> {
  const { ledger } = pupil.world;
  switch (turn % 14) {
    case 1:
    case 4:
    case 9:
      return pupil.run();
    case 2:
      return pupil.run({ failing: true });
    case 3:
    case 8:
      return pupil.getOn();
    case 5:
      if ((await pupil.ask('hand:raise', { raised: true }))?.ok) ledger.count('raised a hand');
      return;
    case 6:
      if (pupil.state?.device) await pupil.ask('pi:identify', {});
      return;
    case 7:
      return pupil.passDrive();
    case 10:
      return turn % 3 === 0 ? pupil.changeMachine() : pupil.reload();
    case 11:
      return pupil.loseConnection();
    case 12:
      return handInEarly(pupil);
    case 13:
      return pupil.waitInLine();
    default:
      return pupil.stop();
  }
}

async function handInEarly(pupil: SimulatedPupil): Promise<void> {
  if (!pupil.drives) return;
  const handedIn = await pupil.ask('work:hand-in', {});
  if (!handedIn?.ok) return;
  pupil.world.ledger.count('handed in');
  if (Math.random() < 0.3 && (await pupil.ask('work:take-back', {}))?.ok)
    pupil.world.ledger.count('took their work back');
}
