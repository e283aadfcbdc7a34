import { codeOf, partsOfCode } from '../../assets/code.ts';
import { lostAt } from '../../assets/lost-at.ts';
import { nextNumber } from '../../assets/next-number.ts';
import { searchText } from '../../assets/search-text.ts';
import type { LendingDatabase } from '../../interface.ts';
import type { PlanParts, ReadRow, RowPlan } from '../import-table.ts';
import { type AssetChange, type AssetRow, changedColumns, writeAssets } from './asset-changes.ts';
import type { assetColumns } from './asset-columns.ts';
import { notThatPi, Refused } from './asset-refusals.ts';

type Cols = typeof assetColumns;
type Reads = ReadRow<Cols>['values'];

/** Holds the rows of a file against the things that are there, and against each other. */
export class AssetPlanner {
  readonly #db: LendingDatabase;
  readonly #parts: PlanParts;
  readonly #byCode = new Map<string, AssetRow>();
  readonly #byId = new Map<string, AssetRow>();
  readonly #sponsors: readonly { id: string; name: string }[];
  readonly #fleet: readonly { id: string; number: number }[];
  /** Things that a loan has in its hands, and those that one has reserved. */
  readonly #held: ReadonlyMap<string, { readonly state: string; readonly donated: boolean }>;
  readonly #rowOf = new Map<string, number>();
  readonly #next = new Map<AssetRow['kind'], number>();
  readonly #toWrite: AssetChange[] = [];

  static async begin(db: LendingDatabase, parts: PlanParts): Promise<AssetPlanner> {
    const rows = await db.selectFrom('asset').selectAll().execute();
    const sponsors = await db.selectFrom('sponsor').select(['id', 'name']).orderBy('created_at').execute();
    const fleet = await db.selectFrom('device').select(['id', 'number']).execute();
    const held = await db
      .selectFrom('loan_item')
      .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
      .select(['loan_item.asset_id', 'loan_item.state', 'loan.kind'])
      .where('loan_item.active', '=', 1)
      .execute();
    return new AssetPlanner(db, parts, rows, sponsors, fleet, held);
  }

  private constructor(
    db: LendingDatabase,
    parts: PlanParts,
    rows: readonly AssetRow[],
    sponsors: readonly { id: string; name: string }[],
    fleet: readonly { id: string; number: number }[],
    held: readonly { asset_id: string; state: string; kind: string }[],
  ) {
    this.#db = db;
    this.#parts = parts;
    for (const row of rows) this.#remember(row);
    this.#sponsors = sponsors;
    this.#fleet = fleet;
    const out = new Map<string, { state: string; donated: boolean }>();
    for (const { asset_id, state, kind } of held) {
      if (state !== 'reserved' || !out.has(asset_id))
        out.set(asset_id, { state, donated: kind === 'donation' });
    }
    this.#held = out;
  }

