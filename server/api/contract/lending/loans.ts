import * as z from 'zod/mini';
import { endpoint } from '../endpoint.ts';
import { assetKindSchema, assetLineSchema } from './assets.ts';
import {
  cents,
  count,
  dayText,
  id,
  instant,
  lineText,
  longText,
  none,
  pageQuery,
  personLineSchema,
  schoolLineSchema,
  shortText,
} from './common.ts';
import { signaturesSchema } from './signatures.ts';

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
  state: z.enum(['running', 'passed', 'failed', 'unreachable']),
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
  kind: z.enum(['public', 'school', 'weekend']),
});
export type DayNote = z.infer<typeof dayNoteSchema>;

const span = { startsAt: instant, endsAt: instant };
const requestFields = {
  ...span,
  pupils: z.int().check(z.gte(1), z.lte(2000)),
  lessons: z.array(z.string().check(z.maxLength(80))).check(z.maxLength(30)),
  wish: longText,
  contactName: shortText,
  contactEmail: lineText,
  contactPhone: lineText,
};
const step = { version: z.int() };
const loanParams = z.object({ loanId: id });

export const loanEndpoints = {
  requestLoan: endpoint({
    method: 'POST',
    path: '/api/loan-requests',
    summary: 'Ask for kits for a school: one’s own, or for staff any',
    audience: 'teacher',
    params: none,
    body: z.object({ ...requestFields, schoolId: z.optional(id) }),
    result: loanSchema,
  }),
  myLoans: endpoint({
    method: 'GET',
    path: '/api/my-loans',
    summary: 'Loans of the teacher’s own school, and where the association is reached',
    audience: 'teacher',
    params: none,
    body: none,
    result: z.object({ loans: z.array(loanSchema), associationEmail: z.string() }),
  }),
  cancelMyLoan: endpoint({
    method: 'POST',
    path: '/api/my-loans/:loanId/cancel',
    summary: 'Take back a request of one’s own school before it is handed over',
    audience: 'teacher',
    params: loanParams,
    body: z.object({ ...step, reason: lineText }),
    result: loanSchema,
  }),
  lendingDays: endpoint({
    method: 'GET',
    path: '/api/lending-days',
    summary: 'Holidays that matter for fetching and bringing kits, at the teacher’s school',
    audience: 'teacher',
    params: none,
    body: z.object({ from: dayText, to: dayText }),
    result: z.object({ days: z.array(dayNoteSchema) }),
  }),
  loans: endpoint({
    method: 'GET',
    path: '/api/loans',
    summary: 'Search loans',
    audience: 'staff',
    params: none,
    body: z.object({
      ...pageQuery,
      states: z.optional(z.array(loanStateSchema)),
      schoolId: z.optional(id),
      assetId: z.optional(id),
      overdue: z.optional(z.boolean()),
      /** Those that overlap this time. */
      from: z.optional(instant),
      to: z.optional(instant),
    }),
    result: z.object({ loans: z.array(loanLineSchema), total: count }),
  }),
  loan: endpoint({
    method: 'GET',
    path: '/api/loans/:loanId',
    summary: 'One loan: staff any, teachers those of their school',
    audience: 'teacher',
    params: loanParams,
    body: none,
    result: loanSchema,
  }),
  addLoan: endpoint({
    method: 'POST',
    path: '/api/loans',
    summary: 'Enter a request or a donation for a school',
    audience: 'logistics',
    params: none,
    body: z.object({ ...requestFields, kind: loanKindSchema, schoolId: id, note: longText }),
    result: loanSchema,
  }),
  changeLoan: endpoint({
    method: 'PUT',
    path: '/api/loans/:loanId',
    summary: 'Change what was asked for, before it is out',
    audience: 'logistics',
    params: loanParams,
    body: z.extend(z.partial(z.object({ ...requestFields, note: longText })), step),
    result: loanSchema,
  }),
  availability: endpoint({
    method: 'GET',
    path: '/api/availability',
    summary: 'Kits and what is free in a time',
    audience: 'staff',
    params: none,
    body: z.object({
      ...span,
      kind: z.optional(assetKindSchema),
      loanId: z.optional(id),
      limit: z.optional(count),
    }),
    result: z.object({
      candidates: z.array(candidateSchema),
      bufferDays: count,
      days: z.array(dayNoteSchema),
    }),
  }),
  proposal: endpoint({
    method: 'GET',
    path: '/api/loans/:loanId/proposal',
    summary:
      'Kits that fit the request best: enough Pis for pupils in pairs or alone, free with the buffer days',
    audience: 'staff',
    params: loanParams,
    body: z.object({ pupilsPerDevice: z.optional(z.int().check(z.gte(1), z.lte(4))) }),
    result: z.object({
      assetIds: z.array(z.string()),
      candidates: z.array(candidateSchema),
      devices: count,
      needed: count,
      days: z.array(dayNoteSchema),
      /** When nothing fits: the next time at which it would. */
      alternative: z.nullable(z.object(span)),
    }),
  }),
  reserveLoan: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/reserve',
    summary: 'Reserve exactly these things, with all that is in them; what is lent in that time is refused',
    audience: 'logistics',
    params: loanParams,
    body: z.object({ ...step, assetIds: z.array(id).check(z.minLength(1), z.maxLength(200)) }),
    result: loanSchema,
  }),
  declineLoan: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/decline',
    summary: 'Decline a request',
    audience: 'logistics',
    params: loanParams,
    body: z.object({ ...step, reason: lineText }),
    result: loanSchema,
  }),
  cancelLoan: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/cancel',
    summary: 'Cancel before it is out; `no-show` when nobody came for it',
    audience: 'logistics',
    params: loanParams,
    body: z.object({ ...step, reason: lineText, noShow: z.boolean() }),
    result: loanSchema,
  }),
  packItem: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/pack',
    summary:
      'Tick a thing off the pick list by its label, or take the tick back; the last one makes the loan packed',
    audience: 'logistics',
    params: loanParams,
    body: z.object({
      code: lineText,
      packed: z.boolean(),
      /** With everything in it, for a box that was seen to be complete; the history says that it was not scanned. */
      inside: z.optional(z.boolean()),
    }),
    result: loanSchema,
  }),
  handOverLoan: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/hand-over',
    summary:
      'Hand over what is packed; what is not stays behind. Signatures come with it and freeze the papers',
    audience: 'logistics',
    params: loanParams,
    body: z.object({
      ...step,
      /** Idempotent: the same again answers what the first did. */
      requestId: id,
      /** Hand over although something is not packed: it is released. */
      withoutUnpacked: z.boolean(),
      remarks: longText,
      signatures: signaturesSchema,
    }),
    result: loanSchema,
  }),
  returnItems: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/return',
    summary: 'Say what came back and how, as much as came; the last thing makes the loan returned',
    audience: 'logistics',
    params: loanParams,
    body: z.object({
      requestId: id,
      items: z
        .array(
          z.object({
            itemId: id,
            state: z.enum(['back', 'damaged', 'missing']),
            remark: lineText,
            photoIds: z.array(id).check(z.maxLength(10)),
          }),
        )
        .check(z.maxLength(500)),
      parts: z
        .array(z.object({ assetId: id, consumableId: id, back: count, damaged: count }))
        .check(z.maxLength(500)),
    }),
    result: loanSchema,
  }),
  undoReturn: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/undo-return',
    summary: 'A thing was ticked as returned by mistake, or what was missing is found',
    audience: 'logistics',
    params: loanParams,
    body: z.object({ itemId: id, state: z.enum(['out', 'back']) }),
    result: loanSchema,
  }),
  signReturn: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/sign-return',
    summary: 'Freeze the record of the return with signatures',
    audience: 'logistics',
    params: loanParams,
    body: z.object({ requestId: id, remarks: longText, signatures: signaturesSchema }),
    result: loanSchema,
  }),
  extendLoan: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/extend',
    summary:
      'Move the end (or before it is out, the whole time); refused where another loan stands in the way',
    audience: 'logistics',
    params: loanParams,
    body: z.object({ ...step, startsAt: z.optional(instant), endsAt: instant }),
    result: loanSchema,
  }),
  exchangeItem: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/exchange',
    summary: 'Give another thing for one that broke, in the middle of the loan',
    audience: 'logistics',
    params: loanParams,
    body: z.object({
      ...step,
      itemId: id,
      assetId: id,
      reason: lineText,
      condition: z.enum(['usable', 'repair', 'lost']),
    }),
    result: loanSchema,
  }),
  testReturn: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/test',
    summary: 'Let the Pis of a loan test themselves; what each finds comes into the record as it answers',
    audience: 'logistics',
    params: loanParams,
    body: z.object({ assetIds: z.optional(z.array(id)) }),
    result: loanSchema,
  }),
  restockLoan: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/restock',
    summary: 'Fill up what is missing from the stock as said, and close the loan',
    audience: 'logistics',
    params: loanParams,
    body: z.object({
      ...step,
      refill: z.array(z.object({ assetId: id, consumableId: id, quantity: count })).check(z.maxLength(500)),
    }),
    result: loanSchema,
  }),
} as const;
