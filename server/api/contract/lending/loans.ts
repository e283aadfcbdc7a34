import * as z from 'zod/mini';
import { assetLineSchema } from './assets.ts';
import { cents, count, id, instant, personLineSchema, schoolLineSchema } from './common.ts';

/**
 * Loans and donations, from a teacher's request to the shelf again.
 *
 *     requested → reserved → packed → out → returned → closed
 *         ↓           ↓         ↓
 *     declined    cancelled · no-show
 *
 * `out` stays while some things are back and others are not (partial return); `returned` means that each thing's fate is
 * known; `closed` that it was restocked. Overdue is no state: it is `out` after `endsAt`.
 */

/** A donation goes out like a loan and never comes back. */
export const loanKindSchema = z.enum(['loan', 'donation']);
export type LoanKind = z.infer<typeof loanKindSchema>;

export const loanStates = [
  'requested',
  'reserved',
  'packed',
  'out',
  'returned',
  'closed',
  'declined',
  'cancelled',
  'no-show',
] as const;
export const loanStateSchema = z.enum(loanStates);
export type LoanState = z.infer<typeof loanStateSchema>;

/** What people do with a loan; which state allows which is in `server/lending/loans/loan-state.ts`. */
export const loanSteps = [
  'reserve',
  'decline',
  'cancel',
  'pack',
  'unpack',
  'hand-over',
  'no-show',
  'return',
  'extend',
  'exchange',
  'restock',
  'reopen',
] as const;
export const loanStepSchema = z.enum(loanSteps);
export type LoanStep = z.infer<typeof loanStepSchema>;

/**
 * A thing of a loan: `reserved`, `packed`, `out`, then `back`, `damaged` (back, but not as it went) or `missing`;
 * `released` when the loan let it go before it went out, or it was exchanged.
 */
export const loanItemStateSchema = z.enum([
  'reserved',
  'packed',
  'out',
  'back',
  'damaged',
  'missing',
  'released',
]);
export type LoanItemState = z.infer<typeof loanItemStateSchema>;

/** What a Pi's agent found out about itself at its return. */
export const testRunSchema = z.object({
  id: z.string(),
  assetId: z.string(),
  at: instant,
  state: z.enum(['running', 'passed', 'failed', 'busy', 'unreachable']),
  checks: z.array(
    z.object({
      name: z.enum([
        'connects',
        'gpio',
        'memory',
        'card-speed',
        'card-errors',
        'wifi-wiped',
        'data-wiped',
        'temperature',
      ]),
      result: z.enum(['ok', 'failed', 'not-here']),
      /** A figure with its unit, such as `21.4 MB/s`. */
      value: z.string(),
    }),
  ),
});
export type TestRun = z.infer<typeof testRunSchema>;

/** Counted parts of one thing in a loan. */
export const loanPartSchema = z.object({
  assetId: z.string(),
  consumableId: z.string(),
  name: z.string(),
  icon: z.string(),
  quantity: count,
  /** null: not counted yet. */
  back: z.nullable(count),
  damaged: count,
  unitCents: cents,
});
export type LoanPart = z.infer<typeof loanPartSchema>;

export const loanItemSchema = z.object({
  id: z.string(),
  asset: assetLineSchema,
  state: loanItemStateSchema,
  /** The asset of the loan that it is in; null: lent by itself. */
  insideOf: z.nullable(z.string()),
  startsAt: instant,
  endsAt: instant,
  outAt: z.nullable(instant),
  backAt: z.nullable(instant),
  /** How it went, and what was said at its return. */
  remark: z.string(),
  photoIds: z.array(z.string()),
  /** The asset that took its place. */
  exchangedFor: z.nullable(z.string()),
  test: z.nullable(testRunSchema),
});
export type LoanItem = z.infer<typeof loanItemSchema>;

export const loanLineSchema = z.object({
  id: z.string(),
  /** `2026-014`. */
  number: z.string(),
  kind: loanKindSchema,
  state: loanStateSchema,
  school: schoolLineSchema,
  startsAt: instant,
  /** With a donation, the end of time. */
  endsAt: instant,
  /** Out after its end. */
  overdue: z.boolean(),
  pupils: count,
  /** Codes of the things that are lent by themselves: `K3`, `K4`. */
  codes: z.array(z.string()),
  /** So many things are out that went out, in all. */
  itemsOut: count,
  items: count,
});
export type LoanLine = z.infer<typeof loanLineSchema>;

export const loanSchema = z.extend(loanLineSchema, {
  /** Grows by one with each change; a step names the one it saw. */
  version: z.int(),
  requestedBy: z.nullable(personLineSchema),
  /** Who takes it over at the school. */
  contactName: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string(),
  lessons: z.array(z.string()),
  wish: z.string(),
  note: z.string(),
  /** Why it was declined, cancelled, or did not happen. */
  reason: z.string(),
  requestedAt: instant,
  /** Since when it names nobody any more, and has no papers; null: it does. */
  erasedAt: z.nullable(instant),
  itemList: z.array(loanItemSchema),
  parts: z.array(loanPartSchema),
  /** What may be done with it now by whoever asks. */
  steps: z.array(loanStepSchema),
  /** What speaks against handing it over or closing it: missing scans, other loans, public holidays. */
  warnings: z.array(z.object({ code: z.string(), de: z.string(), en: z.string() })),
  papers: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['agreement', 'issue', 'return']),
      at: instant,
      signed: z.boolean(),
    }),
  ),
  valueCents: cents,
});
export type Loan = z.infer<typeof loanSchema>;

/** A kit (or single thing) that fits a request. */
export const candidateSchema = z.object({
  asset: assetLineSchema,
  /** Pis in it that can be lent. */
  devices: count,
  /** Nothing of it is lent in the time with the buffer days around it. */
  free: z.boolean(),
  /** Free in the time itself, but not in the days around it. */
  tight: z.boolean(),
  /** What is missing in it now. */
  lacks: z.array(z.string()),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** Days that matter for handing over: public holidays of the school's Land, school holidays that were imported. */
export const dayNoteSchema = z.object({
  startsOn: z.string(),
  endsOn: z.string(),
  name: z.string(),
  /** English; left out: it has the one name, as imported holidays have. */
  nameEn: z.optional(z.string()),
  kind: z.enum(['public', 'school', 'weekend']),
});
export type DayNote = z.infer<typeof dayNoteSchema>;

/** Which loan an address means. */
export const loanParams = z.object({ loanId: id });

/** The version of the loan that the page saw; another one by now refuses the step. */
export const seenVersion = { version: z.int() };
