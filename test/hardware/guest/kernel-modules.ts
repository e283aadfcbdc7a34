import { globSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runTool } from './run-tool.ts';

/**
 * The modules that the guest loads, after those that they need: USB and its network adapter, the simulated GPIO
 * chips, I²C, SPI and PWM of the Pi. What the kernel names by itself (`depends=`) is not listed; the PHY of the USB
 * is found by the device tree only, so it is.
 */
const wantedModules = [
  'phy-generic',
  'dwc2',
  'cdc_ether',
  'configfs',
  'gpio-sim',
  'i2c-bcm2835',
  'i2c-dev',
  'spi-bcm2835',
  'pwm-bcm2835',
];

/**
 * Unpacks the wanted modules and what they need into a folder.
 *
 * @param modulesFolder `usr/lib/modules/VERSION` of the unpacked kernel packages.
 * @returns their file names in the order in which to load them.
 */
export function unpackModules(modulesFolder: string, target: string): string[] {
  const files = new Map(
    globSync('kernel/**/*.ko{,.xz}', { cwd: modulesFolder }).map((path) => [
      moduleName(path),
      join(modulesFolder, path),
    ]),
  );
  const order: string[] = [];
  const add = (name: string): void => {
    const path = files.get(name);
    const file = `${name}.ko`;
    if (order.includes(file)) return;
    if (!path) throw new Error(`This kernel has no module ${name}`);
    const bytes = runTool('xz', ['--decompress', '--stdout', '--force', path]);
    for (const needed of dependencies(bytes)) add(needed);
    writeFileSync(join(target, file), bytes);
    order.push(file);
  };
  for (const name of wantedModules) add(moduleName(name));
  return order;
}

/** The kernel treats `-` and `_` in names as the same. */
function moduleName(path: string): string {
  return basename(path)
    .replace(/\.ko(\.xz)?$/, '')
    .replaceAll('-', '_');
}

/** The modules that a module names in its `.modinfo` section. */
function dependencies(bytes: Buffer): string[] {
  const key = Buffer.from('\0depends=');
  const at = bytes.indexOf(key);
  if (at === -1) return [];
  const start = at + key.length;
  const list = bytes.toString('latin1', start, bytes.indexOf(0, start));
  return list === '' ? [] : list.split(',').map(moduleName);
}
