import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http';
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Logger } from 'pino';
import type { PersonView } from './api/contract/endpoints.ts';
import type { Mount } from './api/mount.ts';
import type { Broker } from './broker/broker.ts';
import type { Config } from './config.ts';
import type { InstanceKind } from './storage/storage.ts';
import type { StorageTables } from './storage/tables.ts';

/** Under which addresses the server is reached. Known once the ports are open: ask when needed, never at the start. */
export interface Addresses {
  /** What people open, without a slash at the end: `http://192.168.1.20:8080`. */
  web(): string;
  /** What agents connect to: `ws://192.168.1.20:8080/mqtt`. */
  broker(): string;
}

/** Who is signed in, by the session cookie in a request's headers; null when nobody is. */
export type SessionLookup = (headers: IncomingHttpHeaders) => Promise<PersonView | null>;

/** What the server lends to its domains. */
export interface DomainContext {
  readonly config: Config;
  readonly kind: InstanceKind;
  readonly logger: Logger;
  /** The database with the domain's migrations done; narrow it with `db.withTables<…>()`. */
  readonly db: Kysely<StorageTables>;
  readonly broker: Broker;
  readonly mount: Mount;
  readonly session: SessionLookup;
  readonly httpServer: HttpServer;
  readonly addresses: Addresses;
  /** The time, ms since 1970. */
  readonly now: () => number;
}

/**
 * One area of the server. Making it does nothing; `app.ts` makes all of them (handing to each the domains it
 * builds on), runs their migrations, starts them in order before any port is open, and stops them in the reverse
 * order before the broker and the database close.
 */
export interface Domain {
  readonly name: string;
  /** Names sort by date over all domains: `2026-11-22-001-fleet`. A released migration is never changed. */
  readonly migrations: Readonly<Record<string, Migration>>;
  start(context: DomainContext): Promise<void>;
  stop(): Promise<void>;
}
