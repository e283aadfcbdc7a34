import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unwrapWoff } from './unwrap-woff.ts';

/** How a run of text looks; sizes in points. */
export interface Style {
  readonly size: number;
  readonly weight?: 'regular' | 'bold' | 'italic';
  readonly colour?: Colour;
}

/** Ink, quieter ink, the green of the house and its ground, copper, the mark of a draft. */
export const colours = {
  ink: '#1f2a24',
  quiet: '#55605a',
  board: '#1b6b46',
  pale: '#e4efe8',
  copper: '#96501f',
  draft: '#c9c2b3',
} as const;
export type Colour = keyof typeof colours;

const weights = {
  regular: '400-normal',
  bold: '700-normal',
  italic: '400-italic',
} as const;
export type Weight = keyof typeof weights;

/** Latin covers German and its neighbours; the extension what else is written with Latin letters, as in names. */
export const subsets = ['latin', 'latin-ext'] as const;
export type Subset = (typeof subsets)[number];

const require = createRequire(import.meta.url);

/** The bytes of a font, TrueType. */
export function fontBytes(weight: Weight, subset: Subset): Buffer {
  const name = `atkinson-hyperlegible-next-${subset}-${weights[weight]}.woff`;
  return unwrapWoff(readFileSync(require.resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`)));
}
