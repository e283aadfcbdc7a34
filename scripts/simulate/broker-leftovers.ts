import { setTimeout as sleep } from 'node:timers/promises';
import mqtt from 'mqtt';
import { serverChannels, topic } from '../../device/contract/topics.ts';
import type { AgentConfigView } from '../../server/api/contract/endpoints.ts';
import type { Ledger } from './ledger.ts';
import type { Needles } from './lesson.ts';

/** Within this time a broker on the same machine has sent all that it retains, ms. */
const retainedWithin = 500;

/** Complains of every message that the broker keeps for a Pi and that holds something of a deleted class. Their agents are off. */
export async function proveBrokerClean(
  configs: readonly AgentConfigView[],
  mqttPort: number,
  needles: Needles,
  ledger: Ledger,
): Promise<void> {
  let messages = 0;
  await Promise.all(
    configs.map(async ({ deviceId, secret }) => {
      const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${mqttPort}`, {
        clientId: deviceId,
        username: deviceId,
        password: secret,
        reconnectPeriod: 0,
      });
      client.on('message', (at, payload) => {
        messages += 1;
        const found = needles.find((needle) => payload.includes(needle));
        if (found !== undefined) ledger.complain(`the broker keeps ${found} in ${at}`);
      });
      await client.subscribeAsync(
        serverChannels.map((channel) => topic(deviceId, channel)),
        { qos: 1 },
      );
      await sleep(retainedWithin);
      await client.endAsync(true);
    }),
  );
  ledger.tell(
    `the broker keeps ${messages} messages for ${configs.length} Pis; none holds anything of the classes`,
  );
}
