import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentConfig } from '../../../device/agent/config.ts';
import { writeArchive } from '../guest/cpio.ts';
import { ensureGuest, type Guest } from '../guest/guest.ts';
import { ensureEmulator } from '../guest/tools.ts';
import { GpioWitness } from '../witness/gpio-witness.ts';
import { openQtest } from '../witness/qtest.ts';
import { GuestProcess, quote } from './guest-process.ts';
import { openQmp } from './qmp.ts';
import { openShellLines, type ShellLines } from './shell-lines.ts';

/** Longest time from power to the first shell; boots of 4 to 30 s were seen on a busy machine. */
const bootPatienceMs = 120_000;
/** How long a command waits for a free shell; a line is back within a fraction of a second. */
const shellPatienceMs = 30_000;

/** Where the guest finds the machine that emulates it. */
export const hostInGuest = '10.0.2.2';

/** A Raspberry Pi 3B that QEMU emulates, with a Linux of its own. */
export interface EmulatedPi {
  /** Watches and drives the pins from outside the guest. */
  readonly gpio: GpioWitness;
  /** From power to the first shell with network; ms. */
  readonly bootMs: number;
  /** What was built and copied before power came; ms. */
  readonly preparationMs: number;
  /** Changes a device that was wired to a bus with {@link BootOptions.wired}: `set('thermo', 'temperature', 21_500)`. */
  set(id: string, property: string, value: unknown): Promise<void>;
  /** What the guest has written on its serial console. */
  console(): string;
  /** Starts a program in the guest, as root unless told otherwise. */
  start(command: string, options?: { user?: 'pi' }): Promise<GuestProcess>;
  /** Runs commands to their end and gives what they printed. @throws Error when the status is not 0. */
  run(command: string): Promise<string>;
  /** Takes the power away, as pulling the plug does. */
  cutPower(): Promise<void>;
}

export interface BootOptions {
  /** The agent's config file; where it is there, the agent is started at boot and again whenever it ends. */
  readonly agent?: AgentConfig;
  /** What is wired to the board's buses. */
  readonly wired?: readonly WiredDevice[];
}

/** A device of QEMU on an I²C bus of the board, such as the thermometer `tmp105`. */
export interface WiredDevice {
  /** Name for {@link EmulatedPi.set}. */
  readonly id: string;
  /** As `qemu-system-aarch64 -device help` names it. */
  readonly type: string;
  /** 1 is the one on the header, GPIO 2 and 3. */
  readonly i2cBus: number;
  /** 7 bits. */
  readonly address: number;
}

/** Builds the guest where needed, and boots it. Resolved when it has network and takes commands. */
export async function bootPi({ agent, wired = [] }: BootOptions = {}): Promise<EmulatedPi> {
  const beginning = performance.now();
  const qemu = ensureEmulator();
  const folder = mkdtempSync(join(tmpdir(), 'steckbrett-pi-'));
  const built = await ensureGuest();
  const guest = agent === undefined ? built : await withAgent(built, agent, folder);
  const shells = await openShellLines();
  const sockets = { qtest: join(folder, 'qtest'), qmp: join(folder, 'qmp') };
  const begin = performance.now();
  const machine = spawn(qemu, qemuArguments(guest, shells.port, sockets, wired), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let console = '';
  for (const stream of [machine.stdout, machine.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      console += text;
    });
  const gone = once(machine, 'exit');
  // Whoever ends this process ends the machine with it.
  const kill = () => void machine.kill('SIGKILL');
  process.once('exit', kill);
  const clean = () => {
    process.off('exit', kill);
    shells.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const gpio = new GpioWitness(await openQtest(sockets.qtest));
    await gpio.watch();
    const qmp = await openQmp(sockets.qmp);
    await firstShell(shells, machine);
    const bootMs = performance.now() - begin;
    return {
      gpio,
      bootMs,
      preparationMs: begin - beginning,
      console: () => console,
      async set(id, property, value) {
        await qmp.ask('qom-set', { path: `/machine/peripheral/${id}`, property, value });
      },
      async start(command, { user } = {}) {
        const whole = user === undefined ? command : `su -s /bin/sh -c ${quote(`exec ${command}`)} ${user}`;
        return new GuestProcess(await shells.take(shellPatienceMs), whole).begun();
      },
      async run(command) {
        const shell = await shells.take(shellPatienceMs);
        const ran = new GuestProcess(shell, `sh -c ${quote(command)} </dev/null`);
        const status = await ran.ended();
        if (status !== 0)
          throw new Error(`The guest's shell ended with ${status}: ${command}\n${ran.output}`);
        return ran.output;
      },
      async cutPower() {
        gpio.close();
        qmp.close();
        kill();
        await gone;
        clean();
      },
    };
  } catch (error) {
    kill();
    clean();
    throw new Error(`The emulated Pi did not start: ${String(error)}\n${console}`, { cause: error });
  }
}

/** The same guest with the agent's config file, which belongs to one Pi only. */
async function withAgent(guest: Guest, agent: AgentConfig, folder: string): Promise<Guest> {
  const source = join(folder, 'pi.json');
  writeFileSync(source, JSON.stringify(agent), { mode: 0o644 });
  const addition = join(folder, 'config.cpio');
  await writeArchive(addition, [{ path: 'etc/steckbrett/pi.json', source }]);
  const initramfs = join(folder, 'guest.cpio');
  copyFileSync(guest.initramfs, initramfs);
  appendFileSync(initramfs, readFileSync(addition));
  return { ...guest, initramfs };
}

/** Waits until the guest has dialled in, and gives the line back by using it up. */
async function firstShell(shells: ShellLines, machine: ChildProcess): Promise<void> {
  const died = once(machine, 'exit').then(([status]) => {
    throw new Error(`QEMU ended with ${status}`);
  });
  died.catch(() => {});
  const shell = await Promise.race([shells.take(bootPatienceMs), died]);
  shell.end('exit\n');
}

/** What the kernel would do for safety only, and which takes a third of the boot in the emulation. */
const quick = 'init_on_alloc=0 kpti=off mitigations=off nokaslr lsm=capability audit=0 cryptomgr.notests';

function qemuArguments(
  { kernel, deviceTree, initramfs }: Guest,
  shellPort: number,
  sockets: { qtest: string; qmp: string },
  wired: readonly WiredDevice[],
): string[] {
  const append = `console=ttyS1,115200 rdinit=/init quiet loglevel=2 panic=1 ${quick} steckbrett.shells=${shellPort}`;
  return [
    // With a thread for each core, the four emulated ones wait for each other on a small machine.
    ...['-machine', 'raspi3b', '-accel', 'tcg,thread=single', '-no-reboot'],
    ...['-kernel', kernel, '-dtb', deviceTree, '-initrd', initramfs, '-append', append],
    ...['-display', 'none', '-monitor', 'none', '-serial', 'null', '-serial', 'stdio'],
    ...['-netdev', 'user,id=n0', '-device', 'usb-net,netdev=n0'],
    ...['-qtest', `unix:${sockets.qtest},server=on,wait=off`, '-qtest-log', 'none'],
    ...['-qmp', `unix:${sockets.qmp},server=on,wait=off`],
    ...wired.flatMap(({ id, type, i2cBus, address }) => [
      '-device',
      `${type},id=${id},bus=i2c-bus.${i2cBus},address=${address}`,
    ]),
  ];
}
