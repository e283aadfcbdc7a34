import * as z from 'zod/mini';
import { endpoint, fileEndpoint } from '../endpoint.ts';
import { assetKindSchema, assetLineSchema, deviceKnowledgeSchema } from './assets.ts';
import { codeRunsSchema, mostLabels } from './code-runs.ts';
import { count, id, none, shortText } from './common.ts';

/** Labels on A4 sheets, and what scanning one opens. */

const mm = z.number().check(z.gte(0), z.lte(297));

/** Where the labels of a sheet are, all in mm on A4 upright. */
export const sheetGeometrySchema = z.object({
  columns: z.int().check(z.gte(1), z.lte(20)),
  rows: z.int().check(z.gte(1), z.lte(50)),
  width: mm,
  height: mm,
  /** Between two labels. */
  gutterX: mm,
  gutterY: mm,
  marginLeft: mm,
  marginTop: mm,
});
export type SheetGeometry = z.infer<typeof sheetGeometrySchema>;

/** A4 upright, mm. */
export const paperSize = { width: 210, height: 297 } as const;

/** So many labels are on a sheet. */
export function labelsPerSheet({ columns, rows }: SheetGeometry): number {
  return columns * rows;
}

/** The left upper corner of a label, mm from that of the sheet. @param index from 0, line by line. */
export function labelPlace(geometry: SheetGeometry, index: number): { x: number; y: number } {
  const column = index % geometry.columns;
  const row = Math.floor(index / geometry.columns);
  return {
    x: geometry.marginLeft + column * (geometry.width + geometry.gutterX),
    y: geometry.marginTop + row * (geometry.height + geometry.gutterY),
  };
}

/** Smaller labels carry no QR code that phones read, mm. */
export const smallestLabel = 9;

/** What is wrong with a geometry; null: it can be printed. */
export function sheetProblem(geometry: SheetGeometry): 'too-large' | 'too-small' | null {
  const last = labelPlace(geometry, labelsPerSheet(geometry) - 1);
  // Half a millimetre is what makers round away.
  if (last.x + geometry.width > paperSize.width + 0.5) return 'too-large';
  if (last.y + geometry.height > paperSize.height + 0.5) return 'too-large';
  return Math.min(geometry.width, geometry.height) < smallestLabel ? 'too-small' : null;
}

export const labelSheetSchema = z.object({
  id: z.string(),
  /** `Avery Zweckform L4731`. */
  name: z.string(),
  /** Comes with the product and can be copied, not changed. */
  preset: z.boolean(),
  geometry: sheetGeometrySchema,
  /** How far this printer prints off, mm to the right and down. */
  offsetX: z.number().check(z.gte(-20), z.lte(20)),
  offsetY: z.number().check(z.gte(-20), z.lte(20)),
});
export type LabelSheet = z.infer<typeof labelSheetSchema>;

/** In which language labels say whose a thing is: German, English, or first one, then the other. */
export const labelLanguageSchema = z.enum(['de', 'en', 'both']);
export type LabelLanguage = z.infer<typeof labelLanguageSchema>;

/** What the finder of a thing may know: nothing but whose it is. */
export const foundThingSchema = z.object({
  code: z.string(),
  kind: assetKindSchema,
  name: z.string(),
  /** The association's name and address, in lines. */
  owner: z.array(z.string()),
  email: z.string(),
  phone: z.string(),
});
export type FoundThing = z.infer<typeof foundThingSchema>;

/** What can be done with a thing right now. */
export const thingActionSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('pack'), loanId: z.string(), loanNumber: z.string(), schoolName: z.string() }),
  z.object({
    action: z.literal('return'),
    loanId: z.string(),
    loanNumber: z.string(),
    schoolName: z.string(),
  }),
  z.object({ action: z.literal('tick'), stocktakeId: z.string(), place: z.string() }),
  z.object({ action: z.literal('test'), deviceId: z.string() }),
  z.object({ action: z.literal('identify'), deviceId: z.string() }),
  z.object({ action: z.literal('report-damage') }),
  z.object({ action: z.literal('photo') }),
  z.object({ action: z.literal('open') }),
]);
export type ThingAction = z.infer<typeof thingActionSchema>;

