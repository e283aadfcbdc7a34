import * as z from 'zod/mini';
import { endpoint, fileEndpoint, uploadEndpoint } from '../endpoint.ts';
import { assetLineSchema } from './assets.ts';
import { count, id, instant, lineText, longText, none, personLineSchema, shortText } from './common.ts';

/** Stocktakes by several people at once, photos, notes and the history that nobody can change. */

export const stocktakeLineSchema = z.object({
  id: z.string(),
  place: z.string(),
  startedAt: instant,
  startedBy: z.nullable(personLineSchema),
  finishedAt: z.nullable(instant),
  expected: count,
  found: count,
  unexpected: count,
});
export type StocktakeLine = z.infer<typeof stocktakeLineSchema>;

/** One scan; `id` is made by the phone, so that a scan sent twice counts once. */
export const stocktakeScanSchema = z.object({
  id: z.string().check(z.minLength(8), z.maxLength(64)),
  /** As scanned or typed. */
  code: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  /** By the phone's clock. */
  at: instant,
});
export type StocktakeScan = z.infer<typeof stocktakeScanSchema>;

export const stocktakeItemSchema = z.object({
  /** null: a label that nobody here knows. */
  asset: z.nullable(assetLineSchema),
  code: z.string(),
  /** `missing` until it is scanned; `unexpected`: scanned here, but it belongs elsewhere or is on loan. */
  state: z.enum(['missing', 'found', 'unexpected', 'foreign']),
  at: z.nullable(instant),
  by: z.nullable(personLineSchema),
});
export type StocktakeItem = z.infer<typeof stocktakeItemSchema>;

export const stocktakeSchema = z.extend(stocktakeLineSchema, { items: z.array(stocktakeItemSchema) });
export type Stocktake = z.infer<typeof stocktakeSchema>;

