import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../../provisioning/api-client.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';
import { addThings, writeLoan } from '../../support/storeroom.ts';

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

const actionsOf = async (client: ApiClient, code: string) =>
  (await client.call('thing', { code }, {})).actions.map(({ action }) => action);

describe('who finds a labelled thing', () => {
  it('learns what it is and whose, without an account and however they type the code', async () => {
    const [box] = await addThings(staff, 'box', 1, { name: 'Rote Kiste', place: 'Geheimer Ort' });
    const found = await new ApiClient(server.url).call(
      'foundThing',
      { code: ` ${box!.code.toLowerCase()} ` },
      {},
    );
    expect(found).toMatchObject({ code: box!.code, kind: 'box', name: 'Rote Kiste' });
    expect(JSON.stringify(found)).not.toContain('Geheimer Ort');
  });

  it('hears that a label is of nothing here', async () => {
    const nobody = new ApiClient(server.url);
    for (const code of ['K999', 'Q7', 'Hallo'])
      await expect(nobody.call('foundThing', { code }, {})).rejects.toMatchObject({
        problem: { code: 'thing-unknown' },
      });
  });
});

describe('what can be done with a thing right now', () => {
  it('is to pack it for the loan that waits for it, and to return it from the one that has it', async () => {
    const [waiting, out] = await addThings(staff, 'kit', 2);
    const reserved = await writeLoan(server.dataDir, schoolId, [waiting!], 'reserved');
    const lent = await writeLoan(server.dataDir, schoolId, [out!], 'out');
    const waits = await staff.call('thing', { code: waiting!.code }, {});
    expect(waits.actions[0]).toMatchObject({ action: 'pack', loanId: reserved, schoolName: 'Testschule' });
    const has = await staff.call('thing', { code: out!.code }, {});
    expect(has.actions[0]).toMatchObject({ action: 'return', loanId: lent, schoolName: 'Testschule' });
    expect(has.actions.map(({ action }) => action)).toContain('open');
  });

  it('is to tick it off in a stocktake that runs, once', async () => {
    const [part] = await addThings(staff, 'part', 1, { place: 'Regal' });
    const { id } = await staff.call('startStocktake', {}, { place: 'Regal' });
    expect(await actionsOf(staff, part!.code)).toContain('tick');
    const scan = { id: 'scan-0001', code: part!.code, at: Date.now() };
    await staff.call('scanStocktake', { stocktakeId: id }, { scans: [scan] });
    expect(await actionsOf(staff, part!.code)).not.toContain('tick');
    await staff.call('finishStocktake', { stocktakeId: id }, { markLost: false, moveHere: false });
  });

  it('is little for teachers, and nothing with what their school does not have', async () => {
    const [mine, others] = await addThings(staff, 'kit', 2);
    await writeLoan(server.dataDir, schoolId, [mine!], 'out');
    expect(await actionsOf(teacher, mine!.code)).toEqual(['report-damage']);
    await expect(teacher.call('thing', { code: others!.code }, {})).rejects.toMatchObject({
      problem: { code: 'thing-elsewhere' },
    });
  });
});

describe('a damage', () => {
  it('that a teacher reports stands in the history of the thing, of its loan and of the school', async () => {
    const [kit, others] = await addThings(staff, 'kit', 2);
    const loanId = await writeLoan(server.dataDir, schoolId, [kit!], 'out');
    const report = { text: 'Buchse lose', photoIds: [] };
    const entry = await teacher.call('reportDamage', { code: kit!.code }, report);
    expect(entry).toMatchObject({ kind: 'asset.damage-reported', loanId, by: { name: 'Theo Lehrer' } });
    for (const of of [{ assetId: kit!.id }, { loanId }, { schoolId }]) {
      const { entries } = await staff.call('history', {}, of);
      expect(entries.map(({ id }) => id)).toContain(entry.id);
    }
    await expect(teacher.call('reportDamage', { code: others!.code }, report)).rejects.toMatchObject({
      problem: { code: 'thing-elsewhere' },
    });
  });

  it('with a photo that is of something else is refused', async () => {
    const [kit] = await addThings(staff, 'kit', 1);
    await expect(
      staff.call('reportDamage', { code: kit!.code }, { text: 'Kratzer', photoIds: ['nope'] }),
    ).rejects.toMatchObject({ problem: { code: 'photo-unknown' } });
  });
});
