import * as z from 'zod/mini';
import { endpoint } from '../endpoint.ts';
import { codeRunsSchema } from './code-runs.ts';
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
  schoolLineSchema,
  shortText,
} from './common.ts';

/**
 * Things with a label of their own: kits, boxes in them, devices (Pis) and serialised parts. Counted parts (LEDs, wires)
 * are contents of an asset, by consumable.
 */

/** `kit` K, `box` B, `device` P, `part` T: the letter of the label's code. */
export const assetKinds = ['kit', 'box', 'device', 'part'] as const;
export const assetKindSchema = z.enum(assetKinds);
export type AssetKind = z.infer<typeof assetKindSchema>;
export const codeLetters: Readonly<Record<AssetKind, string>> = {
  kit: 'K',
  box: 'B',
  device: 'P',
  part: 'T',
};

/** What is on the label: `K12`; a Pi's number is the one that pupils type. Case and blanks do not matter when typed. */
export const assetCodeSchema = z.string().check(z.regex(/^[KBPT][1-9]\d{0,5}$/));

/** Reads a code from a label's address (`https://host/t/K12`), or as somebody typed it; null: it is none. */
export function parseAssetCode(text: string): { origin: string | null; code: string } | null {
  const link = /^(https?:\/\/[^/\s]+)\/t\/([^/?#\s]+)/i.exec(text.trim());
  const code = (link?.[2] ?? text).replace(/[\s-]/g, '').toUpperCase();
  return assetCodeSchema.safeParse(code).success ? { origin: link?.[1]?.toLowerCase() ?? null, code } : null;
}

/** How a thing is in itself, wherever it is: usable, being repaired, lost, or taken out of service. */
export const conditionSchema = z.enum(['usable', 'repair', 'lost', 'retired']);
export type Condition = z.infer<typeof conditionSchema>;

/** Where it is now: at its place, with a loan (packed or out), or donated to a school for good. */
export const whereaboutsSchema = z.enum(['here', 'packed', 'out', 'donated']);
export type Whereabouts = z.infer<typeof whereaboutsSchema>;

export const assetLineSchema = z.object({
  id: z.string(),
  kind: assetKindSchema,
  /** `K12`. */
  code: z.string(),
  name: z.string(),
  condition: conditionSchema,
  whereabouts: whereaboutsSchema,
  /** Where it is stored, its own or that of what it is in; empty: unknown. */
  place: z.string(),
  /** What it is in. */
  parent: z.nullable(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  /** The fleet's id of a device. */
  deviceId: z.nullable(z.string()),
  /** The school that has it now (lent or donated). */
  school: z.nullable(schoolLineSchema),
  /** The loan that has it now. */
  loanId: z.nullable(z.string()),
});
export type AssetLine = z.infer<typeof assetLineSchema>;

/** So many of a counted part belong into an asset, so many are in it now. */
export const contentSchema = z.object({
  consumableId: z.string(),
  name: z.string(),
  quantity: count,
  present: count,
  unitCents: cents,
});

/** What the fleet knows of a device; null in place of it: no Pi of the fleet. */
export const deviceKnowledgeSchema = z.object({
  deviceId: z.string(),
  online: z.boolean(),
  lastSeenAt: z.nullable(instant),
  model: z.nullable(z.string()),
  agentVersion: z.nullable(z.string()),
  /** A school other than the one that has it, from whose network it reports. */
  seenAt: z.nullable(schoolLineSchema),
});
export type DeviceKnowledge = z.infer<typeof deviceKnowledgeSchema>;

/** What people can say of an asset. */
const assetFields = {
  name: shortText,
  /** Its own storage place; empty: that of what it is in. */
  place: lineText,
  serial: lineText,
  model: lineText,
  sponsorId: z.nullable(id),
  /** Whose money it was, in words: `DigitalPakt 2024`. */
  funding: lineText,
  purchasedOn: z.nullable(dayText),
  purchaseCents: z.nullable(cents),
  note: longText,
};

export const assetSchema = z.extend(assetLineSchema, {
  ...assetFields,
  /** Since when it is lost; null: it is not, or nobody knows. */
  lostAt: z.nullable(instant),
  /** What it is worth by its age, itself without contents; null: price or day of purchase unknown. */
  currentCents: z.nullable(cents),
  /** The same with everything in it. */
  totalCents: cents,
  sponsor: z.nullable(z.object({ id: z.string(), name: z.string() })),
  template: z.nullable(z.object({ id: z.string(), name: z.string() })),
  /** What is in it, as deep as it goes: each by what it is in. */
  inside: z.array(assetLineSchema),
  contents: z.array(contentSchema),
  /** Since when it is where it is, with a loan; null: it is here. */
  since: z.nullable(instant),
  /** The loan that it is reserved for next. */
  next: z.nullable(
    z.object({
      loanId: z.string(),
      number: z.string(),
      school: schoolLineSchema,
      startsAt: instant,
      endsAt: instant,
    }),
  ),
  fleet: z.nullable(deviceKnowledgeSchema),
  photos: z.array(z.object({ id: z.string(), at: instant })),
});
export type Asset = z.infer<typeof assetSchema>;

/** So many things are changed, and so many devices named, in one request at most. */
const mostInside = 500;

/** A thing and what of it is to be so, for many at once; what is left out stays. */
export const assetChangeSchema = z.object({
  assetId: id,
  place: z.optional(lineText),
  sponsorId: z.optional(z.nullable(id)),
  condition: z.optional(conditionSchema),
});
export type AssetChangeOfMany = z.infer<typeof assetChangeSchema>;

export const assetEndpoints = {
  assets: endpoint({
    method: 'GET',
    path: '/api/assets',
    summary: 'Search things by words and qualifiers',
    audience: 'staff',
    params: none,
    body: z.object({
      ...pageQuery,
      kind: z.optional(assetKindSchema),
      whereabouts: z.optional(whereaboutsSchema),
      condition: z.optional(conditionSchema),
      schoolId: z.optional(id),
      /** Only those with these codes. */
      codes: z.optional(codeRunsSchema),
      /** Only those that are in nothing. */
      top: z.optional(z.boolean()),
    }),
    result: z.object({ assets: z.array(assetLineSchema), total: count }),
  }),
  asset: endpoint({
    method: 'GET',
    path: '/api/assets/:assetId',
    summary: 'One thing with all that is in it',
    audience: 'staff',
    params: z.object({ assetId: id }),
    body: none,
    result: assetSchema,
  }),
  addAssets: endpoint({
    method: 'POST',
    path: '/api/assets',
    summary: 'Add things; kits with what their template says',
    audience: 'logistics',
    params: none,
    body: z.object({
      kind: assetKindSchema,
      name: shortText,
      /** Each gets the next free number; with more than one, the number is added to the name. */
      copies: z.int().check(z.gte(1), z.lte(100)),
      templateId: z.optional(id),
      parentId: z.optional(id),
      /** A Pi that the fleet has and nobody has put down here. */
      deviceId: z.optional(id),
      /** Such Pis, one after the other: a device each, or the devices that the template puts into the kits. */
      deviceIds: z.optional(z.array(id).check(z.maxLength(mostInside))),
      /** Serial numbers in the order of the things; of kits: in that of the devices in them. */
      serials: z.optional(z.array(lineText).check(z.maxLength(mostInside))),
      place: z.optional(lineText),
      sponsorId: z.optional(z.nullable(id)),
      funding: z.optional(lineText),
      purchasedOn: z.optional(z.nullable(dayText)),
      purchaseCents: z.optional(z.nullable(cents)),
    }),
    result: z.object({ assets: z.array(assetLineSchema) }),
  }),
  changeAsset: endpoint({
    method: 'PUT',
    path: '/api/assets/:assetId',
    summary: 'Change what is known of a thing, or how it is',
    audience: 'logistics',
    params: z.object({ assetId: id }),
    body: z.partial(
      z.object({
        ...assetFields,
        condition: conditionSchema,
        /** Why it is so now; stands in the history beside the condition. */
        reason: lineText,
        /** Says which Pi of the fleet this device is; its label then carries the fleet's number. Null: none any more, and it gets another number. */
        deviceId: z.nullable(id),
      }),
    ),
    result: assetSchema,
  }),
  changeAssets: endpoint({
    method: 'PUT',
    path: '/api/assets',
    summary: 'Change several things, all or none; the answer says how they were, which undoes it',
    audience: 'logistics',
    params: none,
    body: z.object({ changes: z.array(assetChangeSchema).check(z.minLength(1), z.maxLength(mostInside)) }),
    result: z.object({ before: z.array(assetChangeSchema) }),
  }),
  removeAssets: endpoint({
    method: 'POST',
    path: '/api/assets/removed',
    summary:
      'Take things back that were added by mistake, with what is in them; refused once something has happened to one',
    audience: 'logistics',
    params: none,
    body: z.object({ assetIds: z.array(id).check(z.minLength(1), z.maxLength(mostInside)) }),
    result: none,
  }),
  moveAsset: endpoint({
    method: 'PUT',
    path: '/api/assets/:assetId/parent',
    summary:
      'Put a thing into another, or take it out; refused where it would be in itself or is out on loan',
    audience: 'logistics',
    params: z.object({ assetId: id }),
    body: z.object({ parentId: z.nullable(id) }),
    result: assetSchema,
  }),
  setContents: endpoint({
    method: 'PUT',
    path: '/api/assets/:assetId/contents',
    summary:
      'Say which counted parts belong into a thing and how many are in it; what is taken comes from the stock when asked',
    audience: 'logistics',
    params: z.object({ assetId: id }),
    body: z.object({
      contents: z
        .array(z.object({ consumableId: id, quantity: count, present: count }))
        .check(z.maxLength(100)),
      fromStock: z.boolean(),
    }),
    result: assetSchema,
  }),
  newDevices: endpoint({
    method: 'GET',
    path: '/api/new-devices',
    summary: 'Pis of the fleet that nobody has put down as a thing yet',
    audience: 'staff',
    params: none,
    body: none,
    result: z.object({
      devices: z.array(z.object({ id: z.string(), name: z.string(), number: z.int(), online: z.boolean() })),
    }),
  }),
  places: endpoint({
    method: 'GET',
    path: '/api/places',
    summary: 'Where things are kept, to choose from',
    audience: 'staff',
    params: none,
    body: none,
    result: z.object({ places: z.array(z.string()) }),
  }),
} as const;
