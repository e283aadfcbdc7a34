import type { BrowserContext, Page } from 'playwright-core';
import type { ApiClient } from '../../../../provisioning/api-client.ts';
import { marked, openPage } from '../../../support/browser.ts';
import { openPupil } from '../../../support/pupil.ts';
import { PupilPage } from '../pupil-page.ts';
import type { World } from '../world.ts';

/** A running class with pupils, and everybody's browser. A person's pages share one browser, as they do in life. */
export class Stage {
  readonly world: World;
  readonly pupil: BrowserContext;
  readonly teacher: BrowserContext;
  readonly staff: BrowserContext;
  readonly nobody: BrowserContext;
  /** A class of this teacher in which nobody is yet. */
  readonly emptyClass: string;
  /** An invitation that nobody has used. */
  readonly invitation: string;

  private constructor(
    world: World,
    [pupil, teacher, staff, nobody]: readonly BrowserContext[],
    emptyClass: string,
    invitation: string,
  ) {
    this.world = world;
    this.pupil = pupil!;
    this.teacher = teacher!;
    this.staff = staff!;
    this.nobody = nobody!;
    this.emptyClass = emptyClass;
    this.invitation = invitation;
  }

  static async set(world: World): Promise<Stage> {
    const { room, browser, server } = world;
    const empty = await room.teacher.call('startClass', {}, { lessonId: 'blink', name: 'Leere Klasse' });
    const { url } = await room.staff.call('invite', {}, { role: 'staff', schoolId: null });
    const pupil = await PupilPage.join(browser, server.url, room.class.code, { nickname: 'Fuchs' });
    const neighbour = await PupilPage.join(browser, server.url, room.class.code, { nickname: 'Otter' });
    await asksAndHandsIn(server.url, await neighbour.token());
    const contexts = [
      pupil.page.context(),
      await signedIn(world, room.teacher),
      await signedIn(world, room.staff),
      (await openPage(browser)).page.context(),
    ];
    await pupil.page.close();
    return new Stage(world, contexts, empty.id, new URL(url).pathname);
  }

  /** A fresh page of a person, at an address. */
  async at(who: BrowserContext, address: string, shows: string): Promise<Page> {
    const page = await who.newPage();
    await page.goto(`${this.world.server.url}${address}`);
    await page.locator(shows).first().waitFor();
    return page;
  }

  /** The pupil's desk. */
  async desk(): Promise<Page> {
    const page = await this.at(this.pupil, '/', 'sb-blocks .blocklyBlockCanvas .blocklyDraggable');
    await page.locator('.blocklyToolboxCategory').first().waitFor();
    await page.locator('sb-steps h2, sb-steps h1').first().waitFor();
    return page;
  }

  /** The class in which pupils are. */
  async lesson(room = 'live'): Promise<Page> {
    const page = await this.at(
      this.teacher,
      `/teacher?class=${this.world.room.class.id}`,
      marked('class-code'),
    );
    await page.locator(marked('seat-card')).nth(1).waitFor();
    await page.click(marked(`room-${room}`));
    return page;
  }
}

/** A browser in which somebody is signed in. */
async function signedIn({ browser, server }: World, { cookies }: ApiClient): Promise<BrowserContext> {
  const { page } = await openPage(browser);
  const context = page.context();
  await page.close();
  await context.addCookies(
    cookies.split('; ').map((cookie) => {
      const [name = '', ...value] = cookie.split('=');
      return { name, value: value.join('='), url: server.url };
    }),
  );
  return context;
}

/** A pupil who has a question, and has handed in what there is. */
async function asksAndHandsIn(origin: string, token: string): Promise<void> {
  const { socket, state } = await openPupil(origin, token);
  await socket.emitWithAck('workspace:save', {
    base: state.workspace.version,
    blocks: {
      blocks: { languageVersion: 0, blocks: [{ type: 'steckbrett_start', id: 'start', x: 20, y: 20 }] },
    },
    tab: 'test',
  });
  await socket.emitWithAck('work:hand-in', {});
  await socket.emitWithAck('hand:raise', { raised: true });
  socket.disconnect();
}
