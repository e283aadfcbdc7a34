import { z } from 'zod';
import { problemSchema } from '../../../device/contract/problem.ts';
import { wiringSchema } from '../../../device/contract/wiring.ts';

const board = z.string();

/** What a test asks of a board in the guest; one line of JSON each. `board` is the test's name for it. */
export const boardRequestSchema = z.discriminatedUnion('do', [
  /** The chip's label; those of the Raspberry Pis unless told. */
  z.object({ board, do: z.literal('open'), chipLabel: z.string().optional() }),
  z.object({ board, do: z.literal('setUp'), wiring: wiringSchema }),
  z.object({ board, do: z.literal('command'), part: z.string(), command: z.string() }),
  z.object({ board, do: z.literal('read'), part: z.string(), value: z.string() }),
  z.object({ board, do: z.literal('levels') }),
  /** Turns an LED on and off so often, as fast as it goes; answers with ms. */
  z.object({ board, do: z.literal('flood'), part: z.string(), times: z.number().int() }),
  z.object({ board, do: z.literal('close') }),
]);
export type BoardRequest = z.infer<typeof boardRequestSchema>;
/** A request without the board's name. */
export type BoardOrder = WithoutBoard<BoardRequest>;
type WithoutBoard<Request> = Request extends unknown ? Omit<Request, 'board'> : never;

/** What the boards in the guest say, one line of JSON each: answers in the order of the requests, and events. */
export const boardLineSchema = z.discriminatedUnion('type', [
  z.object({ board, type: z.literal('answer'), result: z.unknown() }),
  z.object({ board, type: z.literal('problem'), problem: problemSchema }),
  z.object({ board, type: z.literal('pin'), gpio: z.number(), level: z.union([z.literal(0), z.literal(1)]) }),
  z.object({ board, type: z.literal('event'), part: z.string(), event: z.string() }),
]);
export type BoardLine = z.infer<typeof boardLineSchema>;
