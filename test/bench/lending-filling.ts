import type { LendingDatabase } from '../../server/lending/interface.ts';
import type { LendingTables } from '../../server/lending/tables.ts';

/** The day on which the association is looked at. */
export const now = Date.UTC(2026, 10, 23, 9);
const day = 86_400_000;
const [schools, kits, devicesInKit, loansInYear, years] = [400, 500, 10, 2000, 10] as const;

export interface Filled {
  readonly loanIds: readonly string[];
}

/** 500 kits with 5,000 Pis, and 20,000 loans over ten years, the last of them still to come. */
export async function fillAssociation(db: LendingDatabase): Promise<Filled> {
  await insert(
    db,
    'school',
    Array.from({ length: schools }, (_, index) => ({
      ...{ id: `school-${index}`, name: `Schule ${index}`, city: `Stadt ${index % 90}`, created_at: now },
    })),
  );
  const assets: LendingTables['asset'][] = [];
  for (let kit = 1; kit <= kits; kit += 1) {
    assets.push(asset('kit', kit, null));
    for (let pi = 1; pi <= devicesInKit; pi += 1) {
      assets.push(asset('device', (kit - 1) * devicesInKit + pi, `kit-${kit}`));
    }
  }
  await insert(db, 'asset', assets);
  const loans: LendingTables['loan'][] = [];
  const items: LendingTables['loan_item'][] = [];
  const first = now - (years - 0.25) * 365 * day;
  // Each kit in turn, three weeks each: 500 kits are lent four times a year.
  for (let index = 0; index < loansInYear * years; index += 1) {
    const kit = (index % kits) + 1;
    const startsAt = Math.round(first + Math.floor(index / kits) * 91 * day + (index % 7) * day);
    addLoan(loans, items, { index, kit, startsAt, endsAt: startsAt + 21 * day });
  }
  await insert(db, 'loan', loans);
  await insert(db, 'loan_item', items);
  return { loanIds: loans.map(({ id }) => id) };
}

function addLoan(
  loans: LendingTables['loan'][],
  items: LendingTables['loan_item'][],
  { index, kit, startsAt, endsAt }: { index: number; kit: number; startsAt: number; endsAt: number },
): void {
  const id = `loan-${index}`;
  const over = endsAt < now;
  const school = index % schools;
  const year = new Date(startsAt).getUTCFullYear();
  const number = `${year}-${String(index).padStart(3, '0')}`;
  const out = !over && startsAt < now;
  loans.push({
    ...{ id, number, kind: 'loan', state: over ? 'closed' : out ? 'out' : 'reserved' },
    ...{ school_id: `school-${school}`, requested_by: null, contact_name: 'Frau Beispiel' },
    ...{ contact_email: '', contact_phone: '', pupils: 20, lessons: '[]', wish: '', note: '', reason: '' },
    ...{ starts_at: startsAt, ends_at: endsAt, requested_at: startsAt - 30 * day },
    ...{ out_at: out || over ? startsAt : null, returned_at: over ? endsAt : null },
    ...{ closed_at: over ? endsAt : null, version: 5 },
    search: `${number} schule ${school} stadt ${school % 90} frau beispiel`,
  });
  const state = over ? 'back' : out ? 'out' : 'reserved';
  const own = { loan_id: id, state, active: over ? 0 : 1, starts_at: startsAt, ends_at: endsAt } as const;
  const rest = {
    out_at: out || over ? startsAt : null,
    back_at: over ? endsAt : null,
    remark: '',
    photo_ids: '[]',
    exchanged_for: null,
  };
  items.push({ ...own, ...rest, id: `${id}-kit`, asset_id: `kit-${kit}`, inside_of: null });
  for (let pi = 1; pi <= devicesInKit; pi += 1) {
    const inner = `device-${(kit - 1) * devicesInKit + pi}`;
    items.push({ ...own, ...rest, id: `${id}-${pi}`, asset_id: inner, inside_of: `kit-${kit}` });
  }
}

function asset(kind: 'kit' | 'device', number: number, parent: string | null): LendingTables['asset'] {
  const letter = kind === 'kit' ? 'k' : 'p';
  return {
    ...{ id: `${kind}-${number}`, kind, number, name: kind === 'kit' ? `Kiste ${number}` : 'Raspberry Pi 4' },
    ...{ parent_id: parent, device_id: null, template_id: null, place: parent ? '' : `Regal ${number % 40}` },
    ...{
      serial: `10000${number}`,
      model: '',
      condition: 'usable',
      lost_at: null,
      sponsor_id: null,
      funding: '',
    },
    ...{ purchased_on: '2024-01-10', purchase_cents: 6000, note: '', created_at: now },
    search: `${letter}${number} ${kind === 'kit' ? `kiste ${number}` : 'raspberry pi 4'} 10000${number}`,
  };
}

async function insert<Name extends 'school' | 'asset' | 'loan' | 'loan_item'>(
  db: LendingDatabase,
  table: Name,
  rows: readonly object[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (let first = 0; first < rows.length; first += 1000) {
      await trx
        .insertInto(table)
        .values(rows.slice(first, first + 1000) as never)
        .execute();
    }
  });
}
