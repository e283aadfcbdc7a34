import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import { parseAssetCode } from '../../../server/api/contract/lending/assets.ts';
import { runsOfCodes } from '../../../server/api/contract/lending/code-runs.ts';
import { labelPlace } from '../../../server/api/contract/lending/labels.ts';
import { sheetPresets } from '../../../server/lending/labels/presets.ts';
import { setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';
import { printed, readQr } from './printed-pages.ts';

const publicUrl = 'https://pi.example.org';
let server: TestServer;
let staff: ApiClient;

beforeAll(async () => {
  server = await startTestServer();
  staff = await setUpStaff(server);
});
afterAll(() => server.stop());

const preset = sheetPresets[2]!;

describe('label sheets', () => {
  it('come as presets, and tell that their address is not lasting without a public one', async () => {
    const { sheets, lasting, origin } = await staff.call('labelSheets', {}, {});
    expect(sheets.map(({ name }) => name)).toEqual(sheetPresets.map(({ name }) => name));
    expect([lasting, origin]).toEqual([false, server.url]);
  });

  it('keep the printer’s offset of a preset, whose geometry stays', async () => {
    const geometry = { ...preset.geometry, columns: 1 };
    const body = { id: preset.id, name: 'Anders', geometry, offsetX: 0.5, offsetY: -1.2 };
    const saved = await staff.call('saveLabelSheet', {}, body);
    expect(saved).toEqual({ ...preset, preset: true, offsetX: 0.5, offsetY: -1.2 });
    await staff.call('removeLabelSheet', { sheetId: preset.id }, {});
    const { sheets } = await staff.call('labelSheets', {}, {});
    expect(sheets.find(({ id }) => id === preset.id)).toMatchObject({ offsetX: 0, offsetY: 0 });
  });

  it('can be own ones, which are changed and removed', async () => {
    const body = { name: 'Vom Supermarkt', geometry: preset.geometry, offsetX: 0, offsetY: 0 };
    const { id } = await staff.call('saveLabelSheet', {}, body);
    const changed = await staff.call('saveLabelSheet', {}, { ...body, id, name: 'Vom Markt' });
    expect(changed).toMatchObject({ id, name: 'Vom Markt', preset: false });
    await staff.call('removeLabelSheet', { sheetId: id }, {});
    await expect(staff.call('removeLabelSheet', { sheetId: id }, {})).rejects.toMatchObject({
      problem: { code: 'sheet-unknown' },
    });
  });

  it('that do not fit on A4 are refused', async () => {
    const geometry = { ...preset.geometry, columns: 6 };
    const body = { name: 'Zu breit', geometry, offsetX: 0, offsetY: 0 };
    await expect(staff.call('saveLabelSheet', {}, body)).rejects.toMatchObject({
      problem: { code: 'sheet-too-large' },
    });
  });
});

describe('the labels of things', () => {
  it('carry the server’s address and their code, and are remembered as printed', async () => {
    const { assets } = await staff.call('addAssets', {}, { kind: 'kit', name: 'EduKit', copies: 2 });
    const assetIds = assets.map(({ id }) => id);
    const unlabelled = async () => (await staff.call('assets', {}, { text: 'ohne:etikett' })).total;
    expect(await unlabelled()).toBe(2);
    const codes = assets.map(({ code }) => code);
    const { type, bytes } = await staff.file('labels', {}, { sheetId: preset.id, codes, start: 2 });
    expect(type).toBe('application/pdf');
    const [page] = printed(bytes);
    const { width, height } = preset.geometry;
    const read = [1, 2].map((index) =>
      readQr(page!, { ...labelPlace(preset.geometry, index), width, height }),
    );
    expect(read.map(parseAssetCode)).toEqual(assets.map(({ code }) => ({ origin: server.url, code })));
    await staff.call('notePrinted', {}, { assetIds: assetIds.slice(0, 1) });
    expect(await unlabelled()).toBe(1);
  });

  it('are made for a thousand things at once, whose codes stand as runs in the address', async () => {
    const codes: string[] = [];
    for (let hundred = 0; hundred < 10; hundred += 1) {
      const { assets } = await staff.call('addAssets', {}, { kind: 'part', name: 'Sensor', copies: 100 });
      codes.push(...assets.map(({ code }) => code));
    }
    const runs = runsOfCodes(codes);
    expect(runs).toEqual(['T1-1000']);
    const { bytes } = await staff.file('labels', {}, { sheetId: preset.id, codes: runs, start: 1 });
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const order = { sheetId: preset.id, codes: ['T1-1001'], start: 1 };
    await expect(staff.file('labels', {}, order)).rejects.toMatchObject({
      problem: { code: 'too-many-labels' },
    });
  });

  it('speak German until the association chooses', async () => {
    const language = async () => (await staff.call('labelSheets', {}, {})).language;
    expect(await language()).toBe('de');
    await staff.call('saveLabelLanguage', {}, { language: 'both' });
    await staff.call('saveLabelLanguage', {}, { language: 'en' });
    expect(await language()).toBe('en');
  });

  it('are refused for what is not there, and beyond the sheet', async () => {
    const { assets } = await staff.call('assets', {}, {});
    const order = { sheetId: preset.id, codes: [assets[0]!.code], start: 1 };
    const refused = (change: Partial<typeof order>) => staff.file('labels', {}, { ...order, ...change });
    await expect(refused({ codes: ['K999999'] })).rejects.toMatchObject({
      problem: { code: 'label-asset-unknown' },
    });
    await expect(refused({ sheetId: 'none' })).rejects.toMatchObject({ problem: { code: 'sheet-unknown' } });
    await expect(refused({ start: 41 })).rejects.toMatchObject({ problem: { code: 'start-beyond-sheet' } });
  });
});

describe('a server with a public address', () => {
  it('prints that one', async () => {
    const other = await startTestServer({ environment: { PUBLIC_URL: publicUrl } });
    try {
      const someone = await setUpStaff({ ...other, setupUrl: other.setupUrl });
      const { lasting, origin } = await someone.call('labelSheets', {}, {});
      expect([lasting, origin]).toEqual([true, publicUrl]);
    } finally {
      await other.stop();
    }
  });
});
