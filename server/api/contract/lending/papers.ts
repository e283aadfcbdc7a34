import * as z from 'zod/mini';
import { endpoint, fileEndpoint } from '../endpoint.ts';
import { count, id, instant, lineText, longText, none, personLineSchema } from './common.ts';
import { paperPreviewSchema } from './paper-preview.ts';

/** Loan agreement and hand-over records as PDF, their templates, mail, and reminders. */

export const paperKindSchema = z.enum(['agreement', 'issue', 'return']);
export type PaperKind = z.infer<typeof paperKindSchema>;

/** A template is Markdown with places such as `{{schule.name}}`; `{{inhalt}}` stands alone and becomes the table of contents. */
export const paperTemplateSchema = z.object({
  kind: paperKindSchema,
  text: z.string().check(z.maxLength(40_000)),
  /** Grows by one with each change; papers name the one that they were made with. */
  version: z.int(),
  changedAt: z.nullable(instant),
  changedBy: z.nullable(personLineSchema),
  /** Places that the text may have, with what they mean. */
  places: z.array(z.object({ name: z.string(), de: z.string(), en: z.string() })),
  /** The text that Steckbrett comes with. */
  defaultText: z.string(),
});
export type PaperTemplate = z.infer<typeof paperTemplateSchema>;

/** Each stage has its own text. */
export const reminderStageSchema = z.enum(['coming-due', 'due', 'overdue', 'escalation']);
export type ReminderStage = z.infer<typeof reminderStageSchema>;

export const reminderSchema = z.object({
  loanId: z.string(),
  loanNumber: z.string(),
  schoolName: z.string(),
  stage: reminderStageSchema,
  endsAt: instant,
  /** `due`: to be sent; `unsendable`: no address, or no mail is set up. */
  state: z.enum(['due', 'sent', 'skipped', 'unsendable']),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: z.nullable(instant),
  by: z.nullable(personLineSchema),
});
export type Reminder = z.infer<typeof reminderSchema>;

export const settingsSchema = z.object({
  /** As it stands on labels and papers. */
  association: z.object({
    name: lineText,
    address: lineText,
    zip: lineText,
    city: lineText,
    email: lineText,
    phone: lineText,
    /** Who signs for it. */
    representative: lineText,
  }),
  /** Days that a kit should rest before and after a loan. */
  bufferDays: z.int().check(z.gte(0), z.lte(30)),
  /** How long a thing has a value, where it does not say itself; straight-line. */
  lifetimeYears: z.int().check(z.gte(1), z.lte(20)),
  reminders: z.object({
    /** Sent by themselves; off: only by a click. */
    automatic: z.boolean(),
    comingDueDays: z.int().check(z.gte(1), z.lte(60)),
    overdueDays: z.int().check(z.gte(1), z.lte(60)),
    escalationDays: z.int().check(z.gte(1), z.lte(120)),
    escalationEmail: lineText,
    /** Subject and text by stage, with the places of the papers. */
    texts: z.record(reminderStageSchema, z.object({ subject: lineText, text: longText })),
  }),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsViewSchema = z.extend(settingsSchema, {
  /** Whether mail is set up (SMTP_URL). */
  mail: z.boolean(),
  version: z.int(),
  /** Reminders that are due and can be sent. */
  unsent: count,
  /** Places that reminders may have. */
  places: z.array(z.object({ name: z.string(), de: z.string(), en: z.string() })),
});
export type SettingsView = z.infer<typeof settingsViewSchema>;

export const paperEndpoints = {
  paperTemplates: endpoint({
    method: 'GET',
    path: '/api/paper-templates',
    summary: 'Texts of agreement and records',
    audience: 'staff',
    params: none,
    body: none,
    result: z.object({ templates: z.array(paperTemplateSchema) }),
  }),
  savePaperTemplate: endpoint({
    method: 'PUT',
    path: '/api/paper-templates/:kind',
    summary: 'Change a text; papers that were signed keep theirs',
    audience: 'admin',
    params: z.object({ kind: paperKindSchema }),
    body: z.object({ text: z.string().check(z.maxLength(40_000)), version: z.int() }),
    result: paperTemplateSchema,
  }),
  previewPaperTemplate: endpoint({
    method: 'POST',
    path: '/api/paper-templates/:kind/preview',
    summary: 'A text as it would look on paper, with a made-up loan',
    audience: 'logistics',
    params: z.object({ kind: paperKindSchema }),
    body: z.object({ text: z.string().check(z.maxLength(40_000)), donation: z.boolean() }),
    result: paperPreviewSchema,
  }),
  mailPaper: endpoint({
    method: 'POST',
    path: '/api/papers/:paperId/mail',
    summary: 'Mail a paper to the school’s contact',
    audience: 'logistics',
    params: z.object({ paperId: id }),
    body: z.object({ to: lineText }),
    result: z.object({ to: z.string(), at: instant }),
  }),
  reminders: endpoint({
    method: 'GET',
    path: '/api/reminders',
    summary: 'Reminders that are due, and the log of those that were sent',
    audience: 'staff',
    params: none,
    body: z.object({ loanId: z.optional(id) }),
    result: z.object({
      due: z.array(reminderSchema),
      log: z.array(reminderSchema),
      mail: z.boolean(),
      automatic: z.boolean(),
    }),
  }),
  sendReminder: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/reminders/:stage',
    summary: 'Send a reminder now, or note that it is not needed; once only for each stage and end',
    audience: 'logistics',
    params: z.object({ loanId: id, stage: reminderStageSchema }),
    body: z.object({ skip: z.boolean() }),
    result: reminderSchema,
  }),
  settings: endpoint({
    method: 'GET',
    path: '/api/settings',
    summary: 'Settings of the association',
    audience: 'staff',
    params: none,
    body: none,
    result: settingsViewSchema,
  }),
  saveSettings: endpoint({
    method: 'PUT',
    path: '/api/settings',
    summary: 'Change settings',
    audience: 'admin',
    params: none,
    body: z.extend(settingsSchema, { version: z.int() }),
    result: settingsViewSchema,
  }),
} as const;

export const paperFiles = {
  paper: fileEndpoint({
    path: '/api/papers/:paperId.pdf',
    summary: 'A paper as it was frozen: staff any, teachers those of their school',
    audience: 'teacher',
    params: z.object({ paperId: id }),
    query: none,
    produces: ['application/pdf'],
  }),
  paperPreview: fileEndpoint({
    path: '/api/loans/:loanId/papers/:kind.pdf',
    summary: 'A paper as it would be now, marked as a draft, with lines to sign by hand',
    audience: 'teacher',
    params: z.object({ loanId: id, kind: paperKindSchema }),
    query: none,
    produces: ['application/pdf'],
  }),
} as const;
