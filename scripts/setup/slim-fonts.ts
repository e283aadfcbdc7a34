import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin, Rolldown } from 'vite';

const cache = resolve(import.meta.dirname, '../../.cache/fonts');

/** The weights that the pages use; the fonts bring 100 to 800. */
const weights = { min: 400, max: 700 };

/** What the fonts' Latin files hold, by their `unicode-range`. */
const latin: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x300, 0x36f],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2215, 0x2215],
  [0xfffd, 0xfffd],
];

/**
 * Leaves out of the Latin fonts the weights that no page uses: 15 kB less before a pupil can begin. The files keep
 * their glyphs, and get a name of their own, so that no browser keeps an older one.
 */
export const slimFonts: Plugin = {
  name: 'steckbrett-slim-fonts',
  enforce: 'post',
  async generateBundle(_options, bundle) {
    const text = latin.map(([from, to]) => characters(from, to)).join('');
    for (const [name, file] of Object.entries(bundle)) {
      if (file.type !== 'asset' || !/-latin-wght-normal-.*\.woff2$/.test(name)) continue;
      const slim = await slimmed(Buffer.from(file.source), text);
      const slimName = name.replace('wght-normal', `${weights.min}-${weights.max}`);
      this.emitFile({ type: 'asset', fileName: slimName, source: slim });
      delete bundle[name];
      rename(bundle, base(name), base(slimName));
    }
  },
};

/** What was made before is kept, because packing a font takes seconds, and every change of the page builds it. */
async function slimmed(font: Buffer, text: string): Promise<Buffer> {
  const key = createHash('sha256').update(font).update(text).update(JSON.stringify(weights)).digest('hex');
  const kept = join(cache, `${key}.woff2`);
  if (existsSync(kept)) return readFileSync(kept);
  const slim = await subsetFont(font, text, { targetFormat: 'woff2', variationAxes: { wght: weights } });
  mkdirSync(cache, { recursive: true });
  writeFileSync(kept, slim);
  return slim;
}

function characters(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');
}

function base(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Style sheets name the fonts they want. */
function rename(bundle: Rolldown.OutputBundle, from: string, to: string): void {
  for (const file of Object.values(bundle)) {
    if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
    file.source = Buffer.from(file.source).toString('utf8').replaceAll(from, to);
  }
}
