import * as z from 'zod/mini';
import { problemSchema } from '../../../device/contract/problem.ts';

/** RFC 9457 problem details, as `application/problem+json`; `message` carries the sentence in both languages. */
export const problemDetailsSchema = z.extend(problemSchema, {
  /** `about:steckbrett/{code}`: stable, not to be fetched. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
});

export type ProblemDetails = z.infer<typeof problemDetailsSchema>;
