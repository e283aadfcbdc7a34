import { inflateSync } from 'node:zlib';

const head = { woff: 44, sfnt: 12 } as const;
const entry = { woff: 20, sfnt: 16 } as const;

/**
 * The font (TrueType or OpenType) within a WOFF 1 file. PDFKit reads WOFF too, but inflates the letters' table anew for
 * each letter, which takes a second for a contract.
 */
export function unwrapWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('this is no WOFF file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = head.woff + index * entry.woff;
    const [offset, packed, length] = [4, 8, 12].map((skip) => woff.readUInt32BE(at + skip)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.subarray(at + 16, at + 20),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    };
  });
  const font = Buffer.alloc(
    head.sfnt + count * entry.sfnt + tables.reduce((sum, { bytes }) => sum + padded(bytes.length), 0),
  );
  const power = 2 ** Math.floor(Math.log2(count));
  woff.copy(font, 0, 4, 8);
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(power * 16, 6);
  font.writeUInt16BE(Math.log2(power), 8);
  font.writeUInt16BE((count - power) * 16, 10);
  let offset = head.sfnt + count * entry.sfnt;
  tables.forEach(({ tag, checksum, bytes }, index) => {
    const at = head.sfnt + index * entry.sfnt;
    tag.copy(font, at);
    checksum.copy(font, at + 4);
    font.writeUInt32BE(offset, at + 8);
    font.writeUInt32BE(bytes.length, at + 12);
    bytes.copy(font, offset);
    offset += padded(bytes.length);
  });
  return font;
}

/** Tables begin at multiples of four. */
function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
