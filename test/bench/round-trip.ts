import mqtt from 'mqtt';

/** Measures bare QoS 1 round trips: a message to a second client and its answer, through a broker on this machine. */
export interface RoundTrip {
  /** One round trip, in ms. */
  measure(): Promise<number>;
  stop(): Promise<void>;
}

/** Connects both ends to a broker. */
export async function startRoundTrip(port: number): Promise<RoundTrip> {
  const url = `mqtt://127.0.0.1:${port}`;
  const [near, far] = await Promise.all([mqtt.connectAsync(url), mqtt.connectAsync(url)]);
  await Promise.all([far.subscribeAsync('ping', { qos: 1 }), near.subscribeAsync('pong', { qos: 1 })]);
  far.on('message', () => far.publish('pong', '1', { qos: 1 }));
  return {
    async measure() {
      const start = process.hrtime.bigint();
      const back = new Promise<void>((resolve) => near.once('message', () => resolve()));
      near.publish('ping', '1', { qos: 1 });
      await back;
      return Number(process.hrtime.bigint() - start) / 1e6;
    },
    async stop() {
      await Promise.all([near.endAsync(), far.endAsync()]);
    },
  };
}
