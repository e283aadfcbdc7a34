import * as z from 'zod/mini';
import { endpoint, fileEndpoint, uploadEndpoint } from '../endpoint.ts';
import { assetLineSchema } from './assets.ts';
import { count, id, instant, none, shortText } from './common.ts';
import { dayNoteSchema, loanStateSchema } from './loans.ts';
import { landSchema } from './schools.ts';

/** Kits by weeks, holidays, and feeds for other calendars. Moving a bar is `extendLoan`. */

export const calendarBarSchema = z.object({
  loanId: z.string(),
  version: z.int(),
  number: z.string(),
  schoolName: z.string(),
  state: loanStateSchema,
  startsAt: instant,
  endsAt: instant,
  overdue: z.boolean(),
});
export type CalendarBar = z.infer<typeof calendarBarSchema>;

/** A kit, or whatever is lent by itself, with its loans in a time. */
export const calendarRowSchema = z.object({
  asset: assetLineSchema,
  /** The name of the kit's template; null: it was made without one. */
  template: z.nullable(z.string()),
  bars: z.array(calendarBarSchema),
});
export type CalendarRow = z.infer<typeof calendarRowSchema>;

export const calendarEndpoints = {
  calendar: endpoint({
    method: 'GET',
    path: '/api/lending-calendar',
    summary: 'Kits and when each is lent',
    audience: 'staff',
    params: none,
    body: z.object({ from: instant, to: instant }),
    result: z.object({
      rows: z.array(calendarRowSchema),
      days: z.array(dayNoteSchema),
      bufferDays: count,
    }),
  }),
  feeds: endpoint({
    method: 'GET',
    path: '/api/feeds',
    summary: 'Secret addresses of iCal feeds: all loans, of a school, of a kit',
    audience: 'staff',
    params: none,
    body: z.object({ schoolId: z.optional(id), assetId: z.optional(id) }),
    result: z.object({ url: z.string() }),
  }),
  myFeed: endpoint({
    method: 'GET',
    path: '/api/my-feed',
    summary: 'Secret address of the iCal feed of the teacher’s own school',
    audience: 'teacher',
    params: none,
    body: none,
    result: z.object({ url: z.string() }),
  }),
  renewFeeds: endpoint({
    method: 'POST',
    path: '/api/feeds/renew',
    summary: 'Make every feed’s address anew; the old ones stop working',
    audience: 'admin',
    params: none,
    body: none,
    result: none,
  }),
  schoolHolidays: endpoint({
    method: 'GET',
    path: '/api/school-holidays',
    summary: 'School holidays that were imported',
    audience: 'staff',
    params: none,
    body: none,
    result: z.object({
      calendars: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          land: z.nullable(landSchema),
          days: z.array(dayNoteSchema),
        }),
      ),
    }),
  }),
  removeSchoolHolidays: endpoint({
    method: 'DELETE',
    path: '/api/school-holidays/:calendarId',
    summary: 'Remove an imported calendar',
    audience: 'logistics',
    params: z.object({ calendarId: id }),
    body: none,
    result: none,
  }),
} as const;

export const calendarUploads = {
  importSchoolHolidays: uploadEndpoint({
    path: '/api/school-holidays',
    summary: 'Import school holidays from an iCal file',
    audience: 'logistics',
    params: none,
    query: z.object({ name: shortText, land: z.nullable(landSchema) }),
    maxBytes: 2 * 1024 * 1024,
    result: z.object({ days: count }),
  }),
} as const;

export const calendarFiles = {
  feed: fileEndpoint({
    path: '/api/feeds/:token.ics',
    summary: 'An iCal feed, by its secret address',
    audience: 'everyone',
    guessable: true,
    params: z.object({ token: z.string().check(z.maxLength(200)) }),
    query: none,
    produces: ['text/calendar'],
  }),
} as const;
