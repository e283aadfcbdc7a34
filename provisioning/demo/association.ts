import type { AgentConfigView } from '../../server/api/contract/endpoints.ts';
import type { ApiClient } from '../api-client.ts';
import {
  demoAssociation,
  demoKits,
  demoModels,
  demoParts,
  demoPlaces,
  demoSchools,
  demoSponsors,
} from './association-data.ts';
import { demoDevices, demoTeacher } from './people.ts';

const dayMs = 24 * 60 * 60 * 1000;

type KitPlan = (typeof demoKits)[number];

/** What the rest of the demo builds on. */
export interface DemoAssociation {
  /** What each of the demo's own Pis joins with, in the order of `demoDevices`. */
  readonly agents: readonly AgentConfigView[];
  /** Those that lie in kits and are not run by the demo. */
  readonly others: readonly AgentConfigView[];
}

/**
 * Fills the association's side of a demo through the public API: settings, schools, sponsors, parts, kits with their
 * Pis, loans that are out, a donation, and a request of the teacher that waits for an answer.
 *
 * @param staff signed in, an admin.
 * @param teacher signed in, of the school whose id is given.
 */
export async function setUpAssociation(
  staff: ApiClient,
  teacher: ApiClient,
  classSchoolId: string,
): Promise<DemoAssociation> {
  const { mail: _mail, unsent: _unsent, ...settings } = await staff.call('settings', {}, {});
  await staff.call('saveSettings', {}, { ...settings, association: demoAssociation });
  const schools = await addSchools(staff, classSchoolId);
  const sponsors = await addSponsors(staff);
  const contents = await addParts(staff);
  const agents: AgentConfigView[] = [];
  const kits: { plan: KitPlan; id: string; devices: AgentConfigView[] }[] = [];
  for (const plan of demoKits) {
    const kit = await addKit(staff, plan, agents.length, sponsors, contents);
    kits.push({ plan, ...kit });
    agents.push(...kit.devices);
  }
  const of = (goesTo: KitPlan['goesTo']) =>
    kits.filter(({ plan }) => plan.goesTo === goesTo).map(({ id }) => id);
  await lend(staff, {
    schoolId: schools.class,
    assetIds: of('class'),
    pupils: 8,
    days: 6,
    contact: demoSchools.class.contacts[0],
  });
  await lend(staff, {
    schoolId: schools.lent,
    assetIds: of('lent'),
    pupils: 42,
    days: 20,
    contact: demoSchools.lent.contacts[0],
  });
  await lend(staff, {
    schoolId: schools.donated,
    assetIds: of('donated'),
    pupils: 30,
    days: null,
    contact: demoSchools.donated.contacts[0],
  });
  const startsAt = morning(28);
  await teacher.call(
    'requestLoan',
    {},
    {
      startsAt,
      endsAt: startsAt + 11 * dayMs,
      pupils: 10,
      lessons: ['blink'],
      wish: 'Gern mit ein paar Ersatz-LEDs.',
      contactName: demoTeacher.name,
      contactEmail: demoTeacher.email,
      contactPhone: '',
    },
  );
  return { agents: agents.slice(0, demoDevices.length), others: agents.slice(demoDevices.length) };
}

async function addSchools(staff: ApiClient, classSchoolId: string) {
  const { class: ofClass, lent, donated } = demoSchools;
  const add = async ({ name, city, ...rest }: typeof lent | typeof donated): Promise<string> => {
    const { id } = await staff.call('addSchool', {}, { name, city });
    await staff.call('saveSchool', { schoolId: id }, { ...rest, contacts: [...rest.contacts] });
    return id;
  };
  await staff.call(
    'saveSchool',
    { schoolId: classSchoolId },
    { ...ofClass, contacts: [...ofClass.contacts] },
  );
  return { class: classSchoolId, lent: await add(lent), donated: await add(donated) };
}

