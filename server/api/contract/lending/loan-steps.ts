import * as z from 'zod/mini';
import { endpoint } from '../endpoint.ts';
import { count, id, lineText, longText } from './common.ts';
import { loanParams, loanSchema, seenVersion } from './loans.ts';
import { signaturesSchema } from './signatures.ts';

/** From the pick list over the school to the shelf again. */
export const stepEndpoints = {
  packItem: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/pack',
    summary:
      'Tick a thing off the pick list by its label, or take the tick back; the last one makes the loan packed',
    audience: 'logistics',
    params: loanParams,
    body: z.object({
      code: lineText,
      packed: z.boolean(),
      /** With everything in it, for a box that was seen to be complete; the history says that it was not scanned. */
      inside: z.optional(z.boolean()),
    }),
    result: loanSchema,
  }),
  handOverLoan: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/hand-over',
    summary:
      'Hand over what is packed; what is not stays behind. Signatures come with it and freeze the papers',
    audience: 'logistics',
    params: loanParams,
    body: z.object({
      ...seenVersion,
      /** Idempotent: the same again answers what the first did. */
      requestId: id,
      /** Hand over although something is not packed: it is released. */
      withoutUnpacked: z.boolean(),
      remarks: longText,
      signatures: signaturesSchema,
    }),
    result: loanSchema,
  }),
  returnItems: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/return',
    summary: 'Say what came back and how, as much as came; the last thing makes the loan returned',
    audience: 'logistics',
    params: loanParams,
    body: z.object({
      requestId: id,
      items: z
        .array(
          z.object({
            itemId: id,
            state: z.enum(['back', 'damaged', 'missing']),
            remark: lineText,
            photoIds: z.array(id).check(z.maxLength(10)),
          }),
        )
        .check(z.maxLength(500)),
      parts: z
        .array(z.object({ assetId: id, consumableId: id, back: count, damaged: count }))
        .check(z.maxLength(500)),
    }),
    result: loanSchema,
  }),
  undoReturn: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/undo-return',
    summary: 'A thing was ticked as returned by mistake, or what was missing is found',
    audience: 'logistics',
    params: loanParams,
    body: z.object({ itemId: id, state: z.enum(['out', 'back']) }),
    result: loanSchema,
  }),
  signReturn: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/sign-return',
    summary: 'Freeze the record of the return with signatures',
    audience: 'logistics',
    params: loanParams,
    body: z.object({ requestId: id, remarks: longText, signatures: signaturesSchema }),
    result: loanSchema,
  }),
  exchangeItem: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/exchange',
    summary: 'Give another thing for one that broke, in the middle of the loan',
    audience: 'logistics',
    params: loanParams,
    body: z.object({
      ...seenVersion,
      itemId: id,
      assetId: id,
      reason: lineText,
      /** How the old one is from now on, whatever it was. */
      condition: z.enum(['usable', 'repair', 'lost']),
      photoIds: z.optional(z.array(id).check(z.maxLength(10))),
    }),
    result: loanSchema,
  }),
  testReturn: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/test',
    summary: 'Let the Pis of a loan test themselves; what each finds comes into the record as it answers',
    audience: 'logistics',
    params: loanParams,
    body: z.object({ assetIds: z.optional(z.array(id)) }),
    result: loanSchema,
  }),
  restockLoan: endpoint({
    method: 'POST',
    path: '/api/loans/:loanId/restock',
    summary: 'Fill up what is missing from the stock as said, and close the loan',
    audience: 'logistics',
    params: loanParams,
    body: z.object({
      ...seenVersion,
      refill: z.array(z.object({ assetId: id, consumableId: id, quantity: count })).check(z.maxLength(500)),
    }),
    result: loanSchema,
  }),
} as const;
