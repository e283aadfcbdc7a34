import { describe, expect, it } from 'vitest';
import { parseAssetCode } from '../../../server/api/contract/lending/assets.ts';
import {
  labelPlace,
  labelsPerSheet,
  type SheetGeometry,
  sheetProblem,
} from '../../../server/api/contract/lending/labels.ts';
import { ownerLines } from '../../../server/lending/labels/label-texts.ts';
import { labelsPdf } from '../../../server/lending/labels/labels-pdf.ts';
import { sheetPresets } from '../../../server/lending/labels/presets.ts';
import { testPagePdf } from '../../../server/lending/labels/test-page-pdf.ts';
import { defaultSettings } from '../../../server/lending/settings/default-settings.ts';
import { darkOutside, printed, readQr } from './printed-pages.ts';

const origin = 'https://pi.coding-verein.example';
const owner = ownerLines(
  { ...defaultSettings.association, name: 'Coding für Kinder e. V.', email: 'hallo@coding-verein.example' },
  origin,
);
const at = Date.UTC(2026, 10, 22);

function labels(count: number, name = 'Raspberry Pi 4 mit Łukasz’ Gehäuse') {
  return Array.from({ length: count }, (_, index) => ({ code: `P${index + 1}`, name, owner }));
}

async function sheetsOf(
  geometry: SheetGeometry,
  {
    count,
    start,
    offsetX = 0,
    offsetY = 0,
  }: { count: number; start: number; offsetX?: number; offsetY?: number },
) {
  const order = { sheet: { geometry, offsetX, offsetY }, labels: labels(count), start, origin, at };
  return printed(await labelsPdf(order));
}

describe.each(sheetPresets)('a sheet of $name', ({ geometry }) => {
  const perSheet = labelsPerSheet(geometry);

  it('lies on A4 as a whole, with margins on both sides', () => {
    expect(sheetProblem(geometry)).toBeNull();
    const last = labelPlace(geometry, perSheet - 1);
    expect(last.x + geometry.width).toBeLessThanOrEqual(210);
    expect(last.y + geometry.height).toBeLessThanOrEqual(297);
  });

  it('printed from a label in the middle over two sheets, has on each label the QR code of its thing', async () => {
    const start = Math.floor(perSheet / 2);
    const count = perSheet + 2;
    const pages = await sheetsOf(geometry, { count, start });
    expect(pages).toHaveLength(2);
    const read = Array.from({ length: count }, (_, index) => {
      const place = start - 1 + index;
      const page = pages[Math.floor(place / perSheet)]!;
      const { x, y } = labelPlace(geometry, place % perSheet);
      return parseAssetCode(readQr(page, { x, y, width: geometry.width, height: geometry.height }));
    });
    expect(read).toEqual(labels(count).map(({ code }) => ({ origin, code })));
  });

  it('has no ink beside its labels, nor on those before the start', async () => {
    const [page] = await sheetsOf(geometry, { count: 3, start: perSheet - 2 });
    const used = [perSheet - 3, perSheet - 2, perSheet - 1].map((index) => ({
      ...labelPlace(geometry, index),
      width: geometry.width,
      height: geometry.height,
    }));
    expect(darkOutside(page!, used)).toBe(0);
  });
});

describe('the printer’s offset', () => {
  it('moves every label, right and down', async () => {
    const { geometry } = sheetPresets[0]!;
    const [page] = await sheetsOf(geometry, { count: 1, start: 1, offsetX: 3, offsetY: -2 });
    const moved = {
      x: geometry.marginLeft + 3,
      y: geometry.marginTop - 2,
      width: geometry.width,
      height: geometry.height,
    };
    expect(parseAssetCode(readQr(page!, moved))?.code).toBe('P1');
    expect(darkOutside(page!, [moved])).toBe(0);
  });
});

describe('own sheets', () => {
  const square: SheetGeometry = {
    columns: 4,
    rows: 6,
    width: 45,
    height: 45,
    gutterX: 2,
    gutterY: 2,
    marginLeft: 10,
    marginTop: 8,
  };
  it.each([
    { what: 'fits', change: {}, problem: null },
    { what: 'is too wide', change: { columns: 5 }, problem: 'too-large' },
    { what: 'is too high', change: { rows: 7 }, problem: 'too-large' },
    { what: 'has labels too small for a QR code', change: { height: 8 }, problem: 'too-small' },
  ])('one that $what', ({ change, problem }) => {
    expect(sheetProblem({ ...square, ...change })).toBe(problem);
  });

  it('of square labels have the text below the QR code', async () => {
    const [page] = await sheetsOf(square, { count: 24, start: 1 });
    for (let index = 0; index < 24; index += 1) {
      const place = { ...labelPlace(square, index), width: 45, height: 45 };
      expect(parseAssetCode(readQr(page!, place))?.code).toBe(`P${index + 1}`);
    }
    expect(
      darkOutside(
        page!,
        Array.from({ length: 24 }, (_, index) => ({ ...labelPlace(square, index), width: 45, height: 45 })),
      ),
    ).toBe(0);
  });
});

describe('the test page', () => {
  it('is one page with the outlines where the labels are', async () => {
    const { geometry, id, name } = sheetPresets[4]!;
    const pages = printed(
      await testPagePdf({ id, name, geometry, preset: true, offsetX: 0, offsetY: 0 }, at),
    );
    expect(pages).toHaveLength(1);
    const { x, y } = labelPlace(geometry, labelsPerSheet(geometry) - 1);
    const corner = { x: x + geometry.width - 1, y: y + geometry.height - 1, width: 2, height: 2 };
    expect(darkOutside(pages[0]!, []) - darkOutside(pages[0]!, [corner])).toBeGreaterThan(0);
  });
});
