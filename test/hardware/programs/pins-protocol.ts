import { z } from 'zod';
import { problemSchema } from '../../../device/contract/problem.ts';

const gpio = z.number().int();
const level = z.union([z.literal(0), z.literal(1)]);
const bytes = z.array(z.number().int());

/** What a test asks of the pins and buses in the guest; one line of JSON each. */
export const pinsOrderSchema = z.discriminatedUnion('do', [
  /** Opens the chip with this label; what was open is closed. */
  z.object({ do: z.literal('open'), label: z.string(), hardwarePwm: z.array(gpio).default([]) }),
  z.object({
    do: z.literal('claim'),
    settings: z.array(
      z.object({
        gpio,
        direction: z.enum(['input', 'output']),
        pull: z.enum(['up', 'down']).optional(),
        debounce: z.number().optional(),
      }),
    ),
  }),
  z.object({ do: z.literal('release') }),
  z.object({ do: z.literal('write'), gpio, level }),
  z.object({ do: z.literal('pulse'), gpio, hertz: z.number(), duty: z.number() }),
  /** Answers with the levels of these lines. */
  z.object({ do: z.literal('read'), gpios: z.array(gpio) }),
  /** Answers with the edges since the last question, {@link edgesSchema}. */
  z.object({ do: z.literal('edges') }),
  /** Answers with the kernel's monotonic clock in µs. */
  z.object({ do: z.literal('now') }),
  /** Answers with the length of the echo in µs, or null. */
  z.object({ do: z.literal('measure'), trigger: gpio, echo: gpio, timeout: z.number() }),
  /** Writes, then reads so many bytes, where they are not 0; answers with them. */
  z.object({ do: z.literal('i2c'), address: z.number(), write: bytes, read: z.number() }),
  /** Answers with what came in. */
  z.object({ do: z.literal('spi'), chipSelect: level, hertz: z.number(), bytes }),
  z.object({ do: z.literal('close') }),
]);
export type PinsOrder = z.input<typeof pinsOrderSchema>;

export const edgesSchema = z.array(z.object({ gpio, level, at: z.number() }));

/** One line of JSON for each order. */
export const pinsAnswerSchema = z.union([
  z.object({ result: z.unknown() }),
  z.object({ problem: problemSchema }),
]);
