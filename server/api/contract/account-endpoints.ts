import * as z from 'zod/mini';
import { endpoint, fileEndpoint } from './endpoint.ts';

/** How an adult's account ends, and what is stored about them. */

const none = z.object({});
const person = z.object({ personId: z.string().check(z.minLength(1), z.maxLength(64)) });
const number = z.int();

/** What is under way of somebody whose account may go. */
export const underWaySchema = z.object({
  /** These have to be ended first. */
  runningClasses: number,
  /** These are deleted with the account: names and work of pupils. */
  endedClasses: number,
  /** Loans that go on, of which they are the contact or which they asked for; the contact stays in them until their time is over. */
  openLoans: number,
  /** Links for new accounts that nobody has used; they end. */
  openInvitations: number,
  /** Nobody else decides who may: the account stays. */
  lastAdmin: z.boolean(),
});
export type UnderWay = z.infer<typeof underWaySchema>;

export const accountEndpoints = {
  leaving: endpoint({
    method: 'GET',
    path: '/api/me/leaving',
    summary: 'What is under way of one’s own, before one deletes one’s account',
    audience: 'teacher',
    params: none,
    body: none,
    result: underWaySchema,
  }),
  deleteMe: endpoint({
    method: 'POST',
    path: '/api/me/delete',
    summary: 'Delete one’s own account; the password says that it is really oneself',
    audience: 'teacher',
    ofOneself: true,
    params: none,
    body: z.object({ password: z.string().check(z.maxLength(128)) }),
    result: none,
  }),
  personLeaving: endpoint({
    method: 'GET',
    path: '/api/people/:personId/leaving',
    summary: 'What is under way of somebody, before their account is deleted',
    audience: 'admin',
    params: person,
    body: none,
    result: underWaySchema,
  }),
  removePerson: endpoint({
    method: 'DELETE',
    path: '/api/people/:personId',
    summary: 'Delete somebody’s account; their sessions end at once, and the last admin stays',
    audience: 'admin',
    params: person,
    body: none,
    result: none,
  }),
} as const;

export const accountFiles = {
  myData: fileEndpoint({
    path: '/api/me/data.json',
    summary: 'Everything that is stored about oneself (Art. 15 GDPR)',
    audience: 'teacher',
    params: none,
    query: none,
    produces: ['application/json'],
  }),
} as const;
