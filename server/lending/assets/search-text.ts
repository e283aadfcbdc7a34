import type { AssetKind } from '../../api/contract/lending/assets.ts';
import { codeOf } from './code.ts';

/** What people call each kind, beside its name. */
const kindWords: Readonly<Record<AssetKind, string>> = {
  kit: 'kit',
  box: 'box kiste',
  device: 'pi gerät device',
  part: 'teil part',
};

/** What the search of things looks through (column `asset.search`), in lower case: make it anew with each change. */
export function searchText(asset: {
  readonly kind: AssetKind;
  readonly number: number;
  readonly name: string;
  readonly serial: string;
  readonly model: string;
  readonly place: string;
  readonly funding: string;
  readonly device_id: string | null;
}): string {
  const { kind, name, serial, model, place, funding, device_id } = asset;
  return [codeOf(asset), kindWords[kind], name, serial, model, place, funding, device_id ?? '']
    .filter((word) => word !== '')
    .join(' ')
    .toLowerCase();
}
