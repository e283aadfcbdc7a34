import type { PersonView } from '../../api/contract/endpoints.ts';
import type { AssetLine } from '../../api/contract/lending/assets.ts';
import type { HistoryEntry } from '../../api/contract/lending/stocktake.ts';
import { refusal } from '../../api/http-problem.ts';
import { record } from '../history/record.ts';
import type { LendingDatabase } from '../interface.ts';

/** What somebody says of a thing that is not as it should be. */
export interface Damage {
  readonly id: string;
  /** ms since 1970 */
  readonly at: number;
  readonly person: PersonView;
  readonly asset: AssetLine;
  readonly text: string;
  readonly photoIds: readonly string[];
}

/**
 * Writes a damage into the history of the thing and of the loan that has it. How the thing is (`repair`) stays for the
 * association to say, which has seen it.
 *
 * @throws HttpProblem `photo-unknown` when a photo is not one of this thing.
 */
export async function reportDamage(
  db: LendingDatabase,
  { id, at, person, asset, text, photoIds }: Damage,
): Promise<HistoryEntry> {
  const kind = 'asset.damage-reported';
  const about = { assetId: asset.id, loanId: asset.loanId, schoolId: asset.school?.id ?? null };
  const de = `Schaden an ${asset.code} ${asset.name}: ${text}`;
  const en = `Damage to ${asset.code} ${asset.name}: ${text}`;
  await db.transaction().execute(async (trx) => {
    if (photoIds.length > 0) {
      const known = await trx
        .selectFrom('photo')
        .select('id')
        .where('id', 'in', photoIds)
        .where('asset_id', '=', asset.id)
        .execute();
      if (known.length !== new Set(photoIds).size) throw photoUnknown();
    }
    await record(trx, { id, at, by: person.id, kind, ...about, de, en, facts: { photoIds } });
  });
  return { id, at, by: { id: person.id, name: person.name }, kind, ...about, de, en };
}

function photoUnknown() {
  return refusal(
    400,
    'photo-unknown',
    'Ein Foto davon ist nicht angekommen. Bitte nehmen Sie es noch einmal auf.',
    'One of the photos did not arrive. Please take it again.',
  );
}
