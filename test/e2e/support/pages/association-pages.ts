import { marked } from '../../../support/browser.ts';
import { countedPlace } from './counted-place.ts';
import { after, dialog, heading, type PageState } from './page-state.ts';
import type { Stage } from './stage.ts';

/** Every page of the association, but for its loans. */
export const associationPages: readonly PageState[] = [
  ...(['fleet', 'schools', 'people', 'dashboard', 'reports', 'reports/sponsors'] as const).map((page) => ({
    name: `the association: ${page}`,
    open: (stage: Stage) => stage.at(stage.staff, `/association#${page}`, heading),
  })),
  {
    name: 'the association: new kits',
    open: async (stage) =>
      after(await stage.at(stage.staff, '/association#assets', heading), [marked('add-assets')], dialog),
  },
  {
    name: 'the association: several things at once',
    open: async (stage) => {
      await countedPlace(stage);
      return after(
        await stage.at(stage.staff, '/association#assets/boxes', marked('asset-row')),
        [marked('assets-tick'), marked('bulk-all'), marked('bulk-place')],
        dialog,
      );
    },
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
      ['retention', 'retention-next'],
      ['exchange', 'settings-tab-exchange'],
    ] as const
  ).map(([tab, shows]) => ({
    name: `the association’s settings: ${tab}`,
    open: (stage: Stage) => stage.at(stage.staff, `/association#settings/${tab}`, marked(shows)),
  })),
];
