import { stdout } from 'node:process';
import { pino } from 'pino';
import pretty from 'pino-pretty';
import { type RunningServer, startServer } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { PortError } from './ports.ts';
import { DatabaseAway } from './storage/database-away.ts';
import { StorageError } from './storage/storage.ts';
import { version } from './version.ts';

/** The server as a process: configuration from the environment, a clean end on SIGTERM and SIGINT. */

/** A shutdown that takes longer is cut short; the database survives that. */
const shutdownMs = 5000;

try {
  const config = readConfig(process.env);
  const logger = pino(
    { level: config.logLevel },
    stdout.isTTY ? pretty({ ignore: 'pid,hostname', sync: true }) : pino.destination({ sync: true }),
  );
  // Timers write, too. Nobody waits for them, and without a database they can only try again later.
  process.on('unhandledRejection', (error) => {
    if (!(error instanceof DatabaseAway)) throw error;
    logger.error({ err: error }, 'the database is away');
  });
  const server = await startServer({ config, logger, kind: 'real' });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), shutdownMs).unref();
      server.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.fatal({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
  // Last, because whoever reads it may send a signal at once.
  stdout.write(announcement(server, config));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StorageError || error instanceof PortError))
    throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
}

function announcement(server: RunningServer, config: Config): string {
  const lines = [
    `Steckbrett ${version} is running, on the data in ${config.databaseUrl ? 'PostgreSQL' : config.dataDir}`,
    `  Pupils       ${server.joinUrl}`,
    `  Teachers     ${server.joinUrl}/teacher`,
    `  Association  ${server.joinUrl}/association`,
    `  Health       ${server.url}/healthz`,
    `  MQTT         port ${server.mqttPort}, and ${server.joinUrl.replace(/^http/, 'ws')}/mqtt`,
  ];
  if (server.setupUrl) {
    lines.push(
      '',
      'Nobody has an account yet. Make the first one with this link, which works once:',
      `  ${server.setupUrl}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
