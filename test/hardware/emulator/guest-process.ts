import type { Socket } from 'node:net';

/** A program that runs in the guest, over a shell's line. */
export class GuestProcess {
  /** Everything it has printed so far, errors too, without the marks of this class. */
  output = '';
  /** Its number in the guest. */
  pid: number | undefined;
  /** Its exit status; known when the line has closed. */
  status: number | undefined;

  readonly #shell: Socket;
  readonly #closed: Promise<void>;
  readonly #waiting = new Set<() => void>();
  #rest = '';
  #open = true;

  /**
   * Starts a program.
   * @param command for the guest's shell; the program reads what {@link send} sends.
   */
  constructor(shell: Socket, command: string) {
    this.#shell = shell;
    shell.setEncoding('utf8');
    shell.on('data', (text: string) => this.#hear(text));
    this.#closed = new Promise((resolve) =>
      shell.once('close', () => {
        this.#open = false;
        for (const check of [...this.#waiting]) check();
        resolve();
      }),
    );
    const program = quote(`echo "::pid $$"; exec ${command}`);
    shell.write(`sh -c ${program} 2>&1; echo "::exit $?"; exit\n`);
  }

  /** Resolved when the program has begun: what is sent earlier, the shell would read as commands of its own. */
  async begun(): Promise<this> {
    await this.#until(() => this.pid !== undefined, 'its process number', 60_000);
    return this;
  }

  /** Sends a line to its standard input. */
  send(line: string): void {
    this.#shell.write(`${line}\n`);
  }

  /** The lines it has printed so far. */
  lines(): string[] {
    return this.output.split('\n').slice(0, -1);
  }

  /** Resolved when it has printed so many lines. @throws Error when it ends before, or the time is over. */
  async waitForLines(count: number, timeoutMs: number): Promise<void> {
    await this.#until(() => this.lines().length >= count, `${count} lines`, timeoutMs);
  }

  /** Resolved when its output, printed already or to come, has a match. @throws Error as `waitForLines`. */
  async waitFor(pattern: RegExp, timeoutMs = 60_000): Promise<void> {
    await this.#until(() => pattern.test(this.output), String(pattern), timeoutMs);
  }

  /** Resolved with its exit status; `undefined` when the line broke, as at a power cut. */
  async ended(): Promise<number | undefined> {
    await this.#closed;
    return this.status;
  }

  #until(reached: () => boolean, what: string, timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        this.#waiting.delete(check);
      };
      const fail = (why: string) => {
        end();
        reject(new Error(`${why} before ${what} came. It printed:\n${this.output}`));
      };
      const check = () => {
        if (reached()) {
          end();
          resolve();
        } else if (!this.#open) fail('The program ended');
      };
      const timer = setTimeout(() => fail(`${timeoutMs} ms passed`), timeoutMs);
      this.#waiting.add(check);
      check();
    });
  }

  #hear(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const mark = /::(pid|exit) (\d+)$/.exec(line);
      if (mark?.[1] === 'pid') this.pid = Number(mark[2]);
      else if (mark) this.status = Number(mark[2]);
      // A program's last line need not end with a line feed; the mark then follows it.
      this.output += mark ? line.slice(0, mark.index) : `${line}\n`;
    }
    for (const check of [...this.#waiting]) check();
  }
}

/** As one word of a shell. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
