import * as z from 'zod/mini';
import { endpoint } from '../endpoint.ts';
import { assetKindSchema } from './assets.ts';
import { cents, count, id, lineText, longText, none, shortText } from './common.ts';

/** Parts that are counted and have no label, and templates that say what of them belongs into a kit. */

export const consumableSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** For pictures: the kit part that it is (`led`, `buzzer` …) or empty. */
  icon: z.string(),
  unitCents: cents,
  /** In the store, outside of kits. */
  stock: count,
  /** Below it, more should be bought. */
  minimum: count,
});
export type Consumable = z.infer<typeof consumableSchema>;

export const kitTemplateSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  contents: z.array(z.object({ consumableId: z.string(), name: z.string(), quantity: count })),
  /** Labelled things that are made along with a kit: `{ kind: 'device', name: 'Raspberry Pi 4', count: 1 }`. */
  assets: z.array(
    z.object({ kind: assetKindSchema, name: shortText, count: z.int().check(z.gte(1), z.lte(50)) }),
  ),
});
export type KitTemplate = z.infer<typeof kitTemplateSchema>;

const templateFields = z.object({
  name: shortText,
  description: longText,
  contents: z.array(z.object({ consumableId: id, quantity: count })).check(z.maxLength(100)),
  assets: z
    .array(z.object({ kind: assetKindSchema, name: shortText, count: z.int().check(z.gte(1), z.lte(50)) }))
    .check(z.maxLength(50)),
});

export const consumableEndpoints = {
  consumables: endpoint({
    method: 'GET',
    path: '/api/consumables',
    summary: 'Counted parts and their stock',
    audience: 'staff',
    params: none,
    body: none,
    result: z.object({ consumables: z.array(consumableSchema) }),
  }),
  saveConsumable: endpoint({
    method: 'POST',
    path: '/api/consumables',
    summary: 'Add a counted part, or change one',
    audience: 'logistics',
    params: none,
    body: z.object({
      id: z.optional(id),
      name: shortText,
      icon: lineText,
      unitCents: cents,
      stock: count,
      minimum: count,
    }),
    result: consumableSchema,
  }),
  changeStock: endpoint({
    method: 'POST',
    path: '/api/consumables/:consumableId/stock',
    summary: 'Put counted parts into the store, or take some out',
    audience: 'logistics',
    params: z.object({ consumableId: id }),
    body: z.object({
      by: z.int().check(z.gte(-100_000), z.lte(100_000)),
      /** Why, for the history: `Lieferung`, `kaputt`. */
      reason: z.optional(lineText),
    }),
    result: consumableSchema,
  }),
  kitTemplates: endpoint({
    method: 'GET',
    path: '/api/kit-templates',
    summary: 'What kits are made of',
    audience: 'staff',
    params: none,
    body: none,
    result: z.object({ templates: z.array(kitTemplateSchema) }),
  }),
  saveKitTemplate: endpoint({
    method: 'POST',
    path: '/api/kit-templates',
    summary: 'Add a kit template, or change one; kits that exist stay as they are',
    audience: 'logistics',
    params: none,
    body: z.extend(templateFields, { id: z.optional(id) }),
    result: kitTemplateSchema,
  }),
} as const;
