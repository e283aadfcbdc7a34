import type { DirectiveResult } from 'lit/directive.js';
import type { AssetKind } from '../../../server/api/contract/lending/assets.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';

/** The drawing of a kind of thing. */
export function kindIcon(kind: AssetKind): DirectiveResult {
  if (kind === 'device') return lineIcon('cpu');
  if (kind === 'part') return lineIcon('puzzle');
  return lendingIcon(kind === 'kit' ? 'package' : 'box');
}
