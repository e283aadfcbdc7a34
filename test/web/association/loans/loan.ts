import type { AssetKind } from '../../../../server/api/contract/lending/assets.ts';
import type { LoanItem, LoanPart } from '../../../../server/api/contract/lending/loans.ts';

/** A thing of a loan, as the server tells it. */
export function item(code: string, part: Partial<LoanItem> = {}): LoanItem {
  const kind = { K: 'kit', B: 'box', P: 'device', T: 'part' }[code.charAt(0)] as AssetKind;
  return {
    id: `item-${code}`,
    asset: {
      id: `asset-${code}`,
      kind,
      code,
      name: code,
      condition: 'usable',
      whereabouts: 'here',
      place: '',
      parent: null,
      deviceId: null,
      school: null,
      loanId: null,
    },
    state: 'reserved',
    insideOf: null,
    startsAt: 0,
    endsAt: 1,
    outAt: null,
    backAt: null,
    remark: '',
    photoIds: [],
    exchangedFor: null,
    test: null,
    ...part,
  };
}

/** Counted parts of a thing. */
export function counted(code: string, consumableId: string, part: Partial<LoanPart> = {}): LoanPart {
  return {
    assetId: `asset-${code}`,
    consumableId,
    name: consumableId,
    icon: '',
    quantity: 10,
    back: null,
    damaged: 0,
    unitCents: 10,
    ...part,
  };
}
