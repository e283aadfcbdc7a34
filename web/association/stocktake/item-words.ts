import { msg, str } from '@lit/localize';
import type { ShownItem } from './stocktake-view.ts';

/** Why a thing that is here should not be. */
export function whyUnexpected({ asset, state, waiting }: ShownItem): string {
  if (!asset) {
    if (waiting) return msg('Was das ist, zeigt sich, sobald der Server wieder erreichbar ist.');
    return state === 'foreign' ? msg('Ein Etikett, das dieser Verein nicht kennt.') : '';
  }
  if (asset.whereabouts === 'donated') return msg(str`Gespendet an ${asset.school?.name ?? '?'}.`);
  if (asset.whereabouts === 'out') return msg(str`Gilt als verliehen an ${asset.school?.name ?? '?'}.`);
  if (asset.whereabouts === 'packed') return msg('Ist für eine Leihe gepackt.');
  if (asset.condition === 'lost') return msg('Galt als verloren.');
  if (asset.condition === 'retired') return msg('Ist ausgemustert.');
  return asset.place ? msg(str`Gehört nach „${asset.place}“.`) : msg('Hat noch keinen Ort.');
}

/** Labels of others are whole addresses: what of them fits into a line. */
export function shortCode(code: string): string {
  const plain = code.replace(/^https?:\/\//, '');
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}
