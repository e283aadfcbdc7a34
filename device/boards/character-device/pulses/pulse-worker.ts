import { workerData } from 'node:worker_threads';
import { loadLibc } from '../libc.ts';
import { encodeLineValues, ioctls } from '../uapi.ts';
import { loadPreciseTime } from './precise-time.ts';
import { runPulses } from './pulse-loop.ts';
import { PulseMemory } from './pulse-memory.ts';

/** What the thread of {@link SoftPwm} is given. */
export interface PulseWorkerData {
  readonly memory: SharedArrayBuffer;
  /** Descriptor of the line request. */
  readonly fd: number;
}

const { memory, fd } = workerData as PulseWorkerData;
const libc = await loadLibc();
const time = await loadPreciseTime();
// What only the loading needed is given back before the thread blocks for good; there where the owner allows it.
globalThis.gc?.({ type: 'major', flavor: 'last-resort' });
runPulses(new PulseMemory(memory), {
  ...time,
  set: ({ bits, mask }) => libc.ioctl(fd, ioctls.setValues, encodeLineValues(BigInt(bits), BigInt(mask))),
});
