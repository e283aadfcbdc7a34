import { readdirSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceHealth } from '../../contract/health.ts';

/** Where a Linux machine says how it is. */
export interface HealthFolders {
  /** `/sys/class` */
  readonly sys: string;
  /** `/proc` */
  readonly proc: string;
  /** A folder on the card. */
  readonly card: string;
}

const thisMachine: HealthFolders = { sys: '/sys/class', proc: '/proc', card: '/' };

/** Looks how this machine is; what it cannot say, or says in a form we don't know, is null. Takes well under 1 ms. */
export function readHealth({ sys, proc, card }: HealthFolders = thisMachine): DeviceHealth {
  return {
    temperature: temperature(join(sys, 'thermal')),
    underVoltage: underVoltage(join(sys, 'hwmon')),
    memoryFree: memoryFree(join(proc, 'meminfo')),
    diskFree: diskFree(card),
    wifi: wifi(join(proc, 'net/wireless')),
  };
}

/** The kernel gives thousandths of °C for each zone; one of them is the processor's. */
function temperature(folder: string): number | null {
  const zones = namesIn(folder, 'thermal_zone');
  const zone = zones.find((name) => text(join(folder, name, 'type'))?.includes('cpu')) ?? zones[0];
  const thousandths = zone === undefined ? null : wholeNumber(text(join(folder, zone, 'temp')));
  return thousandths === null ? null : within(Math.round(thousandths / 100) / 10, -40, 150);
}

/** The driver `rpi_volt` raises its alarm while the supply is below 4.63 V. */
function underVoltage(folder: string): boolean | null {
  const sensor = namesIn(folder, 'hwmon').find((name) => text(join(folder, name, 'name')) === 'rpi_volt');
  const alarm = sensor === undefined ? null : wholeNumber(text(join(folder, sensor, 'in0_lcrit_alarm')));
  return alarm === null ? null : alarm !== 0;
}

/** `MemAvailable:  412345 kB` */
function memoryFree(path: string): number | null {
  const kibibytes = wholeNumber(/^MemAvailable:\s*(\d+) kB$/m.exec(text(path) ?? '')?.[1]);
  return kibibytes === null ? null : Math.floor(kibibytes / 1024);
}

function diskFree(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return Math.floor((bavail * bsize) / (1024 * 1024));
  } catch {
    return null;
  }
}

/** ` wlan0: 0000   70.  -38.  -256 …`: status, link, level; a level of 0 and above is no dBm. */
function wifi(path: string): number | null {
  const level = wholeNumber(/^\s*\w+:\s+\w+\s+-?[\d.]+\s+(-?\d+)\.?\s/m.exec(text(path) ?? '')?.[1]);
  return level !== null && level < 0 ? within(level, -127, 0) : null;
}

function namesIn(folder: string, prefix: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith(prefix))
      .sort();
  } catch {
    return [];
  }
}

function text(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function wholeNumber(written: string | undefined): number | null {
  return written !== undefined && /^-?\d+$/.test(written) ? Number(written) : null;
}

/** A sensor that says what cannot be says nothing. */
function within(value: number, least: number, most: number): number | null {
  return value >= least && value <= most ? value : null;
}
