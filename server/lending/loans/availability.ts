import type { AssetKind } from '../../api/contract/lending/assets.ts';
import type { Candidate } from '../../api/contract/lending/loans.ts';
import { assetLines } from '../assets/asset-lines.ts';
import type { LendingDatabase } from '../interface.ts';
import { shiftDays } from './local-time.ts';
import type { Span } from './overlap.ts';
import { isFree, type Use, useOfThings } from './use-of-things.ts';

export interface Asked extends Span {
  readonly kind?: AssetKind | undefined;
  /** Whose own things count as free. */
  readonly loanId?: string | undefined;
  /** Local days that a thing should rest before and after. */
  readonly bufferDays: number;
}

/** A thing's use, and how it stands in the time that was asked for. */
export interface Judged extends Use {
  readonly free: boolean;
  readonly tight: boolean;
}

/** Things by how free they are in a time: free, then tight, then lent; by number. */
export async function judgeThings(db: LendingDatabase, asked: Asked, now: number): Promise<Judged[]> {
  const wide = widened(asked, asked.bufferDays);
  const uses = await useOfThings(db, {
    kind: asked.kind ?? 'kit',
    from: wide.startsAt,
    exceptLoanId: asked.loanId,
    now,
  });
  const judged = uses.map((use) => {
    const free = isFree(use, wide);
    return { ...use, free, tight: !free && isFree(use, asked) };
  });
  const rank = ({ free, tight }: Judged) => (free ? 0 : tight ? 1 : 2);
  return judged.sort((a, b) => rank(a) - rank(b));
}

/** The time with so many local days before and after. */
export function widened({ startsAt, endsAt }: Span, days: number): Span {
  return { startsAt: shiftDays(startsAt, -days), endsAt: shiftDays(endsAt, days) };
}

/** As pages show them. */
export async function candidatesOf(db: LendingDatabase, judged: readonly Judged[]): Promise<Candidate[]> {
  const lines = await assetLines(
    db,
    judged.map(({ id }) => id),
  );
  const byId = new Map(lines.map((line) => [line.id, line]));
  return judged.flatMap(({ id, devices, free, tight, lacks }) => {
    const asset = byId.get(id);
    return asset ? { asset, devices, free, tight, lacks: lacks.slice(0, 20) } : [];
  });
}