/** One line of the history; it is written once and never changed. */
export const historyEntrySchema = z.object({
  id: z.string(),
  at: instant,
  by: z.nullable(personLineSchema),
  /** Such as `asset.added`, `loan.reserved`, `loan.handed-over`, `item.missing`, `note`. */
  kind: z.string(),
  assetId: z.nullable(z.string()),
  loanId: z.nullable(z.string()),
  schoolId: z.nullable(z.string()),
  de: z.string(),
  en: z.string(),
  /** Its text was deleted; left out: it stands as it was written. */
  erased: z.optional(z.literal(true)),
  /** What the step did with single things, in the order in which it names them; left out: there is no more to say. */
  details: z.optional(z.array(z.object({ assetId: z.nullable(z.string()), de: z.string(), en: z.string() }))),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const photoLineSchema = z.object({
  id: z.string(),
  at: instant,
  by: z.nullable(personLineSchema),
  note: z.string(),
  /** Whether who asks may write its words anew or remove it. */
  changeable: z.boolean(),
});
export type PhotoLine = z.infer<typeof photoLineSchema>;

const stocktakeParams = z.object({ stocktakeId: id });

export const stocktakeEndpoints = {
  stocktakes: endpoint({
    method: 'GET',
    path: '/api/stocktakes',
    summary: 'Stocktakes, newest first, and the places that there are',
    audience: 'staff',
    params: none,
    body: none,
    result: z.object({
      stocktakes: z.array(stocktakeLineSchema),
      places: z.array(z.object({ place: z.string(), assets: count })),
    }),
  }),
  startStocktake: endpoint({
    method: 'POST',
    path: '/api/stocktakes',
    summary: 'Begin a stocktake of a place: what should be there is written down now',
    audience: 'logistics',
    params: none,
    body: z.object({ place: shortText }),
    result: stocktakeSchema,
  }),
  stocktake: endpoint({
    method: 'GET',
    path: '/api/stocktakes/:stocktakeId',
    summary: 'One stocktake with every thing',
    audience: 'staff',
    params: stocktakeParams,
    body: none,
    result: stocktakeSchema,
  }),
  scanStocktake: endpoint({
    method: 'POST',
    path: '/api/stocktakes/:stocktakeId/scans',
    summary: 'Take scans in, also late ones of a phone that was offline',
    audience: 'logistics',
    params: stocktakeParams,
    body: z.object({ scans: z.array(stocktakeScanSchema).check(z.minLength(1), z.maxLength(200)) }),
    result: z.object({
      items: z.array(stocktakeItemSchema),
      expected: count,
      found: count,
      unexpected: count,
    }),
  }),
  finishStocktake: endpoint({
    method: 'POST',
    path: '/api/stocktakes/:stocktakeId/finish',
    summary: 'End a stocktake; what is missing can be marked as lost, what is unexpected as being here',
    audience: 'logistics',
    params: stocktakeParams,
    body: z.object({ markLost: z.boolean(), moveHere: z.boolean() }),
    result: stocktakeSchema,
  }),
  history: endpoint({
    method: 'GET',
    path: '/api/history',
    summary: 'History of a thing, a loan or a school, newest first',
    audience: 'staff',
    params: none,
    body: z.object({
      assetId: z.optional(id),
      loanId: z.optional(id),
      schoolId: z.optional(id),
      before: z.optional(instant),
    }),
    result: z.object({ entries: z.array(historyEntrySchema) }),
  }),
  addNote: endpoint({
    method: 'POST',
    path: '/api/notes',
    summary: 'Write a note into the history; it can’t be changed afterwards',
    audience: 'logistics',
    params: none,
    body: z.object({
      assetId: z.optional(id),
      loanId: z.optional(id),
      schoolId: z.optional(id),
      text: longText,
    }),
    result: historyEntrySchema,
  }),
  photos: endpoint({
    method: 'GET',
    path: '/api/photos',
    summary: 'Photos of a thing or a loan, oldest first: staff any, teachers those of their school’s loans',
    audience: 'teacher',
    params: none,
    body: z.object({ assetId: z.optional(id), loanId: z.optional(id) }),
    result: z.object({ photos: z.array(photoLineSchema) }),
  }),
  describePhoto: endpoint({
    method: 'PUT',
    path: '/api/photos/:photoId',
    summary: 'Say what a photo shows: staff of any, teachers of those they took themselves',
    audience: 'teacher',
    params: z.object({ photoId: id }),
    body: z.object({ note: lineText }),
    result: none,
  }),
  removePhoto: endpoint({
    method: 'DELETE',
    path: '/api/photos/:photoId',
    summary:
      'Remove a photo for good: staff any, teachers those they took themselves; the history says that there was one',
    audience: 'teacher',
    params: z.object({ photoId: id }),
    body: none,
    result: none,
  }),
  reportDamage: endpoint({
    method: 'POST',
    path: '/api/things/:code/damage',
    summary: 'Say that a thing is damaged: staff any, teachers what their school has',
    audience: 'teacher',
    params: z.object({ code: id }),
    body: z.object({
      text: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)),
      photoIds: z.array(id).check(z.maxLength(10)),
    }),
    result: historyEntrySchema,
  }),
} as const;

export const photoUploads = {
  addPhoto: uploadEndpoint({
    path: '/api/photos',
    summary:
      'Keep a photo (JPEG, PNG or WebP, at most 4 MB; pages make it smaller first); where it was taken is cut out',
    audience: 'teacher',
    params: none,
    query: z.object({ assetId: z.optional(id), loanId: z.optional(id), note: z.optional(lineText) }),
    maxBytes: 4 * 1024 * 1024,
    result: z.object({ photoId: z.string() }),
  }),
} as const;

export const stocktakeFiles = {
  photo: fileEndpoint({
    path: '/api/photos/:photoId',
    summary: 'A photo: staff any, teachers those of their school’s loans',
    audience: 'teacher',
    params: z.object({ photoId: id }),
    query: none,
    produces: ['image/jpeg', 'image/png', 'image/webp'],
  }),
  stocktakeReport: fileEndpoint({
    path: '/api/stocktakes/:stocktakeId/report.csv',
    summary: 'A stocktake’s result as CSV',
    audience: 'staff',
    params: stocktakeParams,
    query: none,
    produces: ['text/csv'],
  }),
} as const;
