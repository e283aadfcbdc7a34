import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { encode } from '../../device/contract/codec.ts';
import { topic } from '../../device/contract/topics.ts';
import { traceBatchSchema } from '../../device/contract/trace.ts';
import type { Measurement } from './measurement.ts';
import { type LoadClient, publishAtFullSpeed } from './mqtt-load.ts';
import { startMosquitto } from './peers/mosquitto.ts';
import { median } from './statistics.ts';

const rounds = 7;
/** Rounds that are not counted, in which the machines compile what is hot. */
const warmUps = 2;
const clientCount = 20;
const messages = { 0: 10_000, 1: 6000 } as const;

/** A batch of telemetry as an agent sends it while a light blinks. */
const payload = Buffer.from(
  encode(traceBatchSchema, {
    runId: 'run-0123456789',
    sequence: 42,
    events: [
      { at: 1_000_000, kind: 'block', stack: 0, block: 'K(3h~0v=5Bd{oQ)x1e|]' },
      { at: 1_000_010, kind: 'command', part: 'red', command: 'on', stack: 0 },
      { at: 1_000_020, kind: 'pin', gpio: 18, level: 1 },
      { at: 1_000_030, kind: 'block', stack: 0, block: 'a+Jc8{u;2MbYz0w!R7p-' },
    ],
  }),
);

const clients: LoadClient[] = Array.from({ length: clientCount }, (_, index) => ({
  clientId: `bench-${index}`,
  username: `bench-${index}`,
  password: `secret-of-bench-${index}`,
  topic: topic(`bench-${index}`, 'trace'),
}));

/**
 * Telemetry of 20 devices at full speed through our broker (authentication, authorisation, limits), through the same
 * with each message also parsed by its schema, bare Aedes and mosquitto, in turns; messages per second, median of
 * the rounds.
 */
export async function brokerBench(): Promise<Measurement[]> {
  const brokers = {
    ours: await startBroker('ours'),
    parsing: await startBroker('parsing'),
    bare: await startBroker('bare'),
    mosquitto: await startMosquitto(),
  };
  try {
    const results: Measurement[] = [];
    for (const qos of [1, 0] as const) {
      const speeds = {
        ours: [] as number[],
        parsing: [] as number[],
        bare: [] as number[],
        mosquitto: [] as number[],
      };
      for (let round = 0; round < warmUps + rounds; round += 1) {
        for (const name of ['ours', 'parsing', 'bare', 'mosquitto'] as const) {
          const { port } = brokers[name];
          const speed = await publishAtFullSpeed({
            port,
            clients,
            payload,
            qos,
            messages: messages[qos],
            window: 15,
          });
          if (round >= warmUps) speeds[name].push(speed);
        }
      }
      const compare = (
        ours: 'ours' | 'parsing',
        peer: 'bare' | 'mosquitto',
        baseline: string,
      ): Measurement => {
        const value = median(speeds[ours]);
        const baselineValue = median(speeds[peer]);
        const ratio = value / baselineValue;
        const judged = qos === 1 && ours === 'ours' && peer === 'bare';
        return {
          id: `broker-qos${qos}-${ours === 'parsing' ? 'parsed-' : ''}${peer === 'bare' ? 'aedes' : peer}`,
          value,
          unit: 'messages/s',
          baseline,
          baselineValue,
          ratio,
          target: judged ? 'ratio >= 0.8' : 'stated',
          met: !judged || ratio >= 0.8,
          samples: rounds,
        };
      };
      results.push(
        compare('ours', 'bare', 'bare Aedes'),
        compare('parsing', 'bare', 'bare Aedes'),
        compare('ours', 'mosquitto', 'mosquitto'),
      );
    }
    return results;
  } finally {
    await Promise.all(Object.values(brokers).map((broker) => broker.stop()));
  }
}

async function startBroker(
  kind: 'ours' | 'parsing' | 'bare',
): Promise<{ port: number; stop(): Promise<void> }> {
  const child = fork(new URL('./peers/broker-process.ts', import.meta.url), [kind], { execArgv: [] });
  const [message] = await once(child, 'message');
  const { port } = z.object({ port: z.number() }).parse(message);
  return {
    port,
    async stop() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