async function addSponsors(staff: ApiClient) {
  const add = async (sponsor: (typeof demoSponsors)[keyof typeof demoSponsors]) =>
    (await staff.call('saveSponsor', {}, { ...sponsor, page: true })).id;
  return { bank: await add(demoSponsors.bank), foundation: await add(demoSponsors.foundation) };
}

async function addParts(staff: ApiClient) {
  const added = [];
  for (const { perDevice, ...part } of demoParts) {
    const { id } = await staff.call('saveConsumable', {}, part);
    added.push({ consumableId: id, perDevice });
  }
  return added;
}

/** A kit on the shelf with its Pis, which are in the fleet, and its parts. */
async function addKit(
  staff: ApiClient,
  { name, devices, goesTo }: KitPlan,
  already: number,
  sponsors: { bank: string; foundation: string },
  parts: Awaited<ReturnType<typeof addParts>>,
): Promise<{ id: string; devices: AgentConfigView[] }> {
  const donated = goesTo === 'donated';
  const given = {
    sponsorId: donated ? sponsors.foundation : sponsors.bank,
    funding: donated ? 'Spende 2025' : 'Spende 2023',
    purchasedOn: donated ? '2025-09-01' : '2023-09-15',
  };
  const { assets } = await staff.call(
    'addAssets',
    {},
    { kind: 'kit', name, copies: 1, place: demoPlaces.shelf, purchaseCents: 2500, ...given },
  );
  const id = assets[0]?.id ?? '';
  const configs: AgentConfigView[] = [];
  for (let index = 1; index <= devices; index += 1) {
    const called = `pi-${String(already + index).padStart(2, '0')}`;
    const { deviceId, config } = await staff.call('addDevice', {}, { name: called, schoolId: null });
    configs.push(config);
    const made = await staff.call(
      'addAssets',
      {},
      {
        kind: 'device',
        name: donated ? `Touch-Pi ${index}` : `Pi ${already + index}`,
        copies: 1,
        parentId: id,
        deviceId,
        purchaseCents: donated ? 14_900 : 7_900,
        ...given,
      },
    );
    await staff.call(
      'changeAsset',
      { assetId: made.assets[0]?.id ?? '' },
      { model: donated ? demoModels.touch : demoModels.kit },
    );
  }
  await staff.call(
    'setContents',
    { assetId: id },
    {
      contents: parts.map(({ consumableId, perDevice }) => ({
        consumableId,
        quantity: perDevice * devices,
        present: perDevice * devices,
      })),
      fromStock: false,
    },
  );
  return { id, devices: configs };
}

/** @param days null: for good. */
async function lend(
  staff: ApiClient,
  loan: {
    schoolId: string;
    assetIds: string[];
    pupils: number;
    days: number | null;
    contact: { name: string; email: string; phone: string };
  },
): Promise<void> {
  const startsAt = Date.now();
  const added = await staff.call(
    'addLoan',
    {},
    {
      kind: loan.days === null ? 'donation' : 'loan',
      schoolId: loan.schoolId,
      startsAt,
      endsAt: startsAt + (loan.days ?? 365) * dayMs,
      pupils: loan.pupils,
      lessons: ['blink'],
      wish: '',
      note: '',
      contactName: loan.contact.name,
      contactEmail: loan.contact.email,
      contactPhone: loan.contact.phone,
    },
  );
  const at = { loanId: added.id };
  let now = await staff.call('reserveLoan', at, { version: added.version, assetIds: loan.assetIds });
  for (const { asset } of now.itemList)
    now = await staff.call('packItem', at, { code: asset.code, packed: true });
  await staff.call('handOverLoan', at, {
    version: now.version,
    requestId: `demo-${added.id}`,
    withoutUnpacked: false,
    remarks: 'Alles vollständig und in gutem Zustand.',
    signatures: { association: null, school: null },
  });
}

/** 8 o'clock, so many days from now. */
function morning(days: number): number {
  const day = new Date(Date.now() + days * dayMs);
  day.setHours(8, 0, 0, 0);
  return day.getTime();
}
