import { marked } from '../../../support/browser.ts';
import { connectTeacher, resultOf } from '../../../support/pupil.ts';
import { PupilPage } from '../pupil-page.ts';
import type { World } from '../world.ts';
import { after, dialog, type PageState } from './page-state.ts';
import type { Stage } from './stage.ts';

/** A second class, in which the teacher wants all eyes and has written something. */
async function attentiveClass({ room, server }: World): Promise<string> {
  const { id, code } = await room.teacher.call('startClass', {}, { lessonId: 'blink', name: 'Alle Augen' });
  const live = await connectTeacher(server.url, room.teacher.cookies);
  await live.emitWithAck('class:watch', { classId: id });
  resultOf(await live.emitWithAck('class:hold', { classId: id, what: 'eyes-up', action: 'on' }));
  live.disconnect();
  return code;
}

/** Every page of a pupil. */
export const pupilPages: readonly PageState[] = [
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
];
