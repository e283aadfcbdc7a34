import { z } from 'zod';

/** An LED on GPIO 18 goes on and off so often: by plain system calls, by the IO plugin, or by a program of blocks. */
export const edgesOrderSchema = z.object({
  by: z.enum(['ioctl', 'plugin', 'blocks']),
  times: z.number().int().positive(),
});
export type EdgesOrder = z.infer<typeof edgesOrderSchema>;

/** How long it took; ms. */
export const edgesAnswerSchema = z.object({ ms: z.number() });
export type EdgesAnswer = z.infer<typeof edgesAnswerSchema>;
