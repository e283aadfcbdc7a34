import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import koffi from 'koffi';
import { type Libc, loadLibc } from '../../device/boards/character-device/libc.ts';
import type { ThreadPriority } from '../../device/boards/character-device/pulses/precise-time.ts';
import { PulseMemory, type PulseTimes } from '../../device/boards/character-device/pulses/pulse-memory.ts';
import { EdgeLog } from './edge-log.ts';
import type { Measurement } from './measurement.ts';
import type { SoftPwmWorkerData } from './soft-pwm-worker.ts';
import { percentile } from './statistics.ts';

/** `FIONREAD` of asm-generic/ioctls.h: a cheap ioctl that a pipe answers. */
const bytesWaiting = 0x541b;
const rounds = 5;
const roundMs = 2_000;

/** Times in ns. Both pulse at once, as an LED beside a servo does. */
const trains: readonly (PulseTimes & { name: string; place: number })[] = [
  { name: '50 Hz, 1.5 ms', place: 0, period: 20e6, high: 1.5e6 },
  { name: '200 Hz, half', place: 1, period: 5e6, high: 2.5e6 },
];

/** Who makes the pulses, each in its turn. */
interface Player {
  play(): Promise<void>;
  close(): Promise<void>;
  readonly log: EdgeLog;
}

/**
 * How far the edges of software's pulses are from where they should be, p99: rises from the grid of their period,
 * falls from their own rise. The thread is the one of the Pi, but there are no GPIO lines here: each edge is a real
 * ioctl on a pipe, and stamped when it has returned. Beside it, in turns, the same pulses by `setTimeout` in the main
 * thread, which does nothing else. The figure of record is that of a thread of ordinary priority.
 */
export async function softPwmBench(): Promise<Measurement[]> {
  const libc = await loadLibc();
  const folder = mkdtempSync(join(tmpdir(), 'soft-pwm-'));
  const path = join(folder, 'pipe');
  koffi.load(null).func('int mkfifo(const char *path, unsigned int mode)')(path, 0o600);
  const fd = openSync(path, 'r+');
  const players = {
    ordinary: threadPlayer(fd, 'ordinary'),
    'real-time': threadPlayer(fd, 'real-time'),
    timeouts: timeoutPlayer(libc, fd),
  };
  const deviations = new Map<string, number[]>();
  const of = (player: string, train: string) => deviations.get(`${player} ${train}`) ?? [];
  try {
    // Not of the figures: the threads' start.
    for (const player of Object.values(players)) await player.play();
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, player] of Object.entries(players)) {
        player.log.clear();
        await player.play();
        for (const train of trains) {
          const more = deviationsOf(player.log.of(train.place), train);
          deviations.set(`${name} ${train.name}`, [...of(name, train.name), ...more]);
        }
      }
    }
  } finally {
    for (const player of Object.values(players)) await player.close();
    closeSync(fd);
    rmSync(folder, { recursive: true });
  }
  const [servo, light] = trains.map(({ name }) => name) as [string, string];
  return (
    [
      ['soft-pwm-jitter', 'ordinary', servo],
      ['soft-pwm-jitter-200hz', 'ordinary', light],
      ['soft-pwm-jitter-real-time', 'real-time', servo],
    ] as const
  ).map(([id, player, train]) => {
    const value = percentile(of(player, train), 0.99);
    const baselineValue = percentile(of('timeouts', train), 0.99);
    const middle = percentile(of(player, train), 0.5).toFixed(1);
    return {
      id,
      value,
      unit: 'µs',
      baseline: `${train} by setTimeout (median of ours: ${middle})`,
      baselineValue,
      ratio: value / baselineValue,
      target: 'half of setTimeout',
      met: value <= baselineValue / 2,
      samples: of(player, train).length,
    };
  });
}

function threadPlayer(fd: number, priority: ThreadPriority): Player {
  const memory = new PulseMemory();
  const log = new EdgeLog();
  const workerData: SoftPwmWorkerData = {
    memory: memory.buffer,
    log: log.buffer,
    fd,
    request: bytesWaiting,
    priority,
  };
  const worker = new Worker(new URL('./soft-pwm-worker.ts', import.meta.url), { workerData });
  return {
    log,
    play: () => playByThread(memory),
    async close() {
      memory.stop();
      await worker.terminate();
    },
  };
}

function timeoutPlayer(libc: Libc, fd: number): Player {
  const log = new EdgeLog();
  return { log, play: () => playByTimeouts(libc, fd, log), async close() {} };
}

async function playByThread(memory: PulseMemory): Promise<void> {
  for (const { place, period, high } of trains) memory.lock.with(() => memory.begin(place, { period, high }));
  await sleep(roundMs);
  for (const { place } of trains) memory.lock.with(() => memory.end(place));
}

/** The same grid and the same rule for falls, as timers of the event loop can keep them. */
async function playByTimeouts(libc: Libc, fd: number, log: EdgeLog): Promise<void> {
  const answer = Buffer.alloc(16);
  const now = () => performance.now() * 1e6;
  let playing = true;
  for (const { place, period, high } of trains) {
    const bit = 1 << place;
    const set = (bits: number) => {
      libc.ioctl(fd, bytesWaiting, answer);
      log.add(now(), bits, bit);
    };
    const wait = (until: number, action: () => void) =>
      setTimeout(
        () => {
          if (playing) action();
        },
        Math.max(0, until - now()) / 1e6,
      );
    const rise = (due: number) => {
      const begin = now();
      set(bit);
      wait(begin + high, () => set(0));
      wait(due + period, () => rise(due + period));
    };
    rise(now());
  }
  await sleep(roundMs);
  playing = false;
}

/** In µs. The grid is the one that fits the rises best: a rise is never early, so it is that of the earliest. */
function deviationsOf(edges: { at: number; level: 0 | 1 }[], { period, high }: PulseTimes): number[] {
  const rises = edges.filter(({ level }) => level === 1).map(({ at }) => at);
  const first = rises[0] ?? 0;
  const offsets = rises.map((at) => at - first - Math.round((at - first) / period) * period);
  const earliest = Math.min(...offsets);
  const late = offsets.map((offset) => offset - earliest);
  const widths = edges.flatMap(({ at, level }, index) => {
    const rise = edges[index - 1];
    return level === 0 && rise?.level === 1 ? [Math.abs(at - rise.at - high)] : [];
  });
  return [...late, ...widths].map((ns) => ns / 1000);
}
