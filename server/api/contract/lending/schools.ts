import * as z from 'zod/mini';
import { endpoint, fileEndpoint, uploadEndpoint } from '../endpoint.ts';
import {
  count,
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

/** Schools with what lending needs to know of them, and their import from the open school data (jedeschule). */

/** Germany's Länder by their short names. */
export const landSchema = z.enum([
  'BB',
  'BE',
  'BW',
  'BY',
  'HB',
  'HE',
  'HH',
  'MV',
  'NI',
  'NW',
  'RP',
  'SH',
  'SL',
  'SN',
  'ST',
  'TH',
]);
export type Land = z.infer<typeof landSchema>;

/** A school's type over all Länder; the raw one is kept beside it. */
export const schoolTypeSchema = z.enum([
  'primary',
  'secondary',
  'grammar',
  'comprehensive',
  'vocational',
  'special',
  'waldorf',
  'adult',
  'other',
]);
export type SchoolType = z.infer<typeof schoolTypeSchema>;

export const contactSchema = z.object({
  id: z.string(),
  name: shortText,
  /** What they do there: `Fachleitung Informatik`. */
  duty: lineText,
  email: lineText,
  phone: lineText,
});
export type Contact = z.infer<typeof contactSchema>;

const schoolFields = {
  name: shortText,
  city: z.string().check(z.trim(), z.maxLength(80)),
  address: lineText,
  zip: z.string().check(z.trim(), z.maxLength(10)),
  land: z.nullable(landSchema),
  /** The number that the Land gives, kept apart from the open data's id; empty: unknown. */
  schoolNumber: lineText,
  type: z.nullable(schoolTypeSchema),
  typeRaw: lineText,
  /** Who runs it. */
  provider: lineText,
  /** Municipality for reports; where empty, the city. */
  municipality: lineText,
  email: lineText,
  phone: lineText,
  website: lineText,
  latitude: z.nullable(z.number().check(z.gte(-90), z.lte(90))),
  longitude: z.nullable(z.number().check(z.gte(-180), z.lte(180))),
  note: longText,
};

export const schoolProfileSchema = z.object({
  id: z.string(),
  ...schoolFields,
  /** The open data's id, such as `RP-50720`; null: entered by hand. */
  openDataId: z.nullable(z.string()),
  contacts: z.array(contactSchema),
  /** Loans that are out there now, and devices donated to it. */
  loansOut: count,
  donated: count,
  addedAt: instant,
});
export type SchoolProfile = z.infer<typeof schoolProfileSchema>;

/** What has become of a school with us, and who is there. Counts only, beside the adults' names. */
export const schoolLifeSchema = z.object({
  /** Adults of the school with an account. */
  teachers: z.array(personLineSchema),
  /** Loans and donations that were handed over, of all time. */
  loans: count,
  donations: count,
  /** Lessons that were given there, pupils in them, goals they reached, once for each seat. */
  classes: count,
  pupils: count,
  goals: count,
  /** The Pis that the fleet has there. */
  devices: z.array(
    z.object({
      deviceId: z.string(),
      number: z.int(),
      name: z.string(),
      online: z.boolean(),
      lastSeenAt: z.nullable(instant),
      /** Its entry among the things; null: nobody has put it down. */
      assetId: z.nullable(z.string()),
    }),
  ),
  /** Whether it may be deleted: nothing was ever lent, given or taught there, and nobody belongs to it. */
  removable: z.boolean(),
});
export type SchoolLife = z.infer<typeof schoolLifeSchema>;

/** By what a school is told apart from others. */
const schoolKeys = {
  name: schoolFields.name,
  city: schoolFields.city,
  zip: schoolFields.zip,
  land: schoolFields.land,
  schoolNumber: schoolFields.schoolNumber,
};

/** A school of the open data that may be taken over. */
export const openSchoolSchema = z.object({
  openDataId: z.string(),
  name: z.string(),
  city: z.string(),
  zip: z.string(),
  address: z.string(),
  land: z.nullable(landSchema),
  type: z.nullable(schoolTypeSchema),
  /** The school here that it matches, by id, school number, or name and postcode. */
  matches: z.nullable(z.string()),
});
export type OpenSchool = z.infer<typeof openSchoolSchema>;

/** Rows of a file: there may be more of them than an association has of anything. */
const rows = z.int().check(z.gte(0));

/** What an import did, or would do. */
export const importReportSchema = z.object({
  /** `dry`: nothing was changed. */
  dry: z.boolean(),
  /** Whether what it tells has been written. */
  done: z.boolean(),
  rows,
  added: rows,
  changed: rows,
  unchanged: rows,
  /** Rows that could not be read; at most 200 errors are told. */
  refused: rows,
  /** How the file was read. */
  separator: z.enum([';', ',', '\t']),
  encoding: z.enum(['utf-8', 'windows-1252']),
  errors: z.array(z.object({ row: z.int(), column: z.string(), de: z.string(), en: z.string() })),
  /** Columns of the file that were not understood, or not taken over. */
  ignored: z.array(z.string()),
  /** What happens to the first rows that something happens to, with the columns that change; at most 200. */
  preview: z.array(
    z.object({
      row: z.int(),
      does: z.enum(['add', 'change']),
      name: z.string(),
      columns: z.array(z.string()),
    }),
  ),
});
export type ImportReport = z.infer<typeof importReportSchema>;

const megabyte = 1024 * 1024;

export const schoolEndpoints = {
  schoolProfiles: endpoint({
    method: 'GET',
    path: '/api/school-profiles',
    summary: 'Search the association’s schools',
    audience: 'staff',
    params: none,
    body: z.object(pageQuery),
    result: z.object({ schools: z.array(schoolProfileSchema), total: count }),
  }),
  schoolProfile: endpoint({
    method: 'GET',
    path: '/api/school-profiles/:schoolId',
    summary: 'One school',
    audience: 'staff',
    params: z.object({ schoolId: id }),
    body: none,
    result: schoolProfileSchema,
  }),
  schoolLife: endpoint({
    method: 'GET',
    path: '/api/school-profiles/:schoolId/life',
    summary: 'What has become of a school: its lessons in numbers, its Pis, its adults',
    audience: 'staff',
    params: z.object({ schoolId: id }),
    body: none,
    result: schoolLifeSchema,
  }),
  sameSchool: endpoint({
    method: 'GET',
    path: '/api/same-school',
    summary: 'The school of ours that this is: by number, or by name and postcode or town',
    audience: 'staff',
    params: none,
    body: z.object(schoolKeys),
    result: z.object({ school: z.nullable(schoolLineSchema) }),
  }),
  addSchoolProfile: endpoint({
    method: 'POST',
    path: '/api/school-profiles',
    summary: 'Add a school by hand; one that is here already is refused',
    audience: 'logistics',
    params: none,
    body: z.object(schoolKeys),
    result: schoolProfileSchema,
  }),
  removeSchool: endpoint({
    method: 'DELETE',
    path: '/api/school-profiles/:schoolId',
    summary: 'Delete a school that never had anything to do with us; its invitations end',
    audience: 'logistics',
    params: z.object({ schoolId: id }),
    body: none,
    result: none,
  }),
  saveSchool: endpoint({
    method: 'PUT',
    path: '/api/school-profiles/:schoolId',
    summary: 'Change a school and its contacts',
    audience: 'logistics',
    params: z.object({ schoolId: id }),
    body: z.extend(z.partial(z.object(schoolFields)), {
      contacts: z.optional(z.array(z.omit(contactSchema, { id: true })).check(z.maxLength(30))),
    }),
    result: schoolProfileSchema,
  }),
  openSchools: endpoint({
    method: 'GET',
    path: '/api/open-schools',
    summary: 'Search the open school data that was imported last',
    audience: 'staff',
    params: none,
    body: z.object({ ...pageQuery, land: z.optional(landSchema) }),
    result: z.object({
      schools: z.array(openSchoolSchema),
      total: rows,
      importedAt: z.nullable(instant),
      /** How far the import is that runs now: share of its file, 0 to 1, and rows; null: none runs. */
      importing: z.nullable(z.object({ part: z.number(), rows })),
    }),
  }),
  takeOpenSchool: endpoint({
    method: 'POST',
    path: '/api/open-schools/:openDataId/take',
    summary: 'Take a school of the open data over, or bring the one that matches up to date',
    audience: 'logistics',
    params: z.object({ openDataId: id }),
    body: none,
    result: schoolProfileSchema,
  }),
} as const;

/** What can be imported and exported as CSV. */
export const tableNameSchema = z.enum([
  'schools',
  'assets',
  'consumables',
  'contents',
  'loans',
  'loan-items',
  'history',
  'sponsors',
  'class-counts',
]);
export type TableName = z.infer<typeof tableNameSchema>;

export const schoolUploads = {
  importOpenSchools: uploadEndpoint({
    path: '/api/open-schools/import',
    summary:
      'Read the open school data (jedeschule CSV); nothing is taken over into the association’s schools by itself',
    audience: 'logistics',
    params: none,
    query: z.object({ dry: z.boolean() }),
    maxBytes: 200 * megabyte,
    result: importReportSchema,
  }),
  importTable: uploadEndpoint({
    path: '/api/import/:table',
    summary: 'Import schools, things or counted parts from CSV; all rows or, with errors, none',
    audience: 'logistics',
    params: z.object({ table: z.enum(['schools', 'assets', 'consumables']) }),
    query: z.object({ dry: z.boolean() }),
    maxBytes: 50 * megabyte,
    result: importReportSchema,
  }),
} as const;

export const exportFiles = {
  exportTable: fileEndpoint({
    path: '/api/export/:table.csv',
    summary: 'One table as CSV with German or plain numbers and dates',
    audience: 'staff',
    params: z.object({ table: tableNameSchema }),
    query: z.object({ separator: z.enum([';', ',']) }),
    produces: ['text/csv'],
  }),
  importExample: fileEndpoint({
    path: '/api/import/:table/example.csv',
    summary: 'A CSV file with the columns that an import takes',
    audience: 'staff',
    params: z.object({ table: z.enum(['schools', 'assets', 'consumables']) }),
    query: none,
    produces: ['text/csv'],
  }),
} as const;
