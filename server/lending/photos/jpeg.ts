import type { CleanPhoto } from './photo.ts';
import { notAPhoto } from './photo-problems.ts';

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/** Says how large the picture is: all but DHT, JPG and DAC, which lie among them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** They stand alone, without a length. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * A JPEG with nothing but its picture: of what programs may write beside it (APP0 to APP15, comments) only JFIF, the
 * colour profile and Adobe's colour transform stay. EXIF with the place, XMP, thumbnails and what follows the
 * picture's end are gone.
 *
 * @throws HttpProblem `photo-unreadable`
 */
export function cleanJpeg(bytes: Buffer): CleanPhoto {
  const kept: Buffer[] = [Buffer.from([0xff, startOfImage])];
  let size: { width: number; height: number } | undefined;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) throw notAPhoto();
    const marker = bytes[at + 1];
    if (marker === undefined) throw notAPhoto();
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) break;
    if (isBare(marker)) {
      kept.push(bytes.subarray(at, at + 2));
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) throw notAPhoto();
    const length = bytes.readUInt16BE(at + 2);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw notAPhoto();
    if (isFrame(marker) && length >= 8) {
      size ??= { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    if (marker === startOfScan) end = endOfScan(bytes, end);
    if (stays(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (!size) throw notAPhoto();
  kept.push(Buffer.from([0xff, endOfImage]));
  return { type: 'image/jpeg', bytes: Buffer.concat(kept), ...size };
}

function stays(marker: number, data: Buffer): boolean {
  const says = (name: string) => data.subarray(0, name.length).toString('latin1') === name;
  if (marker === 0xe0) return says('JFIF\0');
  if (marker === 0xe2) return says('ICC_PROFILE\0');
  if (marker === 0xee) return says('Adobe');
  const beside = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  return !beside;
}

/** The picture's data runs until the next marker; FF 00 is a stuffed byte, FF D0 to D7 restart within it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw notAPhoto();
}
