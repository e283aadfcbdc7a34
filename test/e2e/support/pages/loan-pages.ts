import { marked } from '../../../support/browser.ts';
import { addKits } from '../lending-stock.ts';
import { LoanStock } from '../loan-stock.ts';
import { after, dialog, type PageState } from './page-state.ts';
import type { Stage } from './stage.ts';

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

/** The address of a loan that is out. */
async function outLoan({ world }: Stage): Promise<string> {
  const stock = await LoanStock.of(world.room.staff);
  const { id } = await stock.giveOut(await stock.pis(1));
  return `/association#loans/${id}`;
}

/** Kits on loan, to the association and to teachers. */
export const loanPages: readonly PageState[] = [
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
  {
    name: 'kits on loan: about to be exchanged',
    open: async (stage) =>
      after(
        await stage.at(stage.staff, await outLoan(stage), marked('loan-next')),
        [marked('action-exchange')],
        dialog,
      ),
  },
  {
    name: 'kits on loan: taking back',
    open: async (stage) => stage.at(stage.staff, `${await outLoan(stage)}/return`, marked('return-item')),
  },
];
