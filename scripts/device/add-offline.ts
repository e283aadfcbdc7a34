import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Schools } from '../../server/accounts/schools.ts';
import type { AccountsTables } from '../../server/accounts/tables.ts';
import { brokerAddress } from '../../server/addresses.ts';
import type { AgentConfigView, SchoolView } from '../../server/api/contract/endpoints.ts';
import { readConfig } from '../../server/config.ts';
import { DeviceStore } from '../../server/fleet/device-store.ts';
import { openDatabase } from '../../server/storage/open-database.ts';
import type { Storage } from '../../server/storage/storage.ts';
import { AddError, type AddOptions } from './options.ts';

/**
 * Adds a device straight to the data folder of a server that does not run.
 *
 * @param env says where the data folder is and how the server is reached, as for the server itself.
 * @throws AddError or StorageError with a sentence, such as when the server runs.
 */
export async function addOffline(
  options: AddOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<AgentConfigView> {
  const config = readConfig(env);
  if (!config.databaseUrl && !existsSync(config.dataDir)) throw noDataIn(config.dataDir);
  if (options.server === null && config.port === 0 && config.publicUrl === null) {
    throw new AddError('With PORT=0 the server’s address is not known before it runs: say it with --server.');
  }
  const storage = await openDatabase({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    kind: 'real',
  });
  try {
    if (!(await hasFleet(storage))) throw noDataIn(config.databaseUrl ? 'the database' : config.dataDir);
    const schoolId = await findSchool(storage, options.school);
    const store = new DeviceStore(storage.db);
    const { device, secret } = await store.add(
      { name: options.name, schoolId },
      { now: Date.now(), randomBytes },
    );
    return { server: options.server ?? brokerAddress(config, config.port), deviceId: device.id, secret };
  } finally {
    await storage.close();
  }
}

async function hasFleet(storage: Storage): Promise<boolean> {
  return (await storage.db.introspection.getTables()).some(({ name }) => name === 'device');
}

function noDataIn(folder: string): AddError {
  return new AddError(
    `There is no server's data in ${folder} yet. Start the server once (npm run serve), or set DATA_DIR (or DATABASE_URL) to where its data is.`,
  );
}

async function findSchool(storage: Storage, name: string | null): Promise<string | null> {
  if (name === null) return null;
  const schools = new Schools(storage.db.withTables<AccountsTables>(), Date.now);
  return schoolNamed(name, await schools.all()).id;
}

/** @throws AddError that lists the schools there are. */
export function schoolNamed(name: string, schools: readonly SchoolView[]): SchoolView {
  const school = schools.find((one) => one.name === name);
  if (school) return school;
  const known = schools.map((one) => `"${one.name}"`).join(', ') || 'none yet';
  throw new AddError(`There is no school named "${name}". The schools are: ${known}.`);
}
