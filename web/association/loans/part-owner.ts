import type { Loan, LoanPart } from '../../../server/api/contract/lending/loans.ts';

/**
 * The code of the thing that counted parts belong to, where others of the same name stand in the list beside them: after
 * an exchange the LEDs of both kits do. Empty where nothing else has that name.
 */
export function partOwner(
  part: LoanPart,
  listed: readonly LoanPart[],
  { itemList }: Pick<Loan, 'itemList'>,
): string {
  if (!listed.some(({ name, assetId }) => name === part.name && assetId !== part.assetId)) return '';
  return itemList.find(({ asset }) => asset.id === part.assetId)?.asset.code ?? '';
}