export const labelEndpoints = {
  labelSheets: endpoint({
    method: 'GET',
    path: '/api/label-sheets',
    summary: 'Label sheets: presets and own ones',
    audience: 'staff',
    params: none,
    body: none,
    result: z.object({
      sheets: z.array(labelSheetSchema),
      /** What the QR codes begin with: `https://pi.example.org`. */
      origin: z.string(),
      /** It stays: somebody has set it. Otherwise it is this machine's address in the network, which changes. */
      lasting: z.boolean(),
      language: labelLanguageSchema,
    }),
  }),
  saveLabelLanguage: endpoint({
    method: 'PUT',
    path: '/api/label-language',
    summary: 'Choose the language that all labels speak',
    audience: 'logistics',
    params: none,
    body: z.object({ language: labelLanguageSchema }),
    result: none,
  }),
  saveLabelSheet: endpoint({
    method: 'POST',
    path: '/api/label-sheets',
    summary: 'Keep a label sheet of one’s own, or the printer’s offset of a preset',
    audience: 'logistics',
    params: none,
    body: z.object({
      id: z.optional(id),
      name: shortText,
      geometry: sheetGeometrySchema,
      offsetX: labelSheetSchema.shape.offsetX,
      offsetY: labelSheetSchema.shape.offsetY,
    }),
    result: labelSheetSchema,
  }),
  removeLabelSheet: endpoint({
    method: 'DELETE',
    path: '/api/label-sheets/:sheetId',
    summary: 'Forget a label sheet of one’s own, or the printer’s offset of a preset',
    audience: 'logistics',
    params: z.object({ sheetId: id }),
    body: none,
    result: none,
  }),
  notePrinted: endpoint({
    method: 'POST',
    path: '/api/labels/printed',
    summary: 'Note in the history of things that they have a label; the search then knows which have none',
    audience: 'logistics',
    params: none,
    body: z.object({ assetIds: z.array(id).check(z.minLength(1), z.maxLength(mostLabels)) }),
    result: none,
  }),
  foundThing: endpoint({
    method: 'GET',
    path: '/api/things/:code',
    summary: 'Whose a labelled thing is, for who found it',
    audience: 'everyone',
    guessable: true,
    params: z.object({ code: id }),
    body: none,
    result: foundThingSchema,
  }),
  thing: endpoint({
    method: 'GET',
    path: '/api/things/:code/actions',
    summary: 'A labelled thing and what this person can do with it right now',
    audience: 'teacher',
    params: z.object({ code: id }),
    body: none,
    result: z.object({
      asset: assetLineSchema,
      fleet: z.nullable(deviceKnowledgeSchema),
      /** Counted parts and labelled things in it. */
      inside: count,
      actions: z.array(thingActionSchema),
    }),
  }),
} as const;

export const labelFiles = {
  labels: fileEndpoint({
    path: '/api/labels.pdf',
    summary: 'A4 sheets of labels with vector QR codes',
    audience: 'staff',
    params: none,
    query: z.object({
      sheetId: id,
      /** Codes and runs of them (`runsOfCodes`), not ids: they travel in the address, which must not get too long. */
      codes: codeRunsSchema,
      /** The first label that is still on the sheet, from 1, line by line. */
      start: z.int().check(z.gte(1), z.lte(1000)),
    }),
    produces: ['application/pdf'],
  }),
  labelTestPage: fileEndpoint({
    path: '/api/labels/test.pdf',
    summary: 'The outlines of a sheet’s labels with rulers, to find the printer’s offset',
    audience: 'staff',
    params: none,
    query: z.object({ sheetId: id }),
    produces: ['application/pdf'],
  }),
} as const;
