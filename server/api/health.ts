import type { RequestHandler } from 'express';

export interface HealthParts {
  readonly version: string;
  /** Rejects when the database can't be read. */
  readonly checkDatabase: () => Promise<void>;
  /** How many devices are connected. */
  readonly clients: () => number;
}

/** Answers 200 when the server can work, else 503; for whoever watches over it. */
export function health({ version, checkDatabase, clients }: HealthParts): RequestHandler {
  return async (_request, response) => {
    const database = await checkDatabase().then(
      () => 'ok',
      () => 'broken',
    );
    response
      .status(database === 'ok' ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ status: database, version, broker: { clients: clients() }, database });
  };
}
