import { setTimeout as sleep } from 'node:timers/promises';
import { resultOf } from '../support/pupil.ts';
import { type Place, startLoadedClassroom } from './classroom-under-load.ts';
import type { Measurement } from './measurement.ts';
import { startMosquitto } from './peers/mosquitto.ts';
import { startRoundTrip } from './round-trip.ts';
import { percentile } from './statistics.ts';

const pupils = 30;
/** Each pupil runs about every 10 s. */
const meanPauseMs = 10_000;
const durationMs = 60_000;

/** What a beginner's first program becomes: it lights the red LED at once and then blinks. */
const blink = `$on('start', {}, 'hat', function* () {
  for (;;) {
    if ($due()) yield;
    $b = 'on'; if ($p) yield* $at(); $do('red', 'on');
    $b = 'w1'; if ($p) yield* $at(); yield* $wait(0.5);
    $b = 'off'; if ($p) yield* $at(); $do('red', 'off');
    $b = 'w2'; if ($p) yield* $at(); yield* $wait(0.5);
  }
});`;

/**
 * From "run" leaving a pupil's page to the level change in the agent's process: 30 pupils and 30 agents, each
 * running about every 10 s at random moments; beside it, bare QoS 1 round trips through mosquitto in the same run.
 */
export async function runToEdgeBench(): Promise<Measurement[]> {
  const mosquitto = await startMosquitto();
  const bare = await startRoundTrip(mosquitto.port);
  const classroom = await startLoadedClassroom(pupils);
  const edges: number[] = [];
  const trips: number[] = [];
  try {
    // Not of the figure: each agent's first run, one after the other.
    for (const place of classroom.places) await runOnce(place);
    const until = performance.now() + durationMs;
    await Promise.all([
      ...classroom.places.map(async (place) => {
        // Spread like people's: gaps of an exponential distribution, the first one cut by a random part.
        await sleep(Math.random() * meanPauseMs);
        while (performance.now() < until) {
          edges.push(await runOnce(place));
          await sleep(Math.min(-Math.log(1 - Math.random()) * meanPauseMs, meanPauseMs * 3));
        }
      }),
      (async () => {
        while (performance.now() < until) {
          trips.push(await bare.measure());
          await sleep(100);
        }
      })(),
    ]);
  } finally {
    await classroom.stop();
    await bare.stop();
    await mosquitto.stop();
  }
  return [
    { share: 0.5, target: 25 },
    { share: 0.95, target: 100 },
  ].map(({ share, target }) => {
    const value = percentile(edges, share);
    const baselineValue = percentile(trips, share);
    return {
      id: `run-to-edge-p${share * 100}`,
      value,
      unit: 'ms',
      baseline: `bare QoS 1 round trip through mosquitto, p${share * 100}`,
      baselineValue,
      ratio: value / baselineValue,
      target: `<= ${target} ms`,
      met: value <= target,
      samples: edges.length,
    };
  });
}

async function runOnce({ pupil, agent }: Place): Promise<number> {
  // What ran before is stopped first, so that the rising edge belongs to this run.
  resultOf(await pupil.socket.emitWithAck('program:stop', {}));
  await agent.waitForLevel(18, 0);
  const edge = agent.pins.next((change) => change.gpio === 18 && change.level === 1);
  const start = process.hrtime.bigint();
  const running = pupil.socket.emitWithAck('program:run', { source: blink });
  const { at } = await edge;
  resultOf(await running);
  return Number(at - start) / 1e6;
}
