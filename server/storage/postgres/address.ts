import { Client } from 'pg';

/** Where a database is, for sentences; nothing of it is secret. */
export interface DatabaseAddress {
  readonly name: string;
  /** Host and port, or the folder of a socket. */
  readonly host: string;
  readonly user: string;
}

/** Reads the address of a `postgres://` URL as the driver does, with its defaults. */
export function addressOf(url: string): DatabaseAddress {
  // Made only to be asked: it connects to nothing.
  const { database, host, port, user } = new Client({ connectionString: url });
  return {
    name: database ?? user ?? '',
    host: host.startsWith('/') ? host : `${host}:${port}`,
    user: user ?? '',
  };
}
