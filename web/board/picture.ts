/** The colours of a picture of `rrggbb` for each pixel; pixels that were not told are dark. */
export function coloursOf(picture: string, pixels: number): string[] {
  return Array.from({ length: pixels }, (_, index) => {
    const hex = picture.slice(index * 6, index * 6 + 6);
    return /^[0-9a-f]{6}$/i.test(hex) ? `#${hex.toLowerCase()}` : '#000000';
  });
}

/** The pixels of a display of 128 × 64: 1,024 bytes in base64, each a column of eight, the topmost in bit 0. */
export function pixelsOfPages(base64: string): ImageData {
  const image = new ImageData(128, 64);
  let bytes = '';
  try {
    bytes = atob(base64);
  } catch {
    // A picture that is none is dark.
  }
  for (let index = 0; index < Math.min(bytes.length, 1024); index += 1) {
    const column = bytes.charCodeAt(index);
    for (let bit = 0; bit < 8; bit += 1) {
      if ((column & (1 << bit)) === 0) continue;
      const y = (index >> 7) * 8 + bit;
      image.data.set([140, 220, 255, 255], (y * 128 + (index & 127)) * 4);
    }
  }
  return image;
}
