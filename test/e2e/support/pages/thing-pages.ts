import { marked } from '../../../support/browser.ts';
import { smallPng } from '../lending-stock.ts';
import { countedPlace } from './counted-place.ts';
import { after, dialog, type PageState } from './page-state.ts';

/** What a label opens. */
export const thingPages: readonly PageState[] = [
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
];
