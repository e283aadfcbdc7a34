import type * as z from 'zod/mini';
import type { pupilEvents } from './live.ts';

/** What a teacher sent to a seat, as its pages hear it. */
export type SentWork = z.output<(typeof pupilEvents)['work:sent']>;
