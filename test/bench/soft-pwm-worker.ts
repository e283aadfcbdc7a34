import { workerData } from 'node:worker_threads';
import { loadLibc } from '../../device/boards/character-device/libc.ts';
import {
  loadPreciseTime,
  type ThreadPriority,
} from '../../device/boards/character-device/pulses/precise-time.ts';
import { runPulses } from '../../device/boards/character-device/pulses/pulse-loop.ts';
import { PulseMemory } from '../../device/boards/character-device/pulses/pulse-memory.ts';
import { EdgeLog } from './edge-log.ts';

/** What the thread is given. */
export interface SoftPwmWorkerData {
  readonly memory: SharedArrayBuffer;
  readonly log: SharedArrayBuffer;
  /** Takes an ioctl, as lines do. */
  readonly fd: number;
  /** That ioctl. */
  readonly request: number;
  readonly priority: ThreadPriority;
}

/** The pulsing thread as it is on a Pi, but for the ioctl's number; each edge is stamped when its ioctl has returned. */
const { memory, log, fd, request, priority } = workerData as SoftPwmWorkerData;
const libc = await loadLibc();
const time = await loadPreciseTime(priority);
const edges = new EdgeLog(log);
const answer = Buffer.alloc(16);
runPulses(new PulseMemory(memory), {
  ...time,
  set({ bits, mask }) {
    libc.ioctl(fd, request, answer);
    edges.add(time.now(), bits, mask);
  },
});
