import { randomBytes } from 'node:crypto';
import mqtt from 'mqtt';
import { encode } from '../../device/contract/codec.ts';
import { presenceSchema } from '../../device/contract/presence.ts';
import { type Reported, reportedSchema } from '../../device/contract/reported.ts';
import { topic } from '../../device/contract/topics.ts';
import type { AgentConfigView } from '../../server/api/contract/endpoints.ts';
import { demoModels } from './association-data.ts';

/** So many at a time: they come and go within some milliseconds. */
const atOnce = 8;

/**
 * Lets Pis that the demo does not run say once who they are, and go: the fleet then knows what they are and when they
 * were last seen, as of Pis that lie in a school's cupboard.
 *
 * @param server the broker's address.
 */
export async function visitShortly(configs: readonly AgentConfigView[], server: string): Promise<void> {
  for (let first = 0; first < configs.length; first += atOnce)
    await Promise.all(configs.slice(first, first + atOnce).map((config) => visit(config, server)));
}

async function visit({ deviceId, secret }: AgentConfigView, server: string): Promise<void> {
  const nonce = randomBytes(8).toString('hex');
  const client = await mqtt.connectAsync(server, {
    clientId: deviceId,
    username: deviceId,
    password: secret,
    reconnectPeriod: 0,
  });
  const say = (channel: 'presence' | 'reported', payload: string) =>
    client.publishAsync(topic(deviceId, channel), payload, { qos: 1, retain: true });
  await say('presence', encode(presenceSchema, { state: 'online', nonce }));
  await say('reported', encode(reportedSchema, report()));
  await say('presence', encode(presenceSchema, { state: 'offline', nonce }));
  await client.endAsync();
}

function report(): Reported {
  return {
    version: 1,
    boot: randomBytes(8).toString('hex'),
    agent: { version: '0.1.0', node: process.version },
    board: { kind: 'johnny-five', io: 'character-device', model: demoModels.kit },
    desiredVersion: 1,
    desiredProblem: null,
    program: { state: 'idle' },
  };
}
