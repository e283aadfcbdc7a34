import { html, nothing, type TemplateResult } from 'lit';
import type { AssetLine } from '../../../server/api/contract/lending/assets.ts';
import { kindIcon } from '../loans/kind-icon.ts';
import { conditionName, whereaboutsName } from './asset-words.ts';

/** The chips of a thing: where it is, and how it is where that is worth a word. */
export function assetChips(asset: AssetLine): TemplateResult {
  // What is lost or out of service is nowhere in particular.
  const here = asset.whereabouts === 'here' && (asset.condition === 'lost' || asset.condition === 'retired');
  return html`${here ? nothing : html`<span class="chip" data-is=${asset.whereabouts}>${whereaboutsName(asset)}</span>`}
    ${
      asset.condition === 'usable'
        ? nothing
        : html`<span class="chip" data-is=${asset.condition}>${conditionName(asset.condition)}</span>`
    }`;
}

/** A thing in a line: picture, code, name, where it is (not with `within`: it stands below that); style it with `assetRowStyles`. */
export function assetRow(asset: AssetLine, within = false): TemplateResult {
  const where = within
    ? ''
    : asset.school
      ? asset.school.name
      : [asset.parent ? `${asset.parent.code} ${asset.parent.name}` : '', asset.place]
          .filter(Boolean)
          .join(' · ');
  return html`<span class="picture">${kindIcon(asset.kind)}</span>
    <span class="words">
      <span class="title"><span class="code">${asset.code}</span><strong>${asset.name}</strong></span>
      ${where ? html`<span class="hint">${where}</span>` : nothing}
    </span>
    <span class="chips">${assetChips(asset)}</span>`;
}
