import { refusal } from '../../api/http-problem.ts';
import type { LendingContext } from '../interface.ts';

/**
 * Whether a label's address is that of somebody else: of another name than ours. An address of the local network says
 * nothing, since it is one today and another tomorrow.
 *
 * @param origin `https://host`, as `parseAssetCode` gives it; null: typed by hand.
 */
export function isForeign({ config, addresses }: LendingContext, origin: string | null): boolean {
  if (origin === null) return false;
  const host = hostOf(origin);
  if (!host || isLocal(host)) return false;
  const own = [config.publicUrl, addresses.web()].flatMap((url) => (url ? [hostOf(url)] : []));
  // Who has no public name prints labels with a local address only: then another's name is another's.
  return !own.includes(host);
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}

function isLocal(host: string): boolean {
  return /^[\d.]+$|^\[|^localhost$|\.(local|lan|home|internal|fritz\.box)$/.test(host) || !host.includes('.');
}

export function foreignLabel(origin: string): Error {
  return refusal(
    409,
    'label-foreign',
    `Dieses Etikett gehört zu ${origin}, nicht zu Ihrem Verein. Legen Sie das Ding beiseite und geben Sie es dort zurück.`,
    `This label belongs to ${origin}, not to your association. Put the thing aside and give it back there.`,
  );
}
