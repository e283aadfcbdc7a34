import type { LoanItemState, LoanKind, TestRun } from '../../api/contract/lending/loans.ts';
import type { PaperKind, Settings } from '../../api/contract/lending/papers.ts';

/** One line of the table of contents: a labelled thing, or so many of a counted part. */
export interface ContentLine {
  /** How deep it lies in others; 0: lent by itself. */
  readonly depth: number;
  /** What it is, in words: `Kit`, `Raspberry Pi`. */
  readonly type: string;
  /** Of its label, the inventory number: `K12`; empty: a counted part. */
  readonly code: string;
  readonly name: string;
  readonly model: string;
  readonly serial: string;
  readonly count: number;
  /** All of them at their current value, Euro cents; null: unknown. */
  readonly cents: number | null;
  /** A counted part has `out` until it is counted, then `back`. */
  readonly state: LoanItemState;
  /** Counted parts: how many came back, those that are damaged among them; null: not counted, or a labelled thing. */
  readonly back: number | null;
  readonly damaged: number;
  readonly remark: string;
}

/** What a Pi found out about itself at its return. */
export type PaperTest = Pick<TestRun, 'at' | 'state' | 'checks'> & { readonly code: string };

/** Everything that stands on a paper; kept as JSON with the loan for good. Times are ms since 1970. */
export interface PaperContent {
  readonly format: 1;
  readonly kind: PaperKind;
  readonly loanKind: LoanKind;
  readonly number: string;
  /** When it was made. */
  readonly at: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly pupils: number;
  readonly lessons: readonly string[];
  readonly association: Settings['association'];
  readonly school: PaperSchool;
  /** The outer before what is in it. */
  readonly lines: readonly ContentLine[];
  readonly totalCents: number;
  readonly remarks: string;
  readonly tests: readonly PaperTest[];
  /** The text as it was then, with its places. */
  readonly template: string;
}

/** The school as a party. */
export interface PaperSchool {
  readonly name: string;
  readonly address: string;
  readonly zip: string;
  readonly city: string;
  readonly provider: string;
  readonly schoolNumber: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
}
