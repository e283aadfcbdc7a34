/**
 * A broker alone in a process, for the benchmark: `ours` (authentication, authorisation and limits as in the server,
 * its publish rate raised out of the way), `parsing` (the same, and each message parsed by its schema for a listener
 * in the server) or `bare` (Aedes with the same settings and
 * a subscriber that takes each message). Tells its port to its parent.
 */
import { createServer } from 'node:net';
import { Aedes } from 'aedes';
import pino from 'pino';
import { topicRoot } from '../../../device/contract/topics.ts';
import { AedesBroker } from '../../../server/broker/aedes-broker.ts';
import { hashSecret, secretMatches } from '../../../server/fleet/secret.ts';

const unlimited = Number.MAX_SAFE_INTEGER;

async function ours({ parsing }: { parsing: boolean }): Promise<number> {
  const secrets = new Map<string, string>();
  for (let index = 0; index < 100; index += 1)
    secrets.set(`bench-${index}`, hashSecret(`secret-of-bench-${index}`));
  const broker = new AedesBroker({
    authenticate: async (deviceId, secret) => secretMatches(secret, secrets.get(deviceId) ?? hashSecret('')),
    logger: pino({ level: 'silent' }),
    now: Date.now,
    publishRate: {
      packets: unlimited,
      packetBurst: unlimited,
      bytes: unlimited,
      byteBurst: unlimited,
      patienceMs: 10_000,
    },
  });
  let events = 0;
  if (parsing) {
    broker.on('trace', (_, batch) => {
      events += batch.events.length;
    });
  }
  await broker.start();
  const port = await broker.listen({ port: 0, host: '127.0.0.1' });
  process.on('disconnect', () => process.exit(events >= 0 ? 0 : 1));
  return port;
}

async function bare(): Promise<number> {
  const aedes = new Aedes({ concurrency: 0, drainTimeout: 20_000, queueLimit: 42, maxInflightInbound: 16 });
  await aedes.listen();
  await new Promise<void>((done) => aedes.subscribe(`${topicRoot}/+/trace`, (_packet, next) => next(), done));
  const server = createServer(aedes.handle);
  process.on('disconnect', () => process.exit(0));
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    }),
  );
}

const kind = process.argv[2];
process.send?.({ port: await (kind === 'bare' ? bare() : ours({ parsing: kind === 'parsing' })) });
