/** A call of the C library failed. */
export class SystemCallError extends Error {
  /** Its name, such as `EBUSY`, or its number where the name is unknown. */
  readonly code: string;

  constructor(call: string, code: string) {
    super(`${call} failed: ${code}`);
    this.name = 'SystemCallError';
    this.code = code;
  }
}

/** The few calls of the C library that Node does not offer. */
export interface Libc {
  /** @param bytes read and written by the kernel. @throws SystemCallError */
  ioctl(fd: number, request: number, bytes: Buffer): void;
  /**
   * Waits in a thread of its own, without working, until `fd` or `wakeFd` has something to read.
   * @returns whether it is `fd`.
   */
  waitReadable(fd: number, wakeFd: number): Promise<boolean>;
  /** A counter that wakes who waits for it: write 8 bytes. @throws SystemCallError */
  eventfd(): number;
  /** Where bytes lie in memory, for structs that point to them. Who uses it keeps the bytes alive meanwhile. */
  addressOf(bytes: Buffer): bigint;
}

/** `POLLIN` and the size of `struct pollfd { int fd; short events; short revents; }`. */
const pollIn = 1;
const pollFdBytes = 8;

/** Loads koffi and the C library of the running process. */
export async function loadLibc(): Promise<Libc> {
  const { default: koffi } = await import('koffi');
  const library = koffi.load(null);
  const ioctl = library.func('int ioctl(int fd, unsigned long request, _Inout_ uint8_t *bytes)');
  const eventfd = library.func('int eventfd(unsigned int initial, int flags)');
  const poll = library.func('int poll(_Inout_ uint8_t *fds, unsigned long count, int timeout)');
  /** For ever, in another thread. */
  const pollForever = (fds: Buffer, count: number) =>
    new Promise<number>((resolve, reject) => {
      poll.async(fds, count, -1, (error: Error | null, result: number) =>
        error ? reject(error) : resolve(result),
      );
    });

  const codeOf = (errno: number) =>
    Object.entries(koffi.os.errno).find(([, number]) => number === errno)?.[0] ?? String(errno);
  const checked = (call: string, result: number): number => {
    if (result < 0) throw new SystemCallError(call, codeOf(koffi.errno()));
    return result;
  };

  return {
    ioctl(fd, request, bytes) {
      checked('ioctl', ioctl(fd, request, bytes));
    },
    eventfd: () => checked('eventfd', eventfd(0, 0)),
    addressOf: (bytes) => koffi.address(bytes),
    async waitReadable(fd, wakeFd) {
      const fds = Buffer.alloc(2 * pollFdBytes);
      [fd, wakeFd].forEach((one, index) => {
        fds.writeInt32LE(one, index * pollFdBytes);
        fds.writeInt16LE(pollIn, index * pollFdBytes + 4);
      });
      // A signal may interrupt the wait; then it is begun again.
      while ((await pollForever(fds, 2)) < 0);
      return fds.readInt16LE(pollFdBytes + 6) === 0;
    },
  };
}
