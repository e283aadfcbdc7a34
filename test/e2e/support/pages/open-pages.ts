import { marked } from '../../../support/browser.ts';
import { heading, type PageState } from './page-state.ts';
import type { Stage } from './stage.ts';

/** Pages that anybody may open, and those on paper. */
export const openPages: readonly PageState[] = [
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
  { name: 'no page', fixed: true, open: (stage) => stage.at(stage.nobody, '/nirgends', 'p') },
];
