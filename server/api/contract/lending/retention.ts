import * as z from 'zod/mini';
import { endpoint } from '../endpoint.ts';
import { count, id, instant, none } from './common.ts';
import { loanSchema } from './loans.ts';
import { historyEntrySchema } from './stocktake.ts';

/** For how long loans name people, and what is deleted before its time. */

/** In full calendar years after the one in which a loan ended. */
export const retentionYearsSchema = z.object({
  loanYears: z.int().check(z.gte(1), z.lte(10)),
  donationYears: z.int().check(z.gte(1), z.lte(15)),
});

export const retentionSchema = z.extend(retentionYearsSchema, {
  version: z.int(),
  /** Days on which loans are anonymised by themselves, and how many; the next first. What is due already is the first. */
  next: z.array(z.object({ at: instant, loans: count, donations: count })),
  /** Loans and donations that name nobody any more. */
  erased: count,
});
export type Retention = z.infer<typeof retentionSchema>;

export const retentionEndpoints = {
  retention: endpoint({
    method: 'GET',
    path: '/api/retention',
    summary:
      'For how long loans name people, and when how many will not; with other years, as it would be then',
    audience: 'staff',
    params: none,
    body: z.partial(retentionYearsSchema),
    result: retentionSchema,
  }),
  saveRetention: endpoint({
    method: 'PUT',
    path: '/api/retention',
    summary: 'Say for how long loans name people; what is over by then is anonymised from the next day on',
    audience: 'admin',
    params: none,
    body: z.extend(retentionYearsSchema, { version: z.int() }),
    result: retentionSchema,
  }),
  eraseLoan: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/erase',
    summary: 'Delete names, papers, photos and texts of a loan before its time; refused while it goes on',
    audience: 'admin',
    params: z.object({ loanId: id }),
    body: z.object({ version: z.int() }),
    result: loanSchema,
  }),
  eraseEntry: endpoint({
    method: 'POST',
    path: '/api/history/:entryId/erase',
    summary:
      'Delete the text of a line of history, such as a note that names somebody; that there was one stays',
    audience: 'admin',
    params: z.object({ entryId: id }),
    body: none,
    result: historyEntrySchema,
  }),
} as const;
