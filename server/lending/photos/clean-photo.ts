import { cleanJpeg } from './jpeg.ts';
import type { CleanPhoto } from './photo.ts';
import { notAPhoto, photoTooWide } from './photo-problems.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

const maxSide = 10_000;
const maxPixels = 50_000_000;

/**
 * Takes a photo in by what it is, not by what it is called, and cuts out where and with what it was taken.
 *
 * @throws HttpProblem `photo-unreadable` or `photo-too-wide`.
 */
export function cleanPhoto(bytes: Buffer): CleanPhoto {
  const photo = clean(bytes);
  const { width, height } = photo;
  if (width < 1 || height < 1) throw notAPhoto();
  if (width > maxSide || height > maxSide || width * height > maxPixels) throw photoTooWide();
  return photo;
}

function clean(bytes: Buffer): CleanPhoto {
  const head = bytes.toString('latin1', 0, 12);
  if (head.startsWith('\xff\xd8\xff')) return cleanJpeg(bytes);
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return cleanPng(bytes);
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return cleanWebp(bytes);
  throw notAPhoto();
}
