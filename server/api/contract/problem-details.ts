import { z } from 'zod';
import { problemSchema } from '../../../device/contract/problem.ts';

/** RFC 9457 problem details, as `application/problem+json`; `message` carries the sentence in both languages. */
export const problemDetailsSchema = problemSchema.extend({
  /** `about:steckbrett/{code}`: stable, not to be fetched. */
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
});

export type ProblemDetails = z.infer<typeof problemDetailsSchema>;
