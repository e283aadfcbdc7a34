import * as z from 'zod/mini';
import { endpoint, fileEndpoint } from '../endpoint.ts';
import { deviceKnowledgeSchema } from './assets.ts';
import {
  cents,
  count,
  id,
  instant,
  lineText,
  longText,
  none,
  schoolLineSchema,
  shortText,
} from './common.ts';
import { loanLineSchema } from './loans.ts';

/** What lending has come to: dashboard, yearly impact, sponsors. Counts only. */

export const sponsorSchema = z.object({
  id: z.string(),
  name: shortText,
  website: lineText,
  /** What the association says to it, on its page. */
  thanks: longText,
  /** Its page, `/sponsors/TOKEN`, may be seen by who has the address; null: it has none. */
  pageUrl: z.nullable(z.string()),
  assets: count,
});
export type Sponsor = z.infer<typeof sponsorSchema>;

export const impactSchema = z.object({
  from: z.string(),
  to: z.string(),
  schools: count,
  municipalities: count,
  loans: count,
  donations: count,
  classes: count,
  pupils: count,
  /** Goals that pupils reached, counted once for each seat. */
  goals: count,
  lessons: z.array(z.object({ lessonId: z.string(), classes: count, pupils: count })),
  /** For each month: loans that began, kits that were out on some day, pupils. */
  months: z.array(z.object({ month: z.string(), loans: count, kitsOut: count, pupils: count })),
  /** Share of the days on which kits were out, 0 to 1. */
  kitUse: z.number(),
  kits: z.array(z.object({ code: z.string(), name: z.string(), days: count, loans: count })),
  schoolList: z.array(z.object({ name: z.string(), municipality: z.string(), loans: count, pupils: count })),
  lostDevices: count,
  /** Other things with a label: kits, boxes, parts. */
  lostThings: count,
  /** Counted parts. */
  lostParts: count,
  /** Things that are lost and of which nobody knows since when: in no year's figures. */
  lostUnknown: count,
  damaged: count,
  lostCents: cents,
  valueCents: cents,
  /** Value of what is out now. */
  atRiskCents: cents,
});
export type Impact = z.infer<typeof impactSchema>;

export const dashboardSchema = z.object({
  /** Loans that leave today or should have left, and those that are to come back today still. */
  today: z.object({ out: count, back: count }),
  /** Each list holds its first rows; `totals` says how many there are. */
  requests: z.array(loanLineSchema),
  toPack: z.array(loanLineSchema),
  goingOut: z.array(loanLineSchema),
  comingBack: z.array(loanLineSchema),
  overdue: z.array(loanLineSchema),
  /** Returned, and not yet on the shelf again. */
  toRestock: z.array(loanLineSchema),
  /** Lent Pis that have gone silent, or report from elsewhere. */
  devices: z.array(
    z.object({
      assetId: z.string(),
      code: z.string(),
      name: z.string(),
      school: z.nullable(schoolLineSchema),
      finding: z.enum(['silent', 'elsewhere', 'never-seen', 'old-agent']),
      since: z.nullable(instant),
      fleet: deviceKnowledgeSchema,
    }),
  ),
  lowStock: z.array(z.object({ consumableId: z.string(), name: z.string(), stock: count, minimum: count })),
  /** Things that are lost and not given up yet, with the loan from which they did not come back. */
  missing: z.array(
    z.object({
      assetId: z.string(),
      code: z.string(),
      name: z.string(),
      loan: z.nullable(z.object({ id: z.string(), number: z.string(), school: z.string() })),
    }),
  ),
  /** What schools reported broken or gone and nobody of the association has answered yet, newest first. */
  damages: z.array(
    z.object({
      assetId: z.string(),
      code: z.string(),
      name: z.string(),
      at: instant,
      school: z.nullable(z.string()),
      de: z.string(),
      en: z.string(),
    }),
  ),
  totals: z.object({
    requests: count,
    toPack: count,
    goingOut: count,
    comingBack: count,
    overdue: count,
    toRestock: count,
    devices: count,
    lowStock: count,
    missing: count,
    damages: count,
  }),
  counts: z.object({
    kits: count,
    kitsOut: count,
    devices: count,
    devicesOut: count,
    donated: count,
    schools: count,
  }),
  remindersDue: count,
  /** What a new association has done so far. */
  setUp: z.object({ association: z.boolean(), kits: z.boolean(), schools: z.boolean() }),
});
export type Dashboard = z.infer<typeof dashboardSchema>;

const impactQuery = z.object({
  year: z.int().check(z.gte(2000), z.lte(2100)),
  /** Calendar year, or school year from 1 August of `year`. */
  schoolYear: z.optional(z.boolean()),
  sponsorId: z.optional(id),
  municipality: z.optional(lineText),
});

/** What a file says it in. */
const language = z.enum(['de', 'en']);

export type ImpactQuery = z.infer<typeof impactQuery>;

export const sponsorPageSchema = z.object({
  name: z.string(),
  website: z.string(),
  thanks: z.string(),
  association: z.string(),
  since: z.nullable(z.string()),
  kits: count,
  devices: count,
  schools: count,
  classes: count,
  pupils: count,
  goals: count,
  months: z.array(z.object({ month: z.string(), loans: count, kitsOut: count, pupils: count })),
});
export type SponsorPage = z.infer<typeof sponsorPageSchema>;

export const reportEndpoints = {
  dashboard: endpoint({
    method: 'GET',
    path: '/api/lending-dashboard',
    summary: 'What needs somebody today',
    audience: 'staff',
    params: none,
    body: none,
    result: dashboardSchema,
  }),
  impact: endpoint({
    method: 'GET',
    path: '/api/impact',
    summary: 'A year’s impact, of all or of one sponsor or municipality',
    audience: 'staff',
    params: none,
    body: impactQuery,
    result: z.object({ impact: impactSchema, years: z.array(z.int()), municipalities: z.array(z.string()) }),
  }),
  sponsors: endpoint({
    method: 'GET',
    path: '/api/sponsors',
    summary: 'Sponsors',
    audience: 'staff',
    params: none,
    body: none,
    result: z.object({ sponsors: z.array(sponsorSchema) }),
  }),
  saveSponsor: endpoint({
    method: 'POST',
    path: '/api/sponsors',
    summary: 'Add a sponsor, change one, or open and close its page',
    audience: 'logistics',
    params: none,
    body: z.object({
      id: z.optional(id),
      name: shortText,
      website: lineText,
      thanks: longText,
      page: z.boolean(),
    }),
    result: sponsorSchema,
  }),
  sponsorPage: endpoint({
    method: 'GET',
    path: '/api/sponsor-pages/:token',
    summary: 'What a sponsor’s gifts have done, for who has the page’s address',
    audience: 'everyone',
    guessable: true,
    params: z.object({ token: id }),
    body: none,
    result: sponsorPageSchema,
  }),
} as const;

export const reportFiles = {
  impactPdf: fileEndpoint({
    path: '/api/impact.pdf',
    summary: 'A year’s impact as a printable report',
    audience: 'staff',
    params: none,
    query: z.extend(impactQuery, { language }),
    produces: ['application/pdf'],
  }),
  impactCsv: fileEndpoint({
    path: '/api/impact.csv',
    summary: 'A year’s impact as CSV',
    audience: 'staff',
    params: none,
    query: z.extend(impactQuery, { language, separator: z.enum([';', ',']) }),
    produces: ['text/csv'],
  }),
} as const;
