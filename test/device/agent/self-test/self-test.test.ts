import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkCardErrors, checkCardSpeed } from '../../../../device/agent/self-test/card.ts';
import { checkData } from '../../../../device/agent/self-test/data.ts';
import { checkGpio } from '../../../../device/agent/self-test/gpio.ts';
import { checkMemory } from '../../../../device/agent/self-test/memory.ts';
import { createSelfTest } from '../../../../device/agent/self-test/self-test.ts';
import { checkWifi } from '../../../../device/agent/self-test/wifi.ts';
import { selfTestChecks } from '../../../../device/contract/self-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'self-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A NetworkManager that knows what stands in a folder: a file for each connection, by its UUID. */
const tools = join(folder, 'tools');
const networks = join(folder, 'networks');

beforeEach(() => {
  for (const one of [tools, networks]) {
    rmSync(one, { recursive: true, force: true });
    mkdirSync(one);
  }
  const nmcli = `#!/bin/sh
case "$*" in
  *"connection show") cat ${networks}/* 2>/dev/null; exit 0;;
  "connection delete uuid "*) rm "${networks}/$4";;
  *) exit 2;;
esac
`;
  writeFileSync(join(tools, 'nmcli'), nmcli);
  chmodSync(join(tools, 'nmcli'), 0o755);
});

const path = `${tools}:${process.env.PATH}`;
function network(uuid: string, line: string): void {
  writeFileSync(join(networks, uuid), `${uuid}:${line}\n`);
}

describe('the Wi-Fi of schools', () => {
  beforeEach(() => {
    network('aaaa', '802-11-wireless:yes:Verein');
    network('bbbb', '802-11-wireless:no:Schule\\: Mensa');
    network('cccc', '802-3-ethernet:no:Wired connection 1');
    network('dddd', '802-11-wireless:no:Gast');
  });

  it('is counted and kept as long as nobody asks for more', async () => {
    const found = await checkWifi({ keep: ['Verein'], wipe: false, path });
    expect(found).toEqual({ name: 'wifi-wiped', result: 'failed', value: '2' });
    expect(readdirSync(networks)).toHaveLength(4);
  });

  it('is forgotten when asked for; cables and the association’s own stay', async () => {
    const found = await checkWifi({ keep: ['Verein', 'Gast'], wipe: true, path });
    expect(found).toEqual({ name: 'wifi-wiped', result: 'ok', value: '0' });
    expect(readdirSync(networks)).toEqual(['aaaa', 'cccc', 'dddd']);
  });

  it('in use stays, because the answer goes over it, and the check says that it is none of ours', async () => {
    const found = await checkWifi({ keep: ['Werkstatt'], wipe: true, path });
    expect(found).toEqual({ name: 'wifi-wiped', result: 'failed', value: '1' });
    expect(readdirSync(networks)).toEqual(['aaaa', 'cccc']);
  });

  it('in use counts as the association’s while it has named none', async () => {
    const found = await checkWifi({ keep: [], wipe: true, path });
    expect(found.result).toBe('ok');
    expect(readdirSync(networks)).toEqual(['aaaa', 'cccc']);
  });

  it('that can’t be forgotten is said to be still there', async () => {
    writeFileSync(join(tools, 'nmcli'), `#!/bin/sh\n[ "$2" = delete ] && exit 4\ncat ${networks}/*\n`);
    expect(await checkWifi({ keep: ['Verein'], wipe: true, path })).toMatchObject({
      result: 'failed',
      value: '2',
    });
  });

  it('is not known where there is no NetworkManager', async () => {
    const found = await checkWifi({ keep: [], wipe: true, path: join(folder, 'nothing') });
    expect(found.result).toBe('not-here');
  });
});

describe('what classes leave', () => {
  it('is counted, and removed only when asked for; the folders stay', () => {
    const left = join(folder, 'downloads');
    mkdirSync(join(left, 'deep'), { recursive: true });
    writeFileSync(join(left, 'deep', 'picture.png'), '');
    writeFileSync(join(left, '.hidden'), '');
    expect(checkData([left], false)).toMatchObject({ result: 'failed', value: '2' });
    expect(checkData([left, join(folder, 'missing')], true)).toMatchObject({ result: 'ok', value: '0' });
    expect(existsSync(left)).toBe(true);
    expect(checkData([left], false).result).toBe('ok');
  });
});

describe('the machine', () => {
  it('tells the memory that is free, and finds it sound', () => {
    writeFileSync(join(folder, 'meminfo'), 'MemTotal: 948304 kB\nMemAvailable:   421888 kB\n');
    expect(checkMemory(folder)).toEqual({ name: 'memory', result: 'ok', value: '412 MB' });
    expect(checkMemory(join(folder, 'nowhere'))).toMatchObject({ result: 'ok', value: '' });
  });

  it('tells how fast its card reads, or that it can’t know, never a figure out of the cache', async () => {
    const found = await checkCardSpeed(process.execPath);
    if (found.result === 'not-here') expect(found.value).toBe('');
    else expect(found.value).toMatch(/^\d+\.\d MB\/s$/);
    expect(await checkCardSpeed(join(folder, 'missing'))).toMatchObject({ value: '' });
  });

  it('counts the errors of its card’s file systems and of no other disk', async () => {
    const fileSystems = join(folder, 'ext4');
    for (const [name, errors] of [
      ['mmcblk0p2', '3\n'],
      ['mmcblk0p3', '0\n'],
      ['sda1', '99\n'],
    ] as const) {
      mkdirSync(join(fileSystems, name), { recursive: true });
      writeFileSync(join(fileSystems, name, 'errors_count'), errors);
    }
    const found = await checkCardErrors(fileSystems);
    expect(found.result).toBe('failed');
    expect(Number(found.value)).toBeGreaterThanOrEqual(3);
    expect(Number(found.value)).toBeLessThan(99);
  });

  it('without a GPIO chip fails that check and no other', async () => {
    const nothing = join(folder, 'dev');
    mkdirSync(nothing);
    expect(await checkGpio(undefined, nothing)).toEqual({ name: 'gpio', result: 'failed', value: '' });
  });
});

describe('a simulated board', () => {
  it('looks at nothing of the computer that it is on, and removes nothing there', async () => {
    const precious = join(folder, 'precious');
    mkdirSync(precious);
    writeFileSync(join(precious, 'thesis.odt'), '');
    for (const io of ['none', 'simulated'] as const) {
      const test = createSelfTest({
        board: { kind: 'simulated', io, model: 'Simulated' },
        keepWifi: [],
        classFolders: [precious],
      });
      const { checks } = await test({ wipe: true });
      expect(checks.map(({ name }) => name)).toEqual(selfTestChecks);
      expect(checks.every(({ result }) => result === 'not-here')).toBe(true);
    }
    expect(readdirSync(precious)).toEqual(['thesis.odt']);
  });

  it('that claims to be real is looked at in every respect', async () => {
    const test = createSelfTest({
      board: { kind: 'johnny-five', io: 'character-device', model: 'Raspberry Pi' },
      gpioChipLabel: 'no-such-chip',
      keepWifi: [],
      classFolders: [],
    });
    const { checks } = await test({ wipe: false });
    expect(checks.map(({ name }) => name)).toEqual(selfTestChecks);
  });
});
