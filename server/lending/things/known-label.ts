import type { Request } from 'express';
import { parseAssetCode } from '../../api/contract/lending/assets.ts';
import { partsOfCode } from '../assets/code.ts';
import type { LendingDatabase } from '../interface.ts';

/** Addresses that only a school's or a home's own network knows: no other association's labels carry them. */
const homeAddress = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[)|\.local$/;

/**
 * The code on a label that may be ours: typed, or with an address of this server. The server may have moved within its
 * network since the label was printed, so any address of a home network counts.
 *
 * @param hosts under which this server is reached: `steckbrett.example`, `192.168.1.20:8080`.
 * @returns null: no label, or that of another association.
 */
export function ownCode(text: string, hosts: readonly string[]): string | null {
  const label = parseAssetCode(text);
  if (!label) return null;
  if (label.origin === null) return label.code;
  const { host, hostname } = new URL(label.origin);
  return hosts.includes(host) || homeAddress.test(hostname) ? label.code : null;
}

/** The hosts under which this server is reached: by its settings, and by who asks now. */
export function ownHosts(web: string, request: Pick<Request, 'headers'>): string[] {
  return [new URL(web).host, ...(request.headers.host ? [request.headers.host.toLowerCase()] : [])];
}

/** The ids of things by their codes; those that do not exist are left out. At most some hundred at once. */
export async function assetIdsByCode(
  db: LendingDatabase,
  codes: Iterable<string>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(codes)].map((code) => ({ code, ...partsOfCode(code) }));
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('asset')
    .select(['id', 'kind', 'number'])
    .where((where) =>
      where.or(
        [...Map.groupBy(wanted, ({ kind }) => kind)].map(([kind, of]) =>
          where.and([
            where('kind', '=', kind),
            where(
              'number',
              'in',
              of.map(({ number }) => number),
            ),
          ]),
        ),
      ),
    )
    .execute();
  return new Map(
    wanted.flatMap(({ code, kind, number }) => {
      const row = rows.find((one) => one.kind === kind && one.number === number);
      return row ? [[code, row.id] as const] : [];
    }),
  );
}
