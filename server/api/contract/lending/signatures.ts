import * as z from 'zod/mini';
import { shortText } from './common.ts';

/** A signature drawn on the screen: strokes of points in a field 1000 wide and 300 high. */
export const signatureSchema = z.object({
  /** Who signed, in type. */
  name: shortText,
  strokes: z
    .array(z.array(z.tuple([z.int(), z.int()])).check(z.minLength(1), z.maxLength(2000)))
    .check(z.minLength(1), z.maxLength(200)),
});
export type Signature = z.infer<typeof signatureSchema>;

/** Of both ends; null: signed on paper. */
export const signaturesSchema = z.object({
  association: z.nullable(signatureSchema),
  school: z.nullable(signatureSchema),
});
export type Signatures = z.infer<typeof signaturesSchema>;
