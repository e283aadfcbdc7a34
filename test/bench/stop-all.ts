import { setTimeout as sleep } from 'node:timers/promises';
import { resultOf } from '../support/pupil.ts';
import { startLoadedClassroom } from './classroom-under-load.ts';
import type { Measurement } from './measurement.ts';
import { startMosquitto } from './peers/mosquitto.ts';
import { startRoundTrip } from './round-trip.ts';
import { percentile } from './statistics.ts';

const pupils = 30;
const rounds = 10;
const settleMs = 4000;

/** Lights the LED and then turns in circles without ever waiting. */
const endless = `$on('start', {}, 'hat', function* () {
  $b = 'on'; if ($p) yield* $at(); $do('red', 'on');
  let i = 0;
  for (;;) { if ($due()) yield; $b = 'loop'; if ($p) yield* $at(); i = i + 1; }
});`;

/** From the teacher's "stop all" to each Pi's LED going dark, while 30 Pis run endless loops; all on this machine. */
export async function stopAllBench(): Promise<Measurement[]> {
  const mosquitto = await startMosquitto();
  const bare = await startRoundTrip(mosquitto.port);
  const classroom = await startLoadedClassroom(pupils);
  const dark: number[] = [];
  const trips: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const { pupil, agent } of classroom.places) {
        const lit = agent.waitForLevel(18, 1, 60_000);
        resultOf(await pupil.socket.timeout(60_000).emitWithAck('program:run', { source: endless }));
        await lit;
      }
      // The loops are in full swing, and each agent has a spare isolate again.
      await sleep(settleMs);
      for (let trip = 0; trip < 5; trip += 1) trips.push(await bare.measure());
      const edges = classroom.places.map(({ agent }) =>
        agent.pins.next((change) => change.gpio === 18 && change.level === 0, 60_000),
      );
      const start = process.hrtime.bigint();
      const answer = classroom.teacher
        .timeout(60_000)
        .emitWithAck('class:stop-all', { classId: classroom.classId });
      for (const edge of await Promise.all(edges)) dark.push(Number(edge.at - start) / 1e6);
      resultOf(await answer);
    }
  } finally {
    await classroom.stop();
    await bare.stop();
    await mosquitto.stop();
  }
  const value = percentile(dark, 0.99);
  const baselineValue = percentile(trips, 0.99);
  return [
    {
      id: 'stop-all-p99',
      value,
      unit: 'ms',
      baseline: 'bare QoS 1 round trip through mosquitto beside the same 30 loops, p99',
      baselineValue,
      ratio: value / baselineValue,
      target: '<= 250 ms',
      met: value <= 250,
      samples: dark.length,
    },
  ];
}
