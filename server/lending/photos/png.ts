import { crc32 } from 'node:zlib';
import type { CleanPhoto } from './photo.ts';
import { notAPhoto } from './photo-problems.ts';

/** The picture itself and its colours; everything else (`tEXt`, `eXIf`, `tIME` …) may tell of people and places. */
const kept: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'pHYs',
]);

/**
 * A PNG with nothing but its picture.
 *
 * @throws HttpProblem `photo-unreadable`
 */
export function cleanPng(bytes: Buffer): CleanPhoto {
  const parts: Buffer[] = [bytes.subarray(0, 8)];
  let size: { width: number; height: number } | undefined;
  let data = false;
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) throw notAPhoto();
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw notAPhoto();
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw notAPhoto();
    if (!size) {
      if (type !== 'IHDR' || length !== 13) throw notAPhoto();
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    data ||= type === 'IDAT';
    if (kept.has(type)) parts.push(bytes.subarray(at, end));
    at = end;
    if (type === 'IEND') break;
  }
  if (!data) throw notAPhoto();
  return { type: 'image/png', bytes: Buffer.concat(parts), ...size };
}
