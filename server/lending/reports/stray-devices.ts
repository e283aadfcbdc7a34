import type { Dashboard } from '../../api/contract/lending/reports.ts';
import { version } from '../../version.ts';
import { assetLines } from '../assets/asset-lines.ts';
import { deviceKnowledge } from '../assets/device-knowledge.ts';
import type { LendingContext } from '../interface.ts';

/** So long a lent Pi may be silent before somebody should ask. */
const silentDays = 10;

/** Lent Pis of which the fleet knows something that somebody should look after; the worst first. */
export async function strayDevices(
  { db, fleet }: Pick<LendingContext, 'db' | 'fleet'>,
  at: number,
): Promise<Dashboard['devices']> {
  const lent = await db
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
    .select(['asset.id', 'asset.device_id', 'loan_item.out_at'])
    .where('loan_item.state', '=', 'out')
    .where('loan.kind', '=', 'loan')
    .where('asset.device_id', 'is not', null)
    .execute();
  const stray = lent.flatMap(({ id, device_id, out_at }) => {
    const known = deviceKnowledge(fleet, device_id);
    if (!known) return [];
    const quietSince = Math.max(known.lastSeenAt ?? 0, out_at ?? 0);
    const quiet = !known.online && at - quietSince > silentDays * 86_400_000;
    const finding = known.seenAt
      ? ('elsewhere' as const)
      : quiet
        ? known.lastSeenAt === null
          ? ('never-seen' as const)
          : ('silent' as const)
        : known.online && known.agentVersion !== null && known.agentVersion !== version
          ? ('old-agent' as const)
          : null;
    return finding === null ? [] : [{ id, finding, since: known.lastSeenAt, fleet: known }];
  });
  const lines = new Map(
    (
      await assetLines(
        db,
        stray.map(({ id }) => id),
      )
    ).map((line) => [line.id, line]),
  );
  return stray
    .flatMap(({ id, ...found }) => {
      const line = lines.get(id);
      return line ? [{ assetId: id, code: line.code, name: line.name, school: line.school, ...found }] : [];
    })
    .toSorted(
      (a, b) => order.indexOf(a.finding) - order.indexOf(b.finding) || (a.since ?? 0) - (b.since ?? 0),
    );
}

const order: readonly Dashboard['devices'][number]['finding'][] = [
  'elsewhere',
  'silent',
  'never-seen',
  'old-agent',
];
