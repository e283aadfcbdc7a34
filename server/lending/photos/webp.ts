import type { CleanPhoto } from './photo.ts';
import { notAPhoto } from './photo-problems.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Says in an extended file's head that EXIF or XMP follow. */
const metadataFlags = 0x08 | 0x04;

/**
 * A WebP with nothing but its picture. A moving one is no photo.
 *
 * @throws HttpProblem `photo-unreadable`
 */
export function cleanWebp(bytes: Buffer): CleanPhoto {
  const parts: Buffer[] = [];
  let canvas: Size | undefined;
  let picture: Size | undefined;
  const stop = Math.min(bytes.length, bytes.readUInt32LE(4) + 8);
  for (let at = 12; at + 8 <= stop; ) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length;
    if (end > bytes.length) throw notAPhoto();
    const data = bytes.subarray(at + 8, end);
    if (type === 'VP8X') {
      canvas = canvasSize(data);
      const plain = Buffer.from(data);
      plain[0] = (plain[0] ?? 0) & ~metadataFlags;
      parts.push(chunk(type, plain));
    } else if (type === 'VP8 ' || type === 'VP8L') {
      picture = type === 'VP8 ' ? lossySize(data) : losslessSize(data);
      parts.push(chunk(type, data));
    } else if (type === 'ALPH' || type === 'ICCP') {
      parts.push(chunk(type, data));
    }
    at = end + (length % 2);
  }
  if (!picture) throw notAPhoto();
  const body = Buffer.concat(parts);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return { type: 'image/webp', bytes: Buffer.concat([head, body]), ...(canvas ?? picture) };
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function canvasSize(data: Buffer): Size {
  if (data.length < 10) throw notAPhoto();
  return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
}

function lossySize(data: Buffer): Size {
  if (data.length < 10 || data.toString('hex', 3, 6) !== '9d012a') throw notAPhoto();
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
}

function losslessSize(data: Buffer): Size {
  if (data.length < 5 || data[0] !== 0x2f) throw notAPhoto();
  const bits = data.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
