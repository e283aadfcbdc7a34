import * as z from 'zod/mini';

/** One mark on a page of a preview: a run of text or a stroke; places and sizes in points, from the top left of A4. */
export const pageMarkSchema = z.union([
  z.object({
    text: z.string(),
    x: z.number(),
    /** Where the letters stand. */
    y: z.number(),
    size: z.number(),
    weight: z.enum(['regular', 'bold', 'italic']),
    colour: z.string(),
    width: z.number(),
    /** Degrees around the middle of the page. */
    turn: z.optional(z.number()),
    opacity: z.optional(z.number()),
  }),
  z.object({
    points: z.array(z.tuple([z.number(), z.number()])),
    width: z.number(),
    colour: z.string(),
  }),
]);
export type PageMark = z.infer<typeof pageMarkSchema>;

/** A paper as pages to draw, and as a file. */
export const paperPreviewSchema = z.object({
  pages: z.array(z.array(pageMarkSchema)),
  /** Base64. */
  pdf: z.string(),
});
export type PaperPreview = z.infer<typeof paperPreviewSchema>;
