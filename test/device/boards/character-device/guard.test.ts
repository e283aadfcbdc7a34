import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const programs = new URL('./programs/', import.meta.url);
const guardedProcess = fileURLToPath(new URL('guarded-process.ts', programs));
const guardMain = fileURLToPath(
  new URL('../../../../device/boards/character-device/guard-main.ts', import.meta.url),
);

let folder: string;
let told: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guard-'));
  told = join(folder, 'told');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Stands for what makes outputs safe: notes which. */
const noting = () => ['/bin/sh', '-c', `printf '%s\\n' "$1" >>"${told}"`, 'noting'];

/** Whether a process exists, and is more than the remains of one. */
function lives(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Whether a process has come so far as to ignore a signal. */
function ignores(pid: number, signal: number): boolean {
  const mask = /^SigIgn:\s+(\w+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
  return (BigInt(`0x${mask}`) & (1n << BigInt(signal - 1))) !== 0n;
}

/** A process that is guarded, which does what it is told. */
class Guarded {
  readonly #child: ChildProcess;
  readonly #lines: Interface;
  readonly guardPid: number;

  private constructor(child: ChildProcess, lines: Interface, guardPid: number) {
    this.#child = child;
    this.#lines = lines;
    this.guardPid = guardPid;
  }

  static async start(program: readonly string[] = []): Promise<Guarded> {
    const child = spawn(process.execPath, [guardedProcess, ...program], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const lines = createInterface(child.stdout!);
    const [first] = await once(lines, 'line');
    return new Guarded(child, lines, Number(String(first).split(' ')[1]));
  }

  async tell(line: string): Promise<void> {
    const answer = once(this.#lines, 'line');
    this.#child.stdin!.write(`${line}\n`);
    await answer;
  }

  /** Ends the process from outside, or from inside with `throw`. */
  async end(how: NodeJS.Signals | 'throw' | 'stdin'): Promise<void> {
    const exit = once(this.#child, 'exit');
    if (how === 'throw') this.#child.stdin!.write('throw\n');
    else if (how === 'stdin') this.#child.stdin!.end();
    else this.#child.kill(how);
    await exit;
  }

  async guardIsGone(): Promise<void> {
    await expect.poll(() => lives(this.guardPid), { timeout: 20_000 }).toBe(false);
  }
}

describe('the guard of a process’s outputs', () => {
  it.each(['SIGKILL', 'SIGSEGV', 'throw'] as const)(
    'has the outputs of the last wiring set to their safe levels when the process ends by %s',
    async (how) => {
      const guarded = await Guarded.start(noting());
      await guarded.tell('protect 18=0 23=0');
      await guarded.tell('protect 18=0 24=1 25=0');
      await guarded.end(how);
      await guarded.guardIsGone();
      expect(readFileSync(told, 'utf8')).toBe('18=0 24=1 25=0\n');
    },
  );

  it('has what a part sent over SPI first sent again: its state right after wiring', async () => {
    const guarded = await Guarded.start(noting());
    for (const line of ['protect 18=0', 'sent 0 2400000 aa', 'protect /sys/pwm0=0 23=0'])
      await guarded.tell(line);
    for (const bytes of ['924924', 'dbdbdb', 'db4924']) await guarded.tell(`sent 0 2400000 ${bytes}`);
    await guarded.tell('sent 1 1000000 0180');
    await guarded.end('SIGKILL');
    await guarded.guardIsGone();
    expect(readFileSync(told, 'utf8')).toBe('/sys/pwm0=0 23=0 spi:0:2400000:924924 spi:1:1000000:0180\n');
  });

  it.each([
    { name: 'it was dismissed', tell: ['protect 18=0', 'dismiss'] },
    { name: 'nothing is wired', tell: ['protect 18=0', 'protect'] },
  ])('does nothing when $name', async ({ tell }) => {
    const guarded = await Guarded.start(noting());
    for (const line of tell) await guarded.tell(line);
    await guarded.end('SIGKILL');
    await guarded.guardIsGone();
    expect(existsSync(told)).toBe(false);
  });

  it('does not keep the process alive', async () => {
    const guarded = await Guarded.start(noting());
    await guarded.tell('protect 18=0');
    await guarded.end('stdin');
    await guarded.guardIsGone();
    expect(readFileSync(told, 'utf8')).toBe('18=0\n');
  });

  it('outlives the signals that a service manager sends to all processes of a service', async () => {
    const guarded = await Guarded.start(noting());
    await guarded.tell('protect 18=0');
    await expect.poll(() => ignores(guarded.guardPid, constants.signals.SIGTERM)).toBe(true);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.kill(guarded.guardPid, signal);
    await sleep(100);
    expect(lives(guarded.guardPid)).toBe(true);
    await guarded.end('SIGKILL');
    await guarded.guardIsGone();
    expect(readFileSync(told, 'utf8')).toBe('18=0\n');
  });

  it('begins again when such a signal hits what makes the outputs safe', async () => {
    // The first time it is killed before it has done anything.
    const script = `if [ -e "${told}-once" ]; then echo "$1" >"${told}"; else : >"${told}-once"; kill -9 $$; fi`;
    const guarded = await Guarded.start(['/bin/sh', '-c', script, 'interrupted']);
    await guarded.tell('protect 7=1');
    await guarded.end('SIGKILL');
    await guarded.guardIsGone();
    expect(readFileSync(told, 'utf8')).toBe('7=1\n');
  });

  it('ends quietly with the real program on a machine without the chip', async () => {
    const guarded = await Guarded.start();
    await guarded.tell('protect 18=0');
    await guarded.end('SIGKILL');
    await guarded.guardIsGone();
    const outputs = `18=0 ${folder}/pwm0=0 spi:0:2400000:924924`;
    const { status, stderr } = spawnSync(process.execPath, [guardMain, folder, 'no-such-chip', outputs], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    { level: 0, duty: '0' },
    { level: 1, duty: '20000000' },
  ])(
    'settles the channels of the hardware’s PWM at $level, those that are still there',
    ({ level, duty }) => {
      writeFileSync(join(folder, 'period'), '20000000\n');
      writeFileSync(join(folder, 'duty_cycle'), '1500000');
      const outputs = `18=0 ${folder}=${level} ${join(folder, 'gone')}=0`;
      const { status } = spawnSync(process.execPath, [guardMain, folder, 'no-such-chip', outputs]);
      expect(status).toBe(0);
      expect(readFileSync(join(folder, 'duty_cycle'), 'utf8')).toBe(duty);
    },
  );
});
