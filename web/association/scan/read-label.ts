import { parseAssetCode } from '../../../server/api/contract/lending/assets.ts';

/**
 * What a label or a person said, as the server is asked: the short code where it is one of ours or was typed, else all of
 * it, so that the server can say that it belongs to somebody else.
 *
 * @param origin of this page: `https://steckbrett.example`.
 */
export function readLabel(text: string, origin: string): string {
  const label = parseAssetCode(text);
  if (!label || (label.origin !== null && label.origin !== origin)) return text.trim().slice(0, 200);
  return label.code;
}
