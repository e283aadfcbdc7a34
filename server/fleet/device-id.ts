import type { DeviceId } from '../../device/contract/topics.ts';

const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const maxLength = 32;

/**
 * Makes a device's id from its name, `Pi 07` → `pi-07`: lower-case letters, digits and hyphens, 32 at most,
 * with a number at its end when the id is taken already.
 */
export function deviceIdFor(name: string, isTaken: (id: DeviceId) => boolean): DeviceId {
  const base = slug(name) || 'pi';
  if (!isTaken(base)) return base;
  for (let number = 2; ; number++) {
    const suffix = `-${number}`;
    const id = `${trimHyphens(base.slice(0, maxLength - suffix.length))}${suffix}`;
    if (!isTaken(id)) return id;
  }
}

function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => spelledOut[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, (run) => (/^\p{M}+$/u.test(run) ? '' : '-'));
  return trimHyphens(trimHyphens(plain).slice(0, maxLength));
}

function trimHyphens(text: string): string {
  return text.replace(/^-+|-+$/g, '');
}
