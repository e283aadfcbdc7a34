import type { ApiClient } from '../../../provisioning/api-client.ts';
import type { AssetLine } from '../../../server/api/contract/lending/assets.ts';
import type { Loan, LoanKind } from '../../../server/api/contract/lending/loans.ts';

export const day = 86_400_000;

/** Things to lend and loans as far along as a test wants them, made by the API. */
export class LoanStock {
  readonly #staff: ApiClient;
  readonly #schoolId: string;

  private constructor(staff: ApiClient, schoolId: string) {
    this.#staff = staff;
    this.#schoolId = schoolId;
  }

  /** Lends to the first school there is. */
  static async of(staff: ApiClient): Promise<LoanStock> {
    const { schools } = await staff.call('schools', {}, {});
    return new LoanStock(staff, schools[0]?.id ?? '');
  }

  /** Pis that the fleet does not know, each lent by itself. */
  async pis(copies: number): Promise<AssetLine[]> {
    const { assets } = await this.#staff.call(
      'addAssets',
      {},
      { kind: 'device', name: 'Raspberry Pi 4', copies, place: 'Regal A' },
    );
    return assets;
  }

  /** Asked for; from an hour ago for two weeks unless told. */
  ask(wanted: { kind?: LoanKind; from?: number; to?: number } = {}): Promise<Loan> {
    const { kind = 'loan', from = -1 / 24, to = 14 } = wanted;
    return this.#staff.call(
      'addLoan',
      {},
      {
        kind,
        schoolId: this.#schoolId,
        startsAt: Date.now() + from * day,
        endsAt: Date.now() + to * day,
        ...{ pupils: 8, lessons: [], wish: '', note: '' },
        ...{ contactName: 'Theo Lehrer', contactEmail: '', contactPhone: '' },
      },
    );
  }

  async reserve(things: readonly AssetLine[], wanted: Parameters<LoanStock['ask']>[0] = {}): Promise<Loan> {
    const { id: loanId, version } = await this.ask(wanted);
    return this.#staff.call('reserveLoan', { loanId }, { version, assetIds: things.map(({ id }) => id) });
  }

  /** Packed and handed over without signatures. */
  async giveOut(things: readonly AssetLine[], wanted: Parameters<LoanStock['ask']>[0] = {}): Promise<Loan> {
    let loan = await this.reserve(things, wanted);
    const params = { loanId: loan.id };
    for (const { code } of things) loan = await this.#staff.call('packItem', params, { code, packed: true });
    return this.#staff.call('handOverLoan', params, {
      version: loan.version,
      requestId: `hand-over-${loan.id}`,
      withoutUnpacked: false,
      remarks: '',
      signatures: { association: null, school: null },
    });
  }

  /** All of it is back, and fine unless told. */
  async takeBack(loan: Loan, state: 'back' | 'missing' = 'back'): Promise<Loan> {
    return this.#staff.call(
      'returnItems',
      { loanId: loan.id },
      {
        requestId: `return-${loan.id}`,
        items: loan.itemList.map(({ id }) => ({ itemId: id, state, remark: '', photoIds: [] })),
        parts: [],
      },
    );
  }

  /** As the server has it now. */
  loan(loanId: string): Promise<Loan> {
    return this.#staff.call('loan', { loanId }, {});
  }
}
