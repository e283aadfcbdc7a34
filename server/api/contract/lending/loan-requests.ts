import * as z from 'zod/mini';
import { endpoint } from '../endpoint.ts';
import { dayText, id, instant, lineText, longText, none, shortText } from './common.ts';
import { dayNoteSchema, loanKindSchema, loanParams, loanSchema, seenVersion } from './loans.ts';

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

/** What a school asks for, and how that ends before anything went out. */
export const requestEndpoints = {
  requestLoan: endpoint({
    method: 'POST',
    path: '/api/loan-requests',
    summary: 'Ask for kits for a school: one’s own, or for staff any',
    audience: 'teacher',
    params: none,
    body: z.object({ ...requestFields, schoolId: z.optional(id) }),
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
    body: z.extend(z.partial(z.object({ ...requestFields, note: longText })), seenVersion),
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
  lendingDays: endpoint({
    method: 'GET',
    path: '/api/lending-days',
    summary: 'Holidays that matter for fetching and bringing kits, at the teacher’s school',
    audience: 'teacher',
    params: none,
    body: z.object({ from: dayText, to: dayText }),
    result: z.object({ days: z.array(dayNoteSchema) }),
  }),
  cancelMyLoan: endpoint({
    method: 'POST',
    path: '/api/my-loans/:loanId/cancel',
    summary: 'Take back a request of one’s own school before it is handed over',
    audience: 'teacher',
    params: loanParams,
    body: z.object({ ...seenVersion, reason: lineText }),
    result: loanSchema,
  }),
  declineLoan: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/decline',
    summary: 'Decline a request',
    audience: 'logistics',
    params: loanParams,
    body: z.object({ ...seenVersion, reason: lineText }),
    result: loanSchema,
  }),
  cancelLoan: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/cancel',
    summary: 'Cancel before it is out; `no-show` when nobody came for it',
    audience: 'logistics',
    params: loanParams,
    body: z.object({ ...seenVersion, reason: lineText, noShow: z.boolean() }),
    result: loanSchema,
  }),
} as const;
