import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marked } from '../support/browser.ts';
import { connectTeacher, resultOf } from '../support/pupil.ts';
import type { PupilPage } from './support/pupil-page.ts';
import { World } from './support/world.ts';

/** The longest words that its buttons have stand in the bar at once. */
describe('the pupil’s top bar when it is full', () => {
  let world: World;
  let pupil: PupilPage;

  beforeAll(async () => {
    world = await World.start(1);
    const { room, server } = world;
    ({ pupil } = await world.pupilWithPi());
    await pupil.page.click(marked('hand'));
    await pupil.page.click(marked('hand-raise'));
    await pupil.page.waitForSelector(`${marked('hand')}[data-place]`);
    await pupil.dragBelow('Licht', 'steckbrett_led_set', pupil.block('steckbrett_start'));
    await pupil.page.click(marked('hand-in'));
    await pupil.page.click(marked('hand-in-now'));
    await pupil.page.waitForSelector(`${marked('hand-in')}[data-state="handed-in"]`);
    const classId = room.class.id;
    const teacher = await connectTeacher(server.url, room.teacher.cookies);
    const { seats } = resultOf(await teacher.emitWithAck('class:watch', { classId }));
    const returned = { classId, seatId: seats[0]?.id ?? '', comment: null, badge: 'star' } as const;
    resultOf(await teacher.emitWithAck('work:return', returned));
    teacher.disconnect();
    await pupil.page.click(marked('feedback-go-on'));
    await pupil.page.waitForSelector(`${marked('hand-in')}[data-state="returned"]`);
  });

  afterAll(() => world?.stop());

  it.each([360, 600, 767, 768, 820, 1239, 1240, 1280, 1400, 1920])(
    'fits a page of %i px, with its whole heading',
    async (width) => {
      await pupil.page.setViewportSize({ width, height: 800 });
      const over = () =>
        pupil.page.evaluate(() => {
          const bar = document.querySelector('sb-top-bar')?.shadowRoot;
          const heading = bar?.querySelector('h1');
          const boxes = [...(bar?.querySelectorAll('.names, .where, .go, .quiet') ?? [])].map((part) =>
            part.getBoundingClientRect(),
          );
          const overlap = boxes.some((one, index) =>
            boxes
              .slice(index + 1)
              .some(
                (two) =>
                  one.left < two.right &&
                  two.left < one.right &&
                  one.top < two.bottom &&
                  two.top < one.bottom,
              ),
          );
          return {
            page: document.documentElement.scrollWidth - innerWidth,
            heading: (heading?.scrollWidth ?? 1) - (heading?.clientWidth ?? 0),
            beyond: boxes.some(({ left, right }) => left < 0 || right > innerWidth),
            overlap,
          };
        });
      await expect
        .poll(over, { timeout: 15_000 })
        .toEqual({ page: 0, heading: 0, beyond: false, overlap: false });
    },
  );
});
