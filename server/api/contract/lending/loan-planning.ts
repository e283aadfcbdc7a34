import * as z from 'zod/mini';
import { endpoint } from '../endpoint.ts';
import { assetKindSchema } from './assets.ts';
import { count, id, instant, none, pageQuery } from './common.ts';
import {
  candidateSchema,
  dayNoteSchema,
  loanLineSchema,
  loanParams,
  loanSchema,
  loanStateSchema,
  seenVersion,
} from './loans.ts';

const span = { startsAt: instant, endsAt: instant };

/** Which loans there are, what is free when, and reserving it. */
export const planningEndpoints = {
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
    body: z.object({ ...seenVersion, assetIds: z.array(id).check(z.minLength(1), z.maxLength(200)) }),
    result: loanSchema,
  }),
  extendLoan: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/extend',
    summary:
      'Move the end (or before it is out, the whole time); refused where another loan stands in the way',
    audience: 'logistics',
    params: loanParams,
    body: z.object({ ...seenVersion, startsAt: z.optional(instant), endsAt: instant }),
    result: loanSchema,
  }),
} as const;
