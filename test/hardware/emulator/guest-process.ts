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

  /** Sends a line to its standard input. */
  send(line: string): void {
    this.#shell.write(`${line}\n`);
  }

  /** Resolved with the first match in its output, printed already or to come. @throws Error when it ends before. */
  waitFor(pattern: RegExp, timeoutMs = 30_000): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        this.#waiting.delete(check);
      };
      const fail = (why: string) => {
        end();
        reject(new Error(`${why} before it printed ${pattern}. It printed:\n${this.output}`));
      };
      const check = () => {
        const match = pattern.exec(this.output);
        if (!match) return this.#open ? undefined : fail('The program ended');
        end();
        resolve(match);
      };
      const timer = setTimeout(() => fail(`${timeoutMs} ms passed`), timeoutMs);
      this.#waiting.add(check);
      check();
    });
  }

  /** Resolved with its exit status; `undefined` when the line broke, as at a power cut. */
  async ended(): Promise<number | undefined> {
    await this.#closed;
    return this.status;
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
