import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HealthFolders, readHealth } from '../../../../device/agent/health/read-health.ts';
import { deviceHealthSchema } from '../../../../device/contract/health.ts';

let folder: string;
let folders: HealthFolders;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steckbrett-health-'));
  folders = { sys: join(folder, 'sys'), proc: join(folder, 'proc'), card: folder };
});
afterEach(() => rm(folder, { recursive: true }));

/** Writes files as the kernel shows them, each with a line's end. */
async function machine(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${text}\n`);
  }
}

const wireless = `Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
 face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
 wlan0: 0000   62.  -48.  -256        0      0      0      0      0        0`;

describe('how a machine is', () => {
  it('is read from the files of a Raspberry Pi', async () => {
    await machine({
      'sys/thermal/thermal_zone0/type': 'cpu-thermal',
      'sys/thermal/thermal_zone0/temp': '54768',
      'sys/hwmon/hwmon0/name': 'cpu_thermal',
      'sys/hwmon/hwmon1/name': 'rpi_volt',
      'sys/hwmon/hwmon1/in0_lcrit_alarm': '1',
      'proc/meminfo': 'MemTotal:        440120 kB\nMemFree:          20000 kB\nMemAvailable:    204800 kB',
      'proc/net/wireless': wireless,
    });
    const health = readHealth(folders);
    expect(health).toMatchObject({ temperature: 54.8, underVoltage: true, memoryFree: 200, wifi: -48 });
    expect(health.diskFree).toBeGreaterThan(0);
  });

  it('takes the processor’s zone where there are several', async () => {
    await machine({
      'sys/thermal/thermal_zone0/type': 'wifi',
      'sys/thermal/thermal_zone0/temp': '30000',
      'sys/thermal/thermal_zone1/type': 'cpu-thermal',
      'sys/thermal/thermal_zone1/temp': '60000',
    });
    expect(readHealth(folders).temperature).toBe(60);
  });

  it('is unknown where the machine has no such files', () => {
    expect(readHealth({ ...folders, card: join(folder, 'none') })).toEqual({
      temperature: null,
      underVoltage: null,
      memoryFree: null,
      diskFree: null,
      wifi: null,
    });
  });

  it('is unknown where a file says what cannot be', async () => {
    await machine({
      'sys/thermal/thermal_zone0/temp': '999999',
      'sys/hwmon/hwmon0/name': 'rpi_volt',
      'sys/hwmon/hwmon0/in0_lcrit_alarm': '<unsupported>',
      'proc/meminfo': 'nothing',
      'proc/net/wireless': wireless.replace('-48.', '62.'),
    });
    expect(readHealth(folders)).toMatchObject({
      temperature: null,
      underVoltage: null,
      memoryFree: null,
      wifi: null,
    });
  });

  it('always fits the contract, on this machine too', () => {
    expect(() => deviceHealthSchema.parse(readHealth())).not.toThrow();
  });
});
