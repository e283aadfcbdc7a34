import { setTimeout as sleep } from 'node:timers/promises';
import type { EmulatedPi } from './emulator/emulated-pi.ts';

/** Clock ticks a second in `/proc/PID/stat`, everywhere on Linux. */
const ticksPerSecond = 100;
/** Longest that the agent may take to come to rest on a busy machine; ms. */
const restPatienceMs = 240_000;

/** The agent that the emulated Pi has started by itself, seen from within the guest. */
export class GuestAgent {
  readonly #pi: EmulatedPi;
  readonly #pid: string;

  /** @param pid another process that is looked at in the same way; words of the guest's shell. */
  constructor(pi: EmulatedPi, pid = agentPid) {
    this.#pi = pi;
    this.#pid = pid;
  }

  log(): Promise<string> {
    return this.#pi.run('cat /tmp/agent.log');
  }

  /** Ends it at once, as the kernel does when memory runs out. */
  async kill(): Promise<void> {
    await this.#pi.run(`kill -9 ${this.#pid}`);
  }

  /** Resident memory (VmRSS); MB of 10⁶ bytes. */
  async residentMegabytes(): Promise<number> {
    const status = await this.#pi.run(`cat /proc/${this.#pid}/status`);
    return (Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024) / 1e6;
  }

  /** Share of one emulated core that it uses while nothing is asked of it; measured over these seconds of the guest. */
  async idleShare(seconds: number): Promise<number> {
    const [before, after] = [await this.#usage(), await sleep(seconds * 1000).then(() => this.#usage())];
    return (after.busy - before.busy) / (after.uptime - before.uptime);
  }

  /** Seconds since the guest's kernel began, and of processor time that the agent has used. */
  async #usage(): Promise<{ uptime: number; busy: number }> {
    const [stat = '', uptime = ''] = (
      await this.#pi.run(`cat /proc/${this.#pid}/stat; cat /proc/uptime`)
    ).split('\n');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      uptime: Number(uptime.split(' ')[0]),
      busy: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
    };
  }

  /** Resolved when the isolate of the next program is ready, which the agent makes beforehand and which takes long here. */
  async untilAtRest(): Promise<void> {
    const end = performance.now() + restPatienceMs;
    let quiet = 0;
    for (let before = await this.#usage(); performance.now() < end; ) {
      await sleep(1_500);
      const now = await this.#usage();
      const isolates = Number(
        await this.#pi.run(`cat /proc/${this.#pid}/task/*/comm | grep -c WorkerThread || true`),
      );
      // Making one ready keeps at least one core busy all the time.
      const isQuiet = isolates > 0 && now.busy - before.busy < (now.uptime - before.uptime) / 4;
      quiet = isQuiet ? quiet + 1 : 0;
      // The thread may merely not have begun, or wait for a moment.
      if (quiet === 2) return;
      before = now;
    }
    throw new Error(`the agent does not come to rest; it says: ${await this.log()}`);
  }
}

/** The shell's words for its number; brackets, so that who looks for it does not find themselves. */
const agentPid =
  "$(grep -l '[a]gent-process.js' /proc/[0-9]*/cmdline 2>/dev/null | head -n 1 | cut -d / -f 3)";
