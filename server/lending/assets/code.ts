import { type AssetKind, codeLetters } from '../../api/contract/lending/assets.ts';

/** What stands on the label of a thing: `K12`. */
export function codeOf({ kind, number }: { readonly kind: AssetKind; readonly number: number }): string {
  return `${codeLetters[kind]}${number}`;
}

/** The kind and number that a code (as `parseAssetCode` gives it) names. */
export function partsOfCode(code: string): { kind: AssetKind; number: number } {
  const kind = (Object.keys(codeLetters) as AssetKind[]).find((one) => codeLetters[one] === code[0]);
  if (!kind) throw new RangeError(`${code} is no code of a thing`);
  return { kind, number: Number(code.slice(1)) };
}
