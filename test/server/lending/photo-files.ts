import { crc32, deflateSync } from 'node:zlib';

/** Where it was taken: Mainz, as EXIF has it, in TIFF with a GPS directory. */
export function exifWithGps(): Buffer {
  const tiff = Buffer.alloc(26 + 2 + 2 * 12 + 4 + 24);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  // The first directory has one entry, which points to that of the place.
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x8825, 10);
  tiff.writeUInt16LE(4, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt32LE(26, 18);
  // 49° 59′ 58″ N
  tiff.writeUInt16LE(2, 26);
  tiff.writeUInt16LE(1, 28);
  tiff.writeUInt16LE(2, 30);
  tiff.writeUInt32LE(2, 32);
  tiff.write('N\0', 36, 'latin1');
  tiff.writeUInt16LE(2, 40);
  tiff.writeUInt16LE(5, 42);
  tiff.writeUInt32LE(3, 44);
  tiff.writeUInt32LE(56, 48);
  for (const [index, value] of [49, 1, 59, 1, 58, 1].entries()) tiff.writeUInt32LE(value, 56 + index * 4);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

/** A grey JPEG of 8 × 8 px as the standard's example tables have it, with what cameras write beside the picture. */
export function jpegWithGps(): Buffer {
  const dqt = Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)]);
  const frame = Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
  // One code each: "no difference", and "end of block".
  const dc = Buffer.from([0x00, 1, ...Array(15).fill(0), 0]);
  const ac = Buffer.from([0x10, 1, ...Array(15).fill(0), 0]);
  const scan = Buffer.from([1, 1, 0, 0, 63, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, exifWithGps()),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPSLatitude</x:xmpmeta>')),
    segment(0xed, Buffer.from('Photoshop 3.0\0Vera Verein')),
    segment(0xfe, Buffer.from('aufgenommen von Vera')),
    segment(0xdb, dqt),
    segment(0xc0, frame),
    segment(0xc4, dc),
    segment(0xc4, ac),
    segment(0xda, scan),
    Buffer.from([0x3f, 0xff, 0x00, 0xff, 0xd9]),
    // Phones put a little film, or another picture with its own EXIF, behind the end.
    exifWithGps(),
  ]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** A white PNG with EXIF and words. */
export function pngWithWords(width = 4, height = 4): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 1_000_000)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('tEXt', Buffer.from('Author\0Vera Verein')),
    pngChunk('eXIf', exifWithGps().subarray(6)),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** An extended WebP of 1 × 1 px with EXIF and XMP after the picture. */
export function webpWithGps(): Buffer {
  const canvas = Buffer.alloc(10);
  canvas[0] = 0x08 | 0x04;
  const body = Buffer.concat([
    webpChunk('VP8X', canvas),
    webpChunk('VP8L', Buffer.from('2f0000000007d0fffef7bfff8188e87f0000', 'hex')),
    webpChunk('EXIF', exifWithGps()),
    webpChunk('XMP ', Buffer.from('<x:xmpmeta>GPSLatitude</x:xmpmeta>')),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

function webpChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
