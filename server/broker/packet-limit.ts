import type { Duplex } from 'node:stream';

/**
 * Follows the framing of MQTT 3.1.1 (§2.2: a type byte, then the remaining length in up to four bytes of seven bits)
 * through a stream of chunks, to know a packet's size before its body has come.
 */
export class PacketScanner {
  readonly #maxBytes: number;
  /** Bytes of the current packet's body still to come; undefined within a header. */
  #body: number | undefined;
  /** Bytes of the header seen so far, and the length they make. */
  #headerBytes = 0;
  #length = 0;

  /** @param maxBytes largest body of a packet. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** False when a packet begins in this chunk that is larger than allowed, or whose length is malformed. */
  accept(chunk: Uint8Array): boolean {
    let at = 0;
    while (at < chunk.length) {
      if (this.#body !== undefined) {
        const taken = Math.min(this.#body, chunk.length - at);
        at += taken;
        this.#body -= taken;
        if (this.#body === 0) this.#body = undefined;
        continue;
      }
      const byte = chunk[at++] as number;
      if (this.#headerBytes++ === 0) continue;
      this.#length += (byte & 0x7f) * 128 ** (this.#headerBytes - 2);
      if (this.#length > this.#maxBytes) return false;
      if (byte & 0x80) {
        if (this.#headerBytes === 5) return false;
        continue;
      }
      this.#body = this.#length === 0 ? undefined : this.#length;
      this.#headerBytes = 0;
      this.#length = 0;
    }
    return true;
  }
}

/**
 * Ends a connection as soon as a packet announces itself as too large. Aedes has no such limit: its parser gathers
 * up to the protocol's 256 MiB before anybody may judge the packet, which lets a few clients fill the memory.
 * Aedes pulls with `read()`, so that is where the chunks are seen; nothing is copied.
 */
export function limitPackets(connection: Duplex, maxBytes: number, refused: () => void): void {
  const scanner = new PacketScanner(maxBytes);
  const read = connection.read.bind(connection);
  connection.read = (size?: number) => {
    const chunk: Buffer | null = read(size);
    if (chunk === null || scanner.accept(chunk)) return chunk;
    refused();
    connection.destroy();
    return null;
  };
}
