import { join } from 'node:path';
import type { Logger } from 'pino';
import { createAccounts } from './accounts/accounts.ts';
import { brokerAddress, reachableHost, webAddress } from './addresses.ts';
import { endpoints } from './api/contract/endpoints.ts';
import { health } from './api/health.ts';
import { createHttpApp } from './api/http-app.ts';
import { createMount } from './api/mount-endpoint.ts';
import { AedesBroker } from './broker/aedes-broker.ts';
import { createClassroom } from './classroom/classroom.ts';
import { serveLessonPictures } from './classroom/lesson-pictures.ts';
import type { Config } from './config.ts';
import type { Domain, DomainContext } from './domain.ts';
import { createFleet } from './fleet/fleet.ts';
import { createLending } from './lending/lending.ts';
import { LessonFiles } from './lesson-files.ts';
import { createLive } from './live/live.ts';
import { openPort, portOf } from './ports.ts';
import { openDatabase } from './storage/open-database.ts';
import type { InstanceKind } from './storage/storage.ts';
import { version } from './version.ts';
import { createWebServer } from './web-server.ts';

export interface ServerOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly kind: InstanceKind;
}

/** A server that answers. */
export interface RunningServer {
  /** As seen from this machine: `http://localhost:8080`. */
  readonly url: string;
  readonly port: number;
  readonly mqttPort: number;
  /** As seen from the network: what pupils open. */
  readonly joinUrl: string;
  /** The one-time link for the first staff account; null once there is one. */
  readonly setupUrl: string | null;
  /** Reads the lessons anew; pages that show one that has changed show it at once. */
  readonly reloadLessons: LessonFiles['reload'];
  /** Ends every connection, then closes the database. */
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..');

/**
 * Starts the server: the database with every domain's migrations, the domains, then the ports.
 *
 * @throws StorageError or PortError, whose message is a sentence for the person who starts it.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    return { ...(await start(options, closing)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param closing gets what undoes each step, as the step is done. */
async function start(
  { config, logger, kind }: ServerOptions,
  closing: (() => Promise<void>)[],
): Promise<Omit<RunningServer, 'stop'>> {
  const now = Date.now;
  const storage = await openDatabase({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, kind });
  closing.push(() => storage.close());

  const { app, router } = createHttpApp({
    publicUrl: config.publicUrl,
    version,
    logger: logger.child({ in: 'http' }),
    health: health({ version, checkDatabase: storage.check, clients: () => broker.clients() }),
    webFolder: join(root, 'dist/web'),
  });
  const web = createWebServer(app);
  const httpServer = web.http;
  closing.push(() => web.close());
  const accounts = createAccounts({ router });
  const fleet = createFleet({ schoolById: accounts.schoolById });
  const lessons = new LessonFiles(config.lessonsDir ?? join(root, 'lessons/catalog'), logger);
  lessons.reload();
  router.use(serveLessonPictures(lessons));
  const classroom = createClassroom({ fleet, lessons, accounts });
  const lending = createLending({ accounts, lessons, fleet });
  const live = createLive({ fleet, classroom, accounts, lending });
  const domains: readonly Domain[] = [accounts, fleet, classroom, lending, live];
  await storage.migrate(Object.assign({}, ...domains.map(({ migrations }) => migrations)));

  const broker = new AedesBroker({
    authenticate: fleet.authenticate,
    logger: logger.child({ in: 'broker' }),
    now,
  });
  await broker.start();
  closing.push(() => broker.stop());
  broker.attach(httpServer);

  const mount = createMount({
    router,
    session: accounts.session,
    logger: logger.child({ in: 'http' }),
  });
  const addresses = {
    web: () => webAddress(config, portOf(httpServer)),
    broker: () => brokerAddress(config, portOf(httpServer)),
  };
  mount.endpoint(endpoints.serverInfo, () => ({ version, joinUrl: addresses.web() }));
  const context: Omit<DomainContext, 'logger'> = {
    config,
    kind,
    db: storage.db,
    broker,
    mount,
    session: accounts.session,
    httpServer,
    addresses,
    now,
  };
  for (const domain of domains) {
    await domain.start({ ...context, logger: logger.child({ in: domain.name }) });
    closing.push(() => domain.stop());
  }

  const mqttPort = await broker.listen({ port: config.mqttPort, host: config.host });
  const port = await openPort(httpServer, { port: config.port, host: config.host, variable: 'PORT' });
  closing.push(async () => web.refuse());
  const setUpPath = accounts.setUpPath();
  const local = config.host === '0.0.0.0' ? 'localhost' : reachableHost(config.host);
  return {
    url: `http://${local}:${port}`,
    port,
    mqttPort,
    joinUrl: addresses.web(),
    setupUrl: setUpPath && addresses.web() + setUpPath,
    reloadLessons: () => lessons.reload(),
  };
}
