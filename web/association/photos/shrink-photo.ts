import { ProblemError, problem } from '../../../device/contract/problem.ts';

/** The longer side that is sent, px: a scratch on a board can be seen, and a phone's photo of 40 MB becomes some 300 kB. */
const longestSide = 1600;
const quality = 0.85;

/**
 * Makes a photo small, and loses on the way where it was taken.
 *
 * @throws ProblemError `photo-unreadable` when it is none that the browser can read.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const image = await readImage(file);
  try {
    const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    const context = canvas.getContext('2d');
    if (!context) throw unreadable();
    // What is see-through would become black.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const small = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', quality);
    });
    if (!small) throw unreadable();
    return small;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** An image element turns a photo as its EXIF says, in every browser. */
async function readImage(file: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
  } catch (cause) {
    URL.revokeObjectURL(image.src);
    throw unreadable(cause);
  }
  return image;
}

function unreadable(cause?: unknown): ProblemError {
  return new ProblemError(
    problem(
      'photo-unreadable',
      'Diese Datei ist kein Foto, das der Browser öffnen kann. Nehmen Sie ein JPEG, PNG oder WebP.',
      'This file is no photo that the browser can open. Please take a JPEG, PNG or WebP.',
    ),
    { cause },
  );
}
