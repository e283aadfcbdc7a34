import type { BrowserContext, Page } from 'playwright-core';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import { marked, openPage } from '../../support/browser.ts';
import { connectTeacher, openPupil, resultOf } from '../../support/pupil.ts';
import { addKits, smallPng } from './lending-stock.ts';
import { PupilPage } from './pupil-page.ts';
import type { World } from './world.ts';

/** One page as somebody may see it. */
export interface PageState {
  readonly name: string;
  /** Opens it in German and light, and waits until it shows what it is about. */
  readonly open: (stage: Stage) => Promise<Page>;
  /** The page has one language and one scheme. */
  readonly fixed?: true;
  /** Nothing can be used while it is so. */
  readonly covered?: true;
}

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

/** A place with a thing that a stocktake waits for. */
async function countedPlace({ world }: Stage): Promise<{ stocktakeId: string; code: string }> {
  const { staff } = world.room;
  const { stocktakes } = await staff.call('stocktakes', {}, {});
  if (stocktakes.length === 0) {
    await staff.call('addAssets', {}, { kind: 'box', name: 'Kiste', copies: 2, place: 'Keller' });
    await staff.call('startStocktake', {}, { place: 'Keller' });
  }
  const id = (await staff.call('stocktakes', {}, {})).stocktakes[0]!.id;
  const { items } = await staff.call('stocktake', { stocktakeId: id }, {});
  return { stocktakeId: id, code: items[0]!.code };
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

/** A second class, in which the teacher wants all eyes and has written something. */
async function attentiveClass({ room, server }: World): Promise<string> {
  const { id, code } = await room.teacher.call('startClass', {}, { lessonId: 'blink', name: 'Alle Augen' });
  const live = await connectTeacher(server.url, room.teacher.cookies);
  await live.emitWithAck('class:watch', { classId: id });
  resultOf(await live.emitWithAck('class:hold', { classId: id, what: 'eyes-up', action: 'on' }));
  live.disconnect();
  return code;
}

/** A loan of two kits that are alike, packed as far as `stage` needs it. */
async function loanFor({ world }: Stage, stage: 'request' | 'reserved'): Promise<string> {
  const { staff, teacher } = world.room;
  const { assets } = await staff.call('assets', {}, { kind: 'kit' });
  if (assets.length === 0) await addKits(staff, 2);
  const day = 86_400_000;
  const { loans } = await teacher.call('myLoans', {}, {});
  // Each loan has a time of its own, so that the same kits are free again.
  const startsAt = Date.now() + (2 + 30 * loans.length) * day;
  const loan = await teacher.call(
    'requestLoan',
    {},
    {
      startsAt,
      endsAt: startsAt + 7 * day,
      pupils: 8,
      lessons: ['blink'],
      wish: '',
      contactName: 'Theo Lehrer',
      contactEmail: '',
      contactPhone: '',
    },
  );
  if (stage === 'reserved') {
    const { assetIds } = await staff.call('proposal', { loanId: loan.id }, {});
    await staff.call('reserveLoan', { loanId: loan.id }, { version: loan.version, assetIds });
  }
  return loan.id;
}

/** Clicks one after the other, then waits for what they open. */
async function after(page: Page, clicks: readonly string[], shows: string): Promise<Page> {
  for (const click of clicks) await page.locator(click).first().click();
  await page.locator(shows).first().waitFor();
  return page;
}

const heading = 'h1, h2';
const dialog = 'dialog[open]';

/** Every page and what can stand open on it. A new page, or a new room of one, is a new line. */
export const pageStates: readonly PageState[] = [
  { name: 'the door', open: (stage) => stage.at(stage.nobody, '/', marked('join-code')) },
  {
    name: 'the door, with a code that nobody has',
    open: async (stage) => {
      const page = await stage.at(stage.nobody, '/', marked('join-code'));
      await page.fill(marked('join-code'), 'ccc999');
      return after(page, [marked('join-go')], marked('join-problem'));
    },
  },
  { name: 'the desk with blocks', open: (stage) => stage.desk() },
  {
    name: 'the desk with an open drawer of blocks',
    open: async (stage) =>
      after(await stage.desk(), ['.blocklyToolboxCategory'], '.blocklyFlyout .blocklyDraggable'),
  },
  {
    name: 'the desk’s menu',
    open: async (stage) => after(await stage.desk(), [marked('menu')], marked('leave')),
  },
  {
    name: 'the desk with wiring',
    open: async (stage) => after(await stage.desk(), [marked('bar-wiring')], marked('build-text')),
  },
  {
    name: 'the desk with code',
    open: async (stage) => after(await stage.desk(), [marked('bar-code')], 'sb-code-text .line'),
  },
  {
    name: 'the desk while a program runs on the virtual Pi, with its pins measured',
    open: async (stage) => {
      const page = await stage.desk();
      await after(page, [marked('target-virtual'), marked('run')], '.blocklyHighlighted');
      return after(page, [marked('tab-recorder')], marked('recorder-chart'));
    },
  },
  {
    name: 'the desk with variables',
    open: async (stage) => after(await stage.desk(), [marked('tab-variables')], 'sb-variables'),
  },
  ...(['versions', 'file', 'code'] as const).map((tab) => ({
    name: `the desk’s dialog of the work: ${tab}`,
    open: async (stage: Stage) => after(await stage.desk(), [marked('work'), marked(`work-${tab}`)], dialog),
  })),
  ...(['help', 'leave'] as const).map((entry) => ({
    name: `the desk’s dialog: ${entry}`,
    open: async (stage: Stage) => after(await stage.desk(), [marked('menu'), marked(entry)], dialog),
  })),
  {
    name: 'the desk’s dialog: handing in',
    open: async (stage) => after(await stage.desk(), [marked('hand-in')], dialog),
  },
  {
    name: 'the desk, asked for the number of its Pi',
    open: async (stage) => after(await stage.desk(), [marked('my-pi-other')], marked('my-pi-number')),
  },
  {
    name: 'the desk’s dialog: who sits where',
    open: async (stage) => after(await stage.desk(), [marked('together')], dialog),
  },
  { name: 'signing in', open: (stage) => stage.at(stage.nobody, '/teacher', marked('signin-go')) },
  {
    name: 'the teacher’s start',
    open: (stage) => stage.at(stage.teacher, '/teacher', marked('running-class')),
  },
  {
    name: 'a class without pupils',
    open: (stage) => stage.at(stage.teacher, `/teacher?class=${stage.emptyClass}`, marked('class-code')),
  },
  { name: 'a class with pupils', open: (stage) => stage.lesson() },
  ...(['collect', 'goals', 'pis', 'papers'] as const).map((room) => ({
    name: `a class: ${room}`,
    open: (stage: Stage) => stage.lesson(room),
  })),
  {
    name: 'a class: one pupil’s name and code',
    open: async (stage) => after(await stage.lesson(), [marked('seat-pupils')], dialog),
  },
  ...(['send', 'note', 'seat-look'] as const).map((button) => ({
    name: `a class’s dialog: ${button}`,
    open: async (stage: Stage) => after(await stage.lesson(), [marked(button)], dialog),
  })),
  {
    name: 'a class about to end',
    open: async (stage) => after(await stage.lesson(), [marked('end-class')], dialog),
  },
  {
    name: 'the projector',
    open: (stage) =>
      stage.at(stage.teacher, `/projector?class=${stage.world.room.class.id}`, marked('projector-code')),
  },
  ...(['fleet', 'schools', 'people', 'dashboard', 'reports', 'reports/sponsors'] as const).map((page) => ({
    name: `the association: ${page}`,
    open: (stage: Stage) => stage.at(stage.staff, `/association#${page}`, heading),
  })),
  {
    name: 'the association: new kits',
    open: async (stage) =>
      after(await stage.at(stage.staff, '/association#assets', heading), [marked('add-assets')], dialog),
  },
  ...(['consumable', 'template'] as const).map((thing) => ({
    name: `the association: a new ${thing}`,
    open: async (stage: Stage) =>
      after(
        await stage.at(stage.staff, `/association#assets/${thing}s`, marked(`${thing}-add`)),
        [marked(`${thing}-add`)],
        dialog,
      ),
  })),
  {
    name: 'the association: labels',
    open: (stage) => stage.at(stage.staff, '/association#labels', marked('sheet-preview')),
  },
  {
    name: 'the association: a label sheet of one’s own',
    open: async (stage) =>
      after(
        await stage.at(stage.staff, '/association#labels', marked('sheet-edit')),
        [marked('sheet-edit')],
        dialog,
      ),
  },
  {
    name: 'the association: stocktakes',
    open: async (stage) => {
      await countedPlace(stage);
      return stage.at(stage.staff, '/association#stocktake', marked('stocktake'));
    },
  },
  {
    name: 'the association: a stocktake',
    open: async (stage) => {
      const { stocktakeId } = await countedPlace(stage);
      return stage.at(stage.staff, `/association#stocktake/${stocktakeId}`, marked('progress'));
    },
  },
  {
    name: 'the association: a stocktake about to end',
    open: async (stage) => {
      const { stocktakeId } = await countedPlace(stage);
      return after(
        await stage.at(stage.staff, `/association#stocktake/${stocktakeId}`, marked('finish')),
        [marked('finish')],
        dialog,
      );
    },
  },
  {
    name: 'a label, to who finds the thing',
    open: async (stage) => {
      const { code } = await countedPlace(stage);
      return stage.at(stage.nobody, `/t/${code}`, marked('sign-in'));
    },
  },
  {
    name: 'a label, to staff',
    open: async (stage) => {
      const { code } = await countedPlace(stage);
      return stage.at(stage.staff, `/t/${code}`, marked('do-open'));
    },
  },
  {
    name: 'a photo, large',
    open: async (stage) => {
      const { code } = await countedPlace(stage);
      const page = await after(
        await stage.at(stage.staff, `/t/${code}`, marked('do-photo')),
        [marked('do-photo')],
        marked('photo-add'),
      );
      await page
        .locator('sb-photos')
        .first()
        .locator(marked('photo-add'))
        .setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: smallPng() });
      return after(page, [marked('photo')], dialog);
    },
  },
  {
    name: 'a label nobody knows',
    open: (stage) => stage.at(stage.nobody, '/t/K9999', 'sb-thing-app h1'),
  },
  {
    name: 'the association: one school',
    open: async (stage) =>
      after(
        await stage.at(stage.staff, '/association#schools', marked('school-row')),
        [marked('school-row')],
        marked('school-detail'),
      ),
  },
  {
    name: 'the association: a school’s dialog',
    open: async (stage) =>
      after(
        await stage.at(stage.staff, '/association#schools', marked('school-row')),
        [marked('school-row'), marked('edit-school')],
        dialog,
      ),
  },
  ...(['add-school', 'open-data'] as const).map((button) => ({
    name: `the association’s dialog: ${button}`,
    open: async (stage: Stage) =>
      after(
        await stage.at(stage.staff, '/association#schools', marked('school-row')),
        [marked(button)],
        dialog,
      ),
  })),
  {
    name: 'the association: a new device',
    open: async (stage) =>
      after(
        await stage.at(stage.staff, '/association#fleet', marked('device-row')),
        [marked('add-device')],
        dialog,
      ),
  },
  ...(
    [
      ['association', 'settings-name'],
      ['reminders', 'no-reminders'],
      ['papers', 'paper-page'],
      ['holidays', 'no-holidays'],
      ['exchange', 'settings-tab-exchange'],
    ] as const
  ).map(([tab, shows]) => ({
    name: `the association’s settings: ${tab}`,
    open: (stage: Stage) => stage.at(stage.staff, `/association#settings/${tab}`, marked(shows)),
  })),
  {
    name: 'kits on loan: asking for some',
    open: (stage) => stage.at(stage.teacher, '/teacher#loans', 'sb-teacher-loans h1'),
  },
  {
    name: 'kits on loan: entered by hand',
    open: (stage) => stage.at(stage.staff, '/association#loans/new', 'sb-loan-form form'),
  },
  {
    name: 'kits on loan: the list',
    open: (stage) => stage.at(stage.staff, '/association#loans', marked('loan-search')),
  },
  {
    name: 'kits on loan: a request',
    open: async (stage) =>
      stage.at(stage.staff, `/association#loans/${await loanFor(stage, 'request')}`, marked('loan-next')),
  },
  {
    name: 'kits on loan: a request about to be declined',
    open: async (stage) =>
      after(
        await stage.at(
          stage.staff,
          `/association#loans/${await loanFor(stage, 'request')}`,
          marked('loan-next'),
        ),
        [marked('action-decline')],
        dialog,
      ),
  },
  {
    name: 'kits on loan: the proposal',
    open: async (stage) =>
      stage.at(
        stage.staff,
        `/association#loans/${await loanFor(stage, 'request')}/reserve`,
        marked('reserve-go'),
      ),
  },
  {
    name: 'kits on loan: packing',
    open: async (stage) =>
      stage.at(
        stage.staff,
        `/association#loans/${await loanFor(stage, 'reserved')}/pack`,
        marked('pack-item'),
      ),
  },
  {
    name: 'kits on loan: handing over',
    open: async (stage) =>
      stage.at(
        stage.staff,
        `/association#loans/${await loanFor(stage, 'reserved')}/hand-over`,
        marked('sign-school'),
      ),
  },
  { name: 'an invitation', open: (stage) => stage.at(stage.nobody, stage.invitation, marked('account-go')) },
  {
    name: 'a link of no use',
    open: (stage) => stage.at(stage.nobody, '/invitation/none', 'sb-waiting-page a'),
  },
  { name: 'all parts', open: (stage) => stage.at(stage.nobody, '/parts', 'sb-part-card') },
  { name: 'one part', open: (stage) => stage.at(stage.nobody, '/parts?part=servo', 'sb-part-page h1') },
  ...(['worksheet', 'cards', 'teacher'] as const).map((sheet) => ({
    name: `on paper: ${sheet}`,
    open: (stage: Stage) =>
      stage.at(
        stage.teacher,
        `/print?lesson=parking-sensor&sheet=${sheet}&language=de`,
        'sb-print-app[ready]',
      ),
  })),
  {
    name: 'the check of the network',
    open: (stage) =>
      stage.at(stage.nobody, '/netzwerk', `${marked('network-summary')}:not([data-verdict="testing"])`),
  },
  { name: 'what is kept', open: (stage) => stage.at(stage.nobody, '/privacy', heading) },
  {
    name: 'whether the network lets lessons through',
    open: (stage) => stage.at(stage.nobody, '/network', marked('network-summary')),
  },
  {
    name: 'the desk while the teacher wants all eyes',
    covered: true,
    open: async (stage) => {
      const code = await attentiveClass(stage.world);
      const { page } = await PupilPage.inContext(stage.nobody, `${stage.world.server.url}/?code=${code}`);
      await page.locator(marked('eyes-up')).waitFor();
      return page;
    },
  },
  { name: 'no page', fixed: true, open: (stage) => stage.at(stage.nobody, '/nirgends', 'p') },
];
