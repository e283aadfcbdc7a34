import type { LabelLanguage } from '../../api/contract/lending/labels.ts';
import type { Settings } from '../../api/contract/lending/papers.ts';
import { refusal } from '../../api/http-problem.ts';
import { codeOf, partsOfCode } from '../assets/code.ts';
import type { LendingDatabase } from '../interface.ts';
import { readSettings } from '../settings/settings-store.ts';
import type { LabelText } from './label-layout.ts';

/**
 * What stands on the labels of things, in the order of the codes; a thing that is asked for twice gets two labels.
 *
 * @throws HttpProblem `label-asset-unknown`.
 */
export async function labelTexts(
  db: LendingDatabase,
  codes: readonly string[],
  origin: string,
  language: LabelLanguage,
): Promise<LabelText[]> {
  const asked = codes.map(partsOfCode);
  const rows = await db
    .selectFrom('asset')
    .select(['kind', 'number', 'name'])
    .where('kind', 'in', [...new Set(asked.map(({ kind }) => kind))])
    .where('number', 'in', [...new Set(asked.map(({ number }) => number))])
    .execute();
  const names = new Map(rows.map((row) => [codeOf(row), row.name]));
  const { association } = (await readSettings(db)).settings;
  const owner = ownerLines(association, origin, language);
  const reach = waysToReach(association, origin);
  return codes.map((code) => {
    const name = names.get(code);
    if (name === undefined) {
      throw refusal(
        404,
        'label-asset-unknown',
        'Eines der gewählten Dinge gibt es nicht mehr. Laden Sie die Seite neu und wählen Sie noch einmal.',
        'One of the chosen things is gone. Reload the page and choose again.',
      );
    }
    return { code, name, owner, reach };
  });
}

const words: Readonly<Record<LabelLanguage, { owner: string; found: string }>> = {
  de: { owner: 'Gehört zu', found: 'Gefunden?' },
  en: { owner: 'Belongs to', found: 'Found?' },
  both: { owner: 'Gehört zu / Belongs to', found: 'Gefunden? Found?' },
};

/** Whose it is, and what to do when it is found. */
export function ownerLines(
  association: Settings['association'],
  origin: string,
  language: LabelLanguage = 'de',
): string[] {
  const { owner, found } = words[language];
  const { name } = association;
  return [...(name ? [`${owner} ${name}`] : []), `${found} ${waysToReach(association, origin)[0]}`];
}

/** Where somebody who found a thing can turn to, best first; the last is the server's own host. */
export function waysToReach({ email, phone }: Settings['association'], origin: string): string[] {
  return [email, phone, origin.replace(/^https?:\/\/(www\.)?/, '')].filter((way) => way !== '');
}
