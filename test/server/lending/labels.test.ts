import { describe, expect, it } from 'vitest';
import { parseAssetCode } from '../../../server/api/contract/lending/assets.ts';
import { codesOfRuns, runsOfCodes } from '../../../server/api/contract/lending/code-runs.ts';
import {
  labelPlace,
  labelsPerSheet,
  type SheetGeometry,
  sheetProblem,
} from '../../../server/api/contract/lending/labels.ts';
import { layOut } from '../../../server/lending/labels/label-layout.ts';
import { ownerLines, waysToReach } from '../../../server/lending/labels/label-texts.ts';
import { labelsPdf } from '../../../server/lending/labels/labels-pdf.ts';
import { sheetPresets } from '../../../server/lending/labels/presets.ts';
import { testPagePdf } from '../../../server/lending/labels/test-page-pdf.ts';
import { defaultSettings } from '../../../server/lending/settings/default-settings.ts';
import { blurred, darkOutside, printed, readQr } from './printed-pages.ts';

const origin = 'https://pi.coding-verein.example';
const owner = ownerLines(
  { ...defaultSettings.association, name: 'Coding für Kinder e. V.', email: 'hallo@coding-verein.example' },
  origin,
);
const at = Date.UTC(2026, 10, 22);

function labels(count: number, name = 'Raspberry Pi 4 mit Łukasz’ Gehäuse') {
  return Array.from({ length: count }, (_, index) => ({ code: `P${index + 1}`, name, owner, reach: [] }));
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

  it('adds up to A4: labels, gaps and the same margin on both sides', () => {
    const { columns, rows, width, height, gutterX, gutterY, marginLeft, marginTop } = geometry;
    expect(sheetProblem(geometry)).toBeNull();
    expect(columns * width + (columns - 1) * gutterX + 2 * marginLeft).toBeCloseTo(210, 1);
    expect(rows * height + (rows - 1) * gutterY + 2 * marginTop).toBeCloseTo(297, 1);
  });

  it('printed from a label in the middle over two sheets, has on each label a QR code that is read although the ink ran', async () => {
    const start = Math.floor(perSheet / 2);
    const count = perSheet + 2;
    const pages = await sheetsOf(geometry, { count, start });
    expect(pages).toHaveLength(2);
    const [one, two] = pages.map(blurred);
    const read = Array.from({ length: count }, (_, index) => {
      const place = start - 1 + index;
      const page = place < perSheet ? one! : two!;
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

describe('the words on a label', () => {
  const association = {
    ...defaultSettings.association,
    name: 'Coding e. V.',
    email: 'hallo@coding-verein.example',
  };
  const wordsOn = (preset: string, reach: string[], lines = owner) => {
    const { width, height } = sheetPresets.find(({ id }) => id === preset)!.geometry;
    // As wide as the letters of the type are on average.
    const measure = (text: string) => text.length * 0.5;
    return layOut(width, height, { code: 'K12', name: 'EduKit 12', owner: lines, reach }, measure).lines;
  };

  it('are code, name, owner and address where there is room', () => {
    expect(wordsOn('avery-l7162', []).map(({ text }) => text)).toEqual(['K12', 'EduKit 12', ...owner]);
  });

  it('are on the smallest the code and the best address that fits, at 4.5 points at least', () => {
    const reach = ['hallo@ein-langer-verein.example', 'pi.verein.example'];
    const lines = wordsOn('avery-l4731', reach);
    expect(lines.map(({ text }) => text)).toEqual(['K12', 'pi.verein.example']);
    expect((lines[1]!.size * 72) / 25.4).toBeGreaterThanOrEqual(4.5);
  });

  it('are the code and the name where no address fits', () => {
    const reach = ['http://192.168.178.205:18080'];
    expect(wordsOn('avery-l4731', reach).map(({ text }) => text)).toEqual(['K12', 'EduKit 12']);
  });

  it.each([
    ['de', 'Gehört zu Coding e. V.', 'Gefunden? hallo@coding-verein.example'],
    ['en', 'Belongs to Coding e. V.', 'Found? hallo@coding-verein.example'],
    ['both', 'Gehört zu / Belongs to Coding e. V.', 'Gefunden? Found? hallo@coding-verein.example'],
  ] as const)('speak the language that was chosen: %s', (language, ...lines) => {
    expect(ownerLines(association, origin, language)).toEqual(lines);
  });

  it('name the server’s host where the association has no address of its own', () => {
    expect(waysToReach({ ...association, email: '' }, 'https://www.pi.example')).toEqual(['pi.example']);
  });
});

describe('codes in an address', () => {
  it('stand as runs, which are the codes again', () => {
    const codes = ['K1', 'K2', 'K3', 'P7', 'K4', 'K4', 'T9', 'T10'];
    expect(runsOfCodes(codes)).toEqual(['K1-3', 'P7', 'K4', 'K4', 'T9-10']);
    expect(codesOfRuns(runsOfCodes(codes))).toEqual(codes);
  });

  it('are a thousand at most, and never backwards', () => {
    expect(codesOfRuns(['K1-1000'])).toHaveLength(1000);
    expect([codesOfRuns(['K1-1000', 'P1']), codesOfRuns(['K1-999999']), codesOfRuns(['K5-3'])]).toEqual([
      null,
      null,
      null,
    ]);
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
