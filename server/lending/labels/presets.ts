import type { SheetGeometry } from '../../api/contract/lending/labels.ts';

/** A sheet that one can buy. */
export interface SheetPreset {
  readonly id: string;
  readonly name: string;
  readonly geometry: SheetGeometry;
}

/** Label sheets as their makers give them, mm; labels, gaps and both margins add up to A4. */
export const sheetPresets: readonly SheetPreset[] = [
  {
    id: 'avery-l4731',
    name: 'Avery Zweckform L4731',
    geometry: sheet(7, 27, [25.4, 10], [2.5, 0], [8.6, 13.5]),
  },
  {
    id: 'avery-l4732',
    name: 'Avery Zweckform L4732',
    geometry: sheet(5, 16, [35.6, 16.9], [2.5, 0], [11, 13.3]),
  },
  {
    id: 'avery-3657',
    name: 'Avery Zweckform 3657',
    geometry: sheet(4, 10, [48.5, 25.4], [0, 0], [8, 21.5]),
  },
  {
    id: 'herma-4346',
    name: 'HERMA 4346',
    geometry: sheet(4, 12, [45.72, 21.167], [2.54, 0], [9.75, 21.5]),
  },
  {
    id: 'avery-l7162',
    name: 'Avery Zweckform L7162',
    geometry: sheet(2, 8, [99.1, 33.9], [2.5, 0], [4.65, 12.9]),
  },
];

type Pair = readonly [across: number, down: number];

function sheet(columns: number, rows: number, size: Pair, gutter: Pair, margin: Pair): SheetGeometry {
  const [width, height] = size;
  const [gutterX, gutterY] = gutter;
  const [marginLeft, marginTop] = margin;
  return { columns, rows, width, height, gutterX, gutterY, marginLeft, marginTop };
}
