import type { AssetKind, Condition } from '../../../api/contract/lending/assets.ts';
import { parseAssetCode } from '../../../api/contract/lending/assets.ts';
import { amount, choice, day, type Kind, maybe, text } from '../columns.ts';
import { shortened, ValueError } from '../values.ts';

const kindNames: Readonly<Record<AssetKind, { de: string; en: string }>> = {
  kit: { de: 'Kit', en: 'kit' },
  box: { de: 'Box', en: 'box' },
  device: { de: 'Gerät', en: 'device' },
  part: { de: 'Teil', en: 'part' },
};

const conditionNames: Readonly<Record<Condition, { de: string; en: string }>> = {
  usable: { de: 'in Ordnung', en: 'in order' },
  repair: { de: 'in Reparatur', en: 'being repaired' },
  lost: { de: 'verloren', en: 'lost' },
  retired: { de: 'ausgemustert', en: 'retired' },
};

/** A label's code: `K12`. */
const code: Kind<string> = {
  write: (value) => value,
  read(field) {
    const parsed = parseAssetCode(field);
    if (parsed) return parsed.code;
    throw new ValueError(
      `„${shortened(field.trim())}“ ist keine Nummer eines Etiketts. Sie sieht so aus: K12.`,
      `“${shortened(field.trim())}” is no number of a label. It looks like this: K12.`,
    );
  },
};

/** A thing's columns. */
export const assetColumns = {
  code: {
    de: 'Nummer',
    en: 'Number',
    kind: maybe(code),
    also: ['Etikett', 'Code', 'label', 'Inventarnummer'],
  },
  kind: { de: 'Art', en: 'Kind', kind: maybe(choice(kindNames)) },
  name: { de: 'Name', en: 'Name', kind: text(120, { needed: true }), also: ['Bezeichnung'] },
  parent: { de: 'Liegt in', en: 'Inside of', kind: maybe(code) },
  place: { de: 'Ort', en: 'Place', kind: text(200), also: ['Lagerort'] },
  serial: { de: 'Seriennummer', en: 'Serial number', kind: text(200) },
  model: { de: 'Modell', en: 'Model', kind: text(200) },
  condition: { de: 'Zustand', en: 'Condition', kind: choice(conditionNames) },
  sponsor: { de: 'Förderer', en: 'Sponsor', kind: text(120) },
  funding: { de: 'Finanzierung', en: 'Funding', kind: text(200) },
  purchasedOn: { de: 'Gekauft am', en: 'Purchased on', kind: maybe(day), also: ['Kaufdatum'] },
  purchaseCents: { de: 'Kaufpreis', en: 'Price', kind: maybe(amount), also: ['Preis'] },
  note: { de: 'Notiz', en: 'Note', kind: text(4000), also: ['Bemerkung'] },
  deviceId: { de: 'Pi der Flotte', en: 'Pi of the fleet', kind: text(64) },
} as const;
