import '../ui/block-picture.ts';
import type { SbBlockPicture } from '../ui/block-picture.ts';

/** Resolves when every picture below an element is drawn, and every letter has its font. */
export async function picturesDrawn(root: HTMLElement): Promise<void> {
  await Promise.all([
    ...[...root.querySelectorAll('sb-block-picture')].map(drawn),
    ...[...root.querySelectorAll('sb-circuit')].map((circuit) => circuit.updateComplete),
    // A picture that is missing has its alternative text instead.
    ...[...root.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)),
  ]);
  await document.fonts.ready;
}

function drawn(picture: SbBlockPicture): Promise<void> {
  if (picture.hasAttribute('ready')) return Promise.resolve();
  return new Promise((resolve) => {
    picture.addEventListener('ready', () => resolve(), { once: true });
  });
}
