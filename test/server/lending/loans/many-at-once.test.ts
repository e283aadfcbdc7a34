import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../device/contract/problem.ts';
import type { ApiClient } from '../../../../provisioning/api-client.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../../support/server.ts';

const startsAt = Date.UTC(2027, 4, 3, 6);
const wanted = {
  startsAt,
  endsAt: startsAt + 7 * 86_400_000,
  pupils: 20,
  lessons: [],
  wish: '',
  contactName: 'Theo Lehrer',
  contactEmail: '',
  contactPhone: '',
};

describe('many at once', () => {
  let server: TestServer;
  let staff: ApiClient;
  let teacher: ApiClient;
  let schoolId: string;
  beforeAll(async () => {
    server = await startTestServer();
    staff = await setUpStaff(server);
    ({ client: teacher, schoolId } = await addTeacher(server, staff));
  });
  afterAll(() => server.stop());

  it('fifty want one kit for one time: exactly one gets it, each other learns who has it', async () => {
    const { assets } = await staff.call('addAssets', {}, { kind: 'kit', name: 'Klassenkiste', copies: 1 });
    const assetId = assets[0]?.id ?? '';
    await staff.call('addAssets', {}, { kind: 'part', name: 'Kamera', copies: 5, parentId: assetId });
    const loans = [];
    for (let number = 0; number < 50; number += 1) {
      loans.push(await staff.call('addLoan', {}, { ...wanted, kind: 'loan', schoolId, note: '' }));
    }
    const outcomes = await Promise.all(
      loans.map(({ id, version }) =>
        staff.call('reserveLoan', { loanId: id }, { version, assetIds: [assetId] }).then(
          (loan) => loan.state,
          (error: unknown) => (error instanceof ProblemError ? error.problem : error),
        ),
      ),
    );
    expect(outcomes.filter((one) => one === 'reserved')).toHaveLength(1);
    const winner = loans[outcomes.indexOf('reserved')]?.number ?? '';
    for (const refused of outcomes.filter((one) => one !== 'reserved')) {
      expect(refused).toMatchObject({
        code: 'already-lent',
        message: { de: expect.stringContaining(`Leihe ${winner}`) },
      });
    }
  }, 180_000);

  it('numbers of loans asked for at once are all different', async () => {
    const loans = await Promise.all(
      Array.from({ length: 20 }, () => teacher.call('requestLoan', {}, wanted)),
    );
    expect(new Set(loans.map(({ number }) => number)).size).toBe(20);
  });

  it('teachers see and ask for their own school’s loans only', async () => {
    const other = await staff.call('addSchool', {}, { name: 'Andere Schule', city: 'Trier' });
    const foreign = await staff.call(
      'addLoan',
      {},
      {
        ...{ ...wanted, kind: 'loan', schoolId: other.id, note: 'intern' },
      },
    );
    const own = await teacher.call('requestLoan', {}, { ...wanted, schoolId: other.id });
    expect(own).toMatchObject({ school: { id: schoolId }, steps: ['cancel'] });
    const refused = { problem: { code: 'loan-unknown' } };
    await expect(teacher.call('loan', { loanId: foreign.id }, {})).rejects.toMatchObject(refused);
    await expect(
      teacher.call('cancelMyLoan', { loanId: foreign.id }, { version: foreign.version, reason: '' }),
    ).rejects.toMatchObject(refused);
    const { loans } = await teacher.call('myLoans', {}, {});
    expect(loans.some(({ id }) => id === foreign.id)).toBe(false);
    expect(
      await teacher.call('cancelMyLoan', { loanId: own.id }, { version: own.version, reason: 'Ausflug' }),
    ).toMatchObject({ state: 'cancelled', reason: 'Ausflug' });
  });
});
