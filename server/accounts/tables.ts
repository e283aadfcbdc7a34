import type { z } from 'zod';
import type { Duty, roleSchema } from '../api/contract/endpoints.ts';

export type Role = z.infer<typeof roleSchema>;

export interface SchoolTable {
  id: string;
  name: string;
  city: string;
  /** ms since 1970. */
  created_at: number;
}

/** An adult; better-auth's `user`, whose columns it names and whose times it writes as ISO 8601. */
export interface PersonTable {
  id: string;
  name: string;
  /** In lower case. */
  email: string;
  emailVerified: number | boolean;
  image: string | null;
  createdAt: string;
  updatedAt: string;
  role: Role;
  /** Of staff; null: a teacher. */
  duty: Duty | null;
  schoolId: string | null;
}

/** How an adult signs in; better-auth's `account`, here only with `providerId` "credential". */
export interface PersonAccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}

/** Somebody who is signed in; better-auth's `session`. */
export interface PersonSessionTable {
  id: string;
  token: string;
  userId: string;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
  ipAddress: string | null;
  userAgent: string | null;
}

/** What is to be proved by mail; better-auth's `verification`, which nothing here uses. */
export interface PersonVerificationTable {
  id: string;
  identifier: string;
  value: string;
}

/** A one-time link. The token itself is known only to who holds the link. */
export interface InvitationTable {
  /** SHA-256 of the token, hex. */
  token_hash: string;
  role: Role;
  /** The duty that comes with the account; null: a teacher's. */
  duty: Duty | null;
  school_id: string | null;
  /** The staff member who made it; null: the server itself, for its first account. */
  created_by: string | null;
  /** ms since 1970, as the next two. */
  created_at: number;
  expires_at: number;
  accepted_at: number | null;
}

/** The tables of the accounts that are queried here; a type, because Kysely's `withTables` wants one. */
export type AccountsTables = {
  school: SchoolTable;
  person: PersonTable;
  person_account: PersonAccountTable;
  person_session: PersonSessionTable;
  person_verification: PersonVerificationTable;
  invitation: InvitationTable;
};
