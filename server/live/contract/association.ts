import * as z from 'zod/mini';
import { stocktakeItemSchema } from '../../api/contract/lending/stocktake.ts';

/** The namespace `/association` (the staff's session cookie): what has changed, so that pages ask anew. */

export const lendingChangeSchema = z.object({
  what: z.enum(['loan', 'asset', 'school', 'stocktake', 'settings', 'reminder']),
  id: z.string(),
});
export type LendingChange = z.infer<typeof lendingChangeSchema>;

export const stocktakeScannedSchema = z.object({
  stocktakeId: z.string(),
  items: z.array(stocktakeItemSchema),
});
export type StocktakeScanned = z.infer<typeof stocktakeScannedSchema>;

export interface AssociationServerEvents {
  changed: (change: LendingChange) => void;
  scanned: (scanned: StocktakeScanned) => void;
}
