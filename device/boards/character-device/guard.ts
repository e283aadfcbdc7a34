import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Level } from '../../parts/driver.ts';

/** A small process beside ours that makes outputs safe when ours is gone without having done so itself. */
export interface Guard {
  readonly pid: number | undefined;
  /** From now on these outputs are to end at their level, and only these. Takes effect before it returns. */
  protect(outputs: readonly GuardedOutput[]): void;
  /**
   * What a part sends over SPI. The first transfer of each chip select after `protect` is sent again at the end: the
   * state of a part right after wiring is its safe one, and a strip of LEDs keeps its colours until it is told others.
   */
  sent(chipSelect: 0 | 1, hertz: number, bytes: Uint8Array): void;
  /** All outputs are safe: the guard ends and does nothing. Resolved when it is gone. */
  dismiss(): Promise<void>;
}

/** An output and the level at which it is safe. */
export interface GuardedOutput {
  /** The number of a line of the chip, or the folder of a channel of the hardware's PWM, which has no line. */
  readonly place: number | string;
  readonly level: Level;
}

export interface GuardOptions {
  /** Labels of the chip whose lines are protected. */
  readonly chipLabels: readonly string[];
  /** Where the chips' device files are. */
  readonly folder: string;
  /** There is no guard, or no longer one. */
  readonly onFailure: (error: unknown) => void;
  /** What makes outputs safe: it is given them as one more argument, separated by spaces. */
  readonly program?: readonly string[];
}

/**
 * What the guard does until we are gone: a shell, because it needs 1 MB where Node needs 40. Its standard input is
 * our end of a pipe, which the kernel closes whatever ends us. systemd signals all processes of a service when the
 * main one has died, so the signals that ask a process to end are ignored; Node does not inherit that, so a program
 * that was hit by one is started again.
 */
const script = `
trap '' TERM INT HUP
outputs=
while read -r word rest; do
  case $word in
    outputs) outputs=$rest ;;
    also) outputs="$outputs $rest" ;;
    done) exit 0 ;;
  esac
done
[ -z "$outputs" ] && exit 0
for attempt in 1 2 3 4 5; do
  "$@" "$outputs"
  [ $? -lt 128 ] && exit 0
done
`;

/** Starts the guard; it protects nothing yet. */
export function startGuard({ chipLabels, folder, onFailure, program }: GuardOptions): Guard {
  const makeSafe = program ?? [
    process.execPath,
    fileURLToPath(new URL('./guard-main.ts', import.meta.url)),
    folder,
    chipLabels.join(','),
  ];
  const shell = spawn('/bin/sh', ['-c', script, 'steckbrett-guard', ...makeSafe], {
    // A session of its own: Ctrl-C in our terminal is not for it.
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  let dismissed = false;
  const gone = new Promise<void>((resolve) => {
    shell.once('exit', (code, signal) => {
      resolve();
      if (!dismissed) onFailure(new Error(`the guard ended: ${signal ?? code}`));
    });
    shell.once('error', (error) => {
      resolve();
      onFailure(error);
    });
  });
  // Neither it nor the pipe keeps us alive; a broken pipe is what "exit" tells.
  shell.unref();
  shell.stdin.on('error', () => {});
  if ('unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref();
  const say = (line: string) => {
    if (shell.stdin.writable) shell.stdin.write(`${line}\n`);
  };
  const heardOf = new Set<number>();
  return {
    pid: shell.pid,
    protect(outputs) {
      heardOf.clear();
      say(`outputs ${outputs.map(({ place, level }) => `${place}=${level}`).join(' ')}`);
    },
    sent(chipSelect, hertz, bytes) {
      if (heardOf.has(chipSelect)) return;
      heardOf.add(chipSelect);
      say(`also spi:${chipSelect}:${hertz}:${Buffer.from(bytes).toString('hex')}`);
    },
    async dismiss() {
      dismissed = true;
      shell.ref();
      if (shell.stdin.writable) shell.stdin.end('done\n');
      await gone;
    },
  };
}
