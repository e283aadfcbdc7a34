import type { AssetKind, Condition } from '../../api/contract/lending/assets.ts';
import type { LoanItemState, LoanKind } from '../../api/contract/lending/loans.ts';

/** What the figures are counted from, as it stands in the database. */
export interface Facts {
  /** ms since 1970: nothing after it has happened. */
  readonly now: number;
  readonly lifetimeYears: number;
  readonly assets: readonly AssetFact[];
  /** Counted parts that are in things now. */
  readonly contents: readonly { assetId: string; present: number; unitCents: number }[];
  readonly outings: readonly Outing[];
  readonly parts: readonly PartFact[];
  readonly classes: readonly ClassFact[];
  readonly schools: ReadonlyMap<string, { name: string; municipality: string }>;
}

export interface AssetFact {
  readonly id: string;
  readonly kind: AssetKind;
  readonly code: string;
  readonly name: string;
  readonly condition: Condition;
  /** Its own, or that of the nearest thing around it that has one. */
  readonly sponsorId: string | null;
  readonly purchasedOn: string | null;
  readonly purchaseCents: number | null;
  readonly createdAt: number;
  /** Since when it is lost, or was when it was given up; null: it is not, or nobody knows. */
  readonly lostAt: number | null;
}

/** A thing that went to a school, for a time or for good. */
export interface Outing {
  readonly loanId: string;
  readonly kind: LoanKind;
  readonly schoolId: string;
  readonly assetId: string;
  readonly state: LoanItemState;
  readonly outAt: number;
  /** null: it is there still. */
  readonly endAt: number | null;
}

/** Counted parts of a loan, as they were counted at the return. */
export interface PartFact {
  readonly loanId: string;
  readonly schoolId: string;
  readonly kind: LoanKind;
  readonly assetId: string;
  readonly lost: number;
  readonly damaged: number;
  readonly unitCents: number;
  /** When it was counted; null: it is out. */
  readonly countedAt: number | null;
  readonly quantity: number;
}

/** A lesson that was held. */
export interface ClassFact {
  readonly lessonId: string;
  readonly day: string;
  /** null: with the association's own Pis. */
  readonly schoolId: string | null;
  readonly pupils: number;
  readonly goals: number;
}
