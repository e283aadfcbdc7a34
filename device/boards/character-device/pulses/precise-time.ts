/** The kernel's monotonic clock for one thread, in ns; its sleeps are as exact as the kernel's timers. */
export interface PreciseTime {
  /** `CLOCK_MONOTONIC`, as in the kernel's line events. */
  now(): number;
  /** Blocks the calling thread until then. */
  sleepUntil(time: number): void;
}

const clockMonotonic = 1;
/** `TIMER_ABSTIME`: no drift by what is done between two sleeps. */
const absolute = 1;
/** `PR_SET_TIMERSLACK`: by how many ns the kernel may be late to bundle timers; 50 µs unless told. */
const setTimerSlack = 29;
/** `SCHED_FIFO` and its lowest priority. */
const firstInFirstOut = 1;
const lowestPriority = 1;

/** Whether a thread competes as all others do, or goes ahead of them. */
export type ThreadPriority = 'ordinary' | 'real-time';

/**
 * Makes the calling thread as punctual as it may be: no slack in its timers, and ahead of all ordinary threads where
 * the process may do so (`LimitRTPRIO=1` in its service). Each thread must load this by itself.
 */
export async function loadPreciseTime(priority: ThreadPriority = 'real-time'): Promise<PreciseTime> {
  const { default: koffi } = await import('koffi');
  const library = koffi.load(null);
  const nanosleep = library.func(
    'int clock_nanosleep(int clock, int flags, const uint8_t *until, void *rest)',
  );
  library.func('int prctl(int option, unsigned long a, unsigned long b, unsigned long c, unsigned long d)')(
    setTimerSlack,
    1,
    0,
    0,
    0,
  );
  if (priority === 'real-time') {
    const parameter = new Uint8Array(new Int32Array([lowestPriority]).buffer);
    library.func('int sched_setscheduler(int thread, int policy, const uint8_t *parameter)')(
      0,
      firstInFirstOut,
      parameter,
    );
  }

  // performance.now() is the same clock from another origin, but makes no garbage.
  const origin = Number(process.hrtime.bigint()) - performance.now() * 1e6;
  /** `struct timespec { int64 seconds; int64 nanoseconds; }` */
  const timespec = Buffer.alloc(16);
  return {
    now: () => origin + performance.now() * 1e6,
    sleepUntil(time) {
      const seconds = Math.floor(time / 1e9);
      timespec.writeUInt32LE(seconds, 0);
      timespec.writeUInt32LE(Math.floor(time - seconds * 1e9), 8);
      nanosleep(clockMonotonic, absolute, timespec, null);
    },
  };
}
