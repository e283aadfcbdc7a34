import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import { until } from '../../support/broker.ts';
import { openSchool } from '../../support/school.ts';
import { ScriptedAgent } from '../../support/scripted-agent.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let staff: ApiClient;
const schools: Record<'a' | 'b', string> = { a: '', b: '' };
const agents = new Set<ScriptedAgent>();

beforeAll(async () => {
  server = await startTestServer();
  staff = await setUpStaff(server);
  ({ schoolId: schools.a } = await addTeacher(server, staff));
  schools.b = (await staff.call('addSchool', {}, { name: 'Schule am Fluss', city: 'Worms' })).id;
});
afterAll(async () => {
  await Promise.all([...agents].map((agent) => agent.close()));
  await server.stop();
});

/** Lines of two schools and of a home; the server stands behind a proxy that names them. */
const lines = { a: '203.0.113.10', b: '198.51.100.20', home: '192.0.2.30' } as const;

/** A Pi of the fleet that is a thing, too. */
async function addPi(name: string) {
  const { deviceId, config } = await staff.call('addDevice', {}, { name, schoolId: null });
  const thing = { kind: 'device', name, copies: 1, deviceId } as const;
  const { assets } = await staff.call('addAssets', {}, thing);
  return { deviceId, config, asset: assets[0]! };
}
type Pi = Awaited<ReturnType<typeof addPi>>;

async function connect(pi: Pi, line: keyof typeof lines): Promise<ScriptedAgent> {
  const at = { ...pi.config, server: `ws://127.0.0.1:${server.port}/mqtt` };
  const agent = await ScriptedAgent.connect(at, { from: lines[line] });
  agents.add(agent);
  return agent;
}

async function lend(
  schoolId: string,
  pis: readonly Pick<Pi, 'asset'>[],
  by: ApiClient = staff,
): Promise<void> {
  const startsAt = Date.now() - 3_600_000;
  const asked = await by.call(
    'addLoan',
    {},
    {
      ...{ kind: 'loan', schoolId, startsAt, endsAt: startsAt + 14 * 86_400_000, pupils: 10, lessons: [] },
      ...{ wish: '', note: '', contactName: 'Theo Lehrer', contactEmail: '', contactPhone: '' },
    },
  );
  const params = { loanId: asked.id };
  const assetIds = pis.map(({ asset }) => asset.id);
  let loan = await by.call('reserveLoan', params, { version: asked.version, assetIds });
  for (const { asset } of pis) loan = await by.call('packItem', params, { code: asset.code, packed: true });
  await by.call('handOverLoan', params, {
    ...{ version: loan.version, requestId: `hand-over-${loan.id}`, withoutUnpacked: false, remarks: '' },
    signatures: { association: null, school: null },
  });
}

const stray = async () => (await staff.call('dashboard', {}, {})).devices;

describe('a Pi that reports from another school’s line than that of its borrower', () => {
  it('is shown with both schools, to be gone when it is back there or comes from a line that nobody has', async () => {
    const ours = await Promise.all(['Biber', 'Dachs', 'Fuchs'].map(addPi));
    const theirs = await Promise.all(['Hase', 'Igel'].map(addPi));
    await lend(schools.a, ours);
    await lend(schools.b, theirs);
    const [wanderer, ...stayers] = ours as [Pi, Pi, Pi];
    for (const pi of stayers) await connect(pi, 'a');
    for (const pi of theirs) await connect(pi, 'b');
    let away = await connect(wanderer, 'b');
    await until(async () => (await stray()).length === 1);
    expect(await stray()).toMatchObject([
      {
        finding: 'elsewhere',
        assetId: wanderer.asset.id,
        code: wanderer.asset.code,
        school: { id: schools.a },
        fleet: { online: true, seenAt: { id: schools.b, name: 'Schule am Fluss' } },
      },
    ]);
    // The thing's own page says it, too.
    const { fleet } = await staff.call('asset', { assetId: wanderer.asset.id }, {});
    expect(fleet?.seenAt?.id).toBe(schools.b);

    await away.close();
    await until(async () => (await stray()).length === 0);
    away = await connect(wanderer, 'home');
    await until(async () =>
      (await staff.call('devices', {}, {})).devices.some(
        ({ id, online }) => id === wanderer.deviceId && online,
      ),
    );
    expect(await stray()).toEqual([]);
  });
});

describe('a Pi that is handed over to another school', () => {
  it('leaves the seat of the class that had it, and the pupil is told', async () => {
    const school = await openSchool({ devices: 1 });
    try {
      const pi = await school.connectPi(1);
      const pupil = await school.join('Otter');
      expect(pupil.state.device?.id).toBe(pi.deviceId);
      const told = new Promise((resolve) =>
        pupil.socket.on('device:state', (device) => device === null && resolve(device)),
      );
      const thing = { kind: 'device', name: 'Pi', copies: 1, deviceId: pi.deviceId } as const;
      const { assets } = await school.staff.call('addAssets', {}, thing);
      const other = await school.staff.call('addSchool', {}, { name: 'Andere Schule', city: 'Trier' });
      await lend(other.id, [{ asset: assets[0]! }], school.staff);
      expect(await told).toBeNull();
      const { devices } = await school.staff.call('devices', {}, {});
      expect(devices.find(({ id }) => id === pi.deviceId)?.school?.id).toBe(other.id);
    } finally {
      await school.close();
    }
  });
});
