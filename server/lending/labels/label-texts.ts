import type { Settings } from '../../api/contract/lending/papers.ts';
import { refusal } from '../../api/http-problem.ts';
import { assetLines } from '../assets/asset-lines.ts';
import type { LendingDatabase } from '../interface.ts';
import { readSettings } from '../settings/settings-store.ts';
import type { LabelText } from './label-layout.ts';

/**
 * What stands on the labels of things, in the order of the ids; a thing that is asked for twice gets two labels.
 *
 * @throws HttpProblem `label-asset-unknown`.
 */
export async function labelTexts(
  db: LendingDatabase,
  assetIds: readonly string[],
  origin: string,
): Promise<LabelText[]> {
  const lines = new Map((await assetLines(db, [...new Set(assetIds)])).map((line) => [line.id, line]));
  const owner = ownerLines((await readSettings(db)).settings.association, origin);
  return assetIds.map((id) => {
    const line = lines.get(id);
    if (!line) {
      throw refusal(
        404,
        'label-asset-unknown',
        'Eines der gewählten Dinge gibt es nicht mehr. Laden Sie die Seite neu und wählen Sie noch einmal.',
        'One of the chosen things is gone. Reload the page and choose again.',
      );
    }
    return { code: line.code, name: line.name, owner };
  });
}

/** Whose it is, and what to do when it is found. */
export function ownerLines(association: Settings['association'], origin: string): string[] {
  const { name, email, phone } = association;
  const reach = email || phone || origin.replace(/^https?:\/\//, '');
  return [...(name ? [`Gehört zu ${name}`] : []), `Gefunden? ${reach}`];
}
