import * as z from 'zod/mini';

/**
 * Messages from Pi to Pi within a class. The seats of a class stand in a ring, in the order in which they joined; seats
 * at which nobody is now are passed over. Alone in a class, everybody is their own neighbour.
 */

/** Whom a program writes to: the next seat of the ring, the one before, or every other seat. */
export const recipientSchema = z.enum(['next', 'previous', 'all']);
export type Recipient = z.infer<typeof recipientSchema>;

/** A message's name, as the pupil wrote it: may be empty; longer ones are cut. */
export const peerNameSchema = z.string().check(z.maxLength(64));
/** What it carries; longer texts are cut. */
export const peerValueSchema = z.union([z.number(), z.string().check(z.maxLength(64))]);

/** A message on its way out: what an agent publishes on `peers`, and a page's virtual Pi sends. */
export const outgoingMessageSchema = z.object({
  to: recipientSchema,
  name: peerNameSchema,
  value: z.optional(peerValueSchema),
});
export type OutgoingMessage = z.infer<typeof outgoingMessageSchema>;

/** A message that arrives; `from` is the nickname at the seat that sent it. */
export const incomingMessageSchema = z.object({
  from: z.string().check(z.minLength(1), z.maxLength(24)),
  name: peerNameSchema,
  value: z.optional(peerValueSchema),
});
export type IncomingMessage = z.infer<typeof incomingMessageSchema>;
