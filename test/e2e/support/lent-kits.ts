import type { ApiClient } from '../../../provisioning/api-client.ts';

const day = 86_400_000;

/** This week’s Monday, 8:00. */
export function thisMonday(): number {
  const time = new Date();
  time.setDate(time.getDate() - ((time.getDay() + 6) % 7));
  return time.setHours(8, 0, 0, 0);
}

/** A loan as it stands in a test. */
export interface LentKit {
  readonly id: string;
  readonly number: string;
}

/** Kits that are named K1, K2 …, and loans of them: which kit, from and to which day after Monday. */
export async function lentKits(
  staff: ApiClient,
  schoolId: string,
  { kits, times }: { kits: number; times: readonly (readonly [kit: number, from: number, to: number])[] },
): Promise<{ assetIds: string[]; loans: LentKit[] }> {
  const { assets } = await staff.call('addAssets', {}, { kind: 'kit', name: 'Klassenkiste', copies: kits });
  const monday = thisMonday();
  const loans: LentKit[] = [];
  for (const [kit, from, to] of times) {
    const loan = await staff.call(
      'addLoan',
      {},
      {
        ...{ kind: 'loan', schoolId, startsAt: monday + from * day, endsAt: monday + to * day },
        ...{ pupils: 10, lessons: [], wish: '', note: '' },
        ...{ contactName: 'Theo', contactEmail: '', contactPhone: '' },
      },
    );
    const { id, number, version } = loan;
    await staff.call('reserveLoan', { loanId: id }, { version, assetIds: [assets[kit]?.id ?? ''] });
    loans.push({ id, number });
  }
  return { assetIds: assets.map(({ id }) => id), loans };
}
