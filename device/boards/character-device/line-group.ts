import { closeSync } from 'node:fs';
import type { Level } from '../../parts/driver.ts';
import { type Libc, SystemCallError } from './libc.ts';
import { gpioFailed, lineInUse } from './problems.ts';
import {
  decodeLineBits,
  decodeLineInfo,
  decodeRequestFd,
  encodeLineInfoQuery,
  encodeLineRequest,
  encodeLineValues,
  ioctls,
  type LineRequest,
} from './uapi.ts';

/** Lines that the kernel has given us in one request. */
export class LineGroup {
  readonly fd: number;
  readonly #libc: Libc;
  readonly #places: ReadonlyMap<number, number>;

  /** @throws ProblemError `pin-in-use` or `gpio-failed`. */
  constructor(libc: Libc, chipFd: number, request: LineRequest) {
    const bytes = encodeLineRequest(request);
    try {
      libc.ioctl(chipFd, ioctls.getLine, bytes);
    } catch (error) {
      throw refusal(libc, chipFd, request, error);
    }
    this.#libc = libc;
    this.fd = decodeRequestFd(bytes);
    this.#places = new Map(request.offsets.map((offset, index) => [offset, index]));
  }

  has(gpio: number): boolean {
    return this.#places.has(gpio);
  }

  /** The place of a line in the request, from 0. @throws RangeError when it is not one of ours. */
  place(gpio: number): number {
    const place = this.#places.get(gpio);
    if (place === undefined) throw new RangeError(`GPIO ${gpio} is not in this request`);
    return place;
  }

  read(gpio: number): Level {
    const bit = 1n << BigInt(this.place(gpio));
    const bytes = encodeLineValues(0n, bit);
    this.#libc.ioctl(this.fd, ioctls.getValues, bytes);
    return (decodeLineBits(bytes) & bit) === 0n ? 0 : 1;
  }

  /** Sets the line at a place. @throws SystemCallError */
  set(place: number, level: Level): void {
    const bit = 1n << BigInt(place);
    this.#libc.ioctl(this.fd, ioctls.setValues, encodeLineValues(level === 1 ? bit : 0n, bit));
  }

  /** Gives the lines back to the kernel. */
  close(): void {
    closeSync(this.fd);
  }
}

function refusal(libc: Libc, chipFd: number, request: LineRequest, error: unknown) {
  if (error instanceof SystemCallError && error.code === 'EBUSY') {
    for (const gpio of request.offsets) {
      const bytes = encodeLineInfoQuery(gpio);
      libc.ioctl(chipFd, ioctls.getLineInfo, bytes);
      const { used, consumer } = decodeLineInfo(bytes);
      if (used) return lineInUse(gpio, consumer);
    }
  }
  return gpioFailed(error);
}
