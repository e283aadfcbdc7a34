import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeQR from 'qr/decode.js';
import { ensure, poppler } from '../../../scripts/setup/debian.ts';

/** A page as a printer of 300 dpi would print it, grey. */
export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  /** 0 black to 255 white, line by line. */
  readonly grey: Uint8Array;
}

/** A rectangle on the page, mm from its left upper corner. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const dpi = 300;
const pixels = (mm: number) => Math.round((mm * dpi) / 25.4);

/** Draws a PDF's pages with Poppler. */
export function printed(pdf: Uint8Array): PrintedPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'steckbrett-printed-'));
  try {
    writeFileSync(join(folder, 'it.pdf'), pdf);
    const { status, stderr } = spawnSync(
      ensure(poppler),
      ['-gray', '-r', String(dpi), join(folder, 'it.pdf'), join(folder, 'page')],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`pdftoppm: ${stderr}`);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .sort()
      .map((name) => pageOf(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** PGM: `P5`, width, height, 255, then a byte a pixel. */
function pageOf(file: Buffer): PrintedPage {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64));
  if (!head) throw new Error('no PGM');
  const grey = new Uint8Array(file.subarray(head[0].length));
  return { width: Number(head[1]), height: Number(head[2]), grey };
}

/** The page as a cheap printer leaves it: ink runs into the pixels around (0.25 mm), and black is dark grey. */
export function blurred(page: PrintedPage): PrintedPage {
  const { width, height, grey } = page;
  const soft = new Uint8Array(grey.length).fill(255);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      let sum = 0;
      for (const row of [at - width, at, at + width]) {
        sum += (grey[row - 1] ?? 255) + (grey[row] ?? 255) + (grey[row + 1] ?? 255);
      }
      soft[at] = 40 + (sum / 9) * 0.8;
    }
  }
  return { width, height, grey: soft };
}

/** What the QR code in an area says. @throws Error when nobody can read it. */
export function readQr(page: PrintedPage, area: Area): string {
  const [left, top, width, height] = [area.x, area.y, area.width, area.height].map(pixels) as [
    number,
    number,
    number,
    number,
  ];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const grey = page.grey[(top + y) * page.width + left + x] ?? 255;
      data.fill(grey, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return decodeQR({ width, height, data }, { timeLimit: 5000 });
}

/** How many dark pixels are in none of these areas. */
export function darkOutside(page: PrintedPage, areas: readonly Area[]): number {
  const boxes = areas.map(({ x, y, width, height }) => ({
    left: pixels(x),
    top: pixels(y),
    right: pixels(x + width),
    bottom: pixels(y + height),
  }));
  let dark = 0;
  for (let index = 0; index < page.grey.length; index += 1) {
    if ((page.grey[index] ?? 255) > 127) continue;
    const [x, y] = [index % page.width, Math.floor(index / page.width)];
    if (!boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)) dark += 1;
  }
  return dark;
}
