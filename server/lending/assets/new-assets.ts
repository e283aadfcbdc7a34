import type * as z from 'zod/mini';
import type { assetEndpoints } from '../../api/contract/lending/assets.ts';

/** What is asked for when things are added. */
export type NewAssets = z.output<(typeof assetEndpoints.addAssets)['body']>;