  #remember(row: AssetRow): void {
    this.#byCode.set(codeOf(row), row);
    this.#byId.set(row.id, row);
  }

  /** The row by itself; what it is in is looked up by `settle` when all rows are known. */
  async change({ row, values }: ReadRow<Cols>): Promise<AssetChange | RowPlan> {
    try {
      const before = values.code ? (this.#byCode.get(values.code) ?? null) : null;
      const twice = before && this.#rowOf.get(before.id);
      if (twice !== undefined && twice !== null) {
        throw new Refused(
          'code',
          `${values.code} stand schon in Zeile ${twice}. Lassen Sie eine der beiden Zeilen weg.`,
          `${values.code} was in row ${twice} already. Leave one of the two rows out.`,
        );
      }
      const base = before ?? (await this.#fresh(values));
      if (values.kind && values.kind !== base.kind) {
        throw new Refused(
          'kind',
          `Die Nummer ${codeOf(base)} gehört zu einer anderen Art. Die Art folgt aus dem Buchstaben.`,
          `The number ${codeOf(base)} belongs to another kind. The kind follows from the letter.`,
        );
      }
      const plain = { ...base, ...this.#columns(values, base) };
      const after = {
        ...plain,
        lost_at: lostAt(before, plain.condition, this.#parts.now()),
        search: searchText(plain),
      };
      if (before) this.#refuseRetiring(before, after);
      this.#rowOf.set(after.id, row);
      this.#remember(after);
      return { row, before, after, parent: values.parent };
    } catch (error) {
      if (error instanceof Refused) return { row, ...error.plan };
      throw error;
    }
  }

  /** Looks up what it is in, and says what becomes of the row. */
  settle(change: AssetChange): RowPlan {
    const { row, before, parent } = change;
    try {
      if (parent !== undefined) {
        change.after = { ...change.after, parent_id: this.#parentOf(change.after, before, parent) };
        this.#remember(change.after);
      }
    } catch (error) {
      if (error instanceof Refused) return { row, ...error.plan };
      throw error;
    }
    const name = `${codeOf(change.after)} ${change.after.name}`;
    const columns = before ? changedColumns(before, change.after) : [];
    if (before && columns.length === 0) return { row, does: 'nothing', name, columns };
    this.#toWrite.push(change);
    return { row, does: before ? 'change' : 'add', name, columns };
  }

  write(): Promise<string[]> {
    return writeAssets(this.#db, this.#parts, this.#toWrite);
  }

  async #fresh(values: Reads): Promise<AssetRow> {
    const kind = values.code ? partsOfCode(values.code).kind : values.kind;
    if (!kind) {
      throw new Refused(
        'code',
        'Neue Dinge brauchen eine Nummer wie K12 oder eine Art (Kit, Box, Gerät, Teil).',
        'New things need a number such as K12, or a kind (kit, box, device, part).',
      );
    }
    if (values.name === undefined) {
      throw new Refused('name', 'Ein neues Ding braucht einen Namen.', 'A new thing needs a name.');
    }
    const wanted = values.deviceId ? this.#fleet.find(({ id }) => id === values.deviceId) : undefined;
    const number = values.code
      ? partsOfCode(values.code).number
      : (wanted?.number ?? (await this.#number(kind)));
    // A label of the fleet is a Pi of the fleet.
    const device = kind === 'device' ? this.#fleet.find((one) => one.number === number) : undefined;
    if (values.deviceId && device?.id !== values.deviceId) throw notThatPi(number);
    if (this.#byCode.has(codeOf({ kind, number }))) throw notThatPi(number);
    return {
      id: this.#parts.newId(),
      kind,
      number,
      name: values.name,
      parent_id: null,
      device_id: device?.id ?? null,
      template_id: null,
      place: '',
      serial: '',
      model: '',
      condition: 'usable',
      lost_at: null,
      sponsor_id: null,
      funding: '',
      purchased_on: null,
      purchase_cents: null,
      note: '',
      search: '',
      created_at: this.#parts.now(),
    };
  }

  async #number(kind: AssetRow['kind']): Promise<number> {
    let number = this.#next.get(kind) ?? (await nextNumber(this.#db, kind));
    while (this.#byCode.has(codeOf({ kind, number }))) number += 1;
    this.#next.set(kind, number + 1);
    return number;
  }

  #columns(values: Reads, base: AssetRow): Partial<AssetRow> {
    if (values.deviceId !== undefined && values.deviceId !== (base.device_id ?? '')) {
      throw new Refused(
        'deviceId',
        'Welcher Pi der Flotte ein Gerät ist, ändert kein Import. Öffnen Sie das Gerät und verbinden Sie es dort.',
        'Which Pi of the fleet a device is, no import changes. Open the device and link it there.',
      );
    }
    const columns = {
      name: values.name,
      place: values.place,
      serial: values.serial,
      model: values.model,
      condition: values.condition,
      sponsor_id: values.sponsor === undefined ? undefined : this.#sponsorOf(values.sponsor, base),
      funding: values.funding,
      purchased_on: values.purchasedOn,
      purchase_cents: values.purchaseCents,
      note: values.note,
    };
    return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  }

  #sponsorOf(name: string, base: AssetRow): string | null {
    if (name === '') return null;
    const named = this.#sponsors.filter((sponsor) => sponsor.name === name);
    const found = named.find(({ id }) => id === base.sponsor_id) ?? named[0];
    if (found) return found.id;
    throw new Refused(
      'sponsor',
      `Den Förderer „${name}“ gibt es nicht. Legen Sie ihn zuerst an.`,
      `There is no sponsor “${name}”. Add it first.`,
    );
  }

  #refuseRetiring(before: AssetRow, after: AssetRow): void {
    const held = this.#held.get(before.id);
    if (after.condition !== 'retired' || before.condition === 'retired' || !held || held.donated) return;
    throw new Refused(
      'condition',
      `${codeOf(before)} ist verliehen oder reserviert und kann nicht ausgemustert werden.`,
      `${codeOf(before)} is lent or reserved and can’t be retired.`,
    );
  }

  #parentOf(asset: AssetRow, before: AssetRow | null, code: string | null): string | null {
    const parent = code === null ? null : this.#byCode.get(code);
    if (parent === undefined) {
      throw new Refused(
        'parent',
        `${code} gibt es weder hier noch in der Datei.`,
        `There is no ${code}, neither here nor in the file.`,
      );
    }
    const id = parent?.id ?? null;
    if (id === (before?.parent_id ?? null)) return id;
    for (
      let outer: AssetRow | null | undefined = parent;
      outer;
      outer = outer.parent_id ? this.#byId.get(outer.parent_id) : undefined
    ) {
      if (outer.id !== asset.id) continue;
      throw new Refused(
        'parent',
        `${codeOf(asset)} läge damit in sich selbst.`,
        `${codeOf(asset)} would be in itself then.`,
      );
    }
    for (const one of [before?.id, id]) {
      const held = one ? this.#held.get(one) : undefined;
      if (!held || held.state === 'reserved') continue;
      throw new Refused(
        'parent',
        `${codeOf(asset)} oder ${code ?? 'seine Kiste'} ist gerade verliehen. Nehmen Sie es zuerst zurück.`,
        `${codeOf(asset)} or ${code ?? 'its box'} is lent right now. Take it back first.`,
      );
    }
    return id;
  }
}
