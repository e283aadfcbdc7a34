import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SelfTestCheck } from '../../contract/self-test.ts';
import { runTool } from './run-tool.ts';

/** MB read, past the kernel's cache. */
const readMegabytes = 16;
/** A card that reads slower than this, in MB/s, makes a Pi unbearable; new ones read 20 to 90. */
const leastSpeed = 5;

/**
 * Reads some MB of a file on the card past the kernel's cache and says how fast that went.
 *
 * @param file one of more than 16 MB on the card.
 */
export async function checkCardSpeed(file: string): Promise<SelfTestCheck> {
  const args = [`if=${file}`, 'of=/dev/null', 'bs=1M', `count=${readMegabytes}`, 'iflag=direct'];
  const { code, errors } = await runTool('dd', args, { timeout: 20_000 });
  // "16777216 bytes (17 MB, 16 MiB) copied, 0.512 s, 32.8 MB/s"
  const told = /^(\d+) bytes .*copied, ([\d.e+-]+) s/m.exec(errors);
  if (code === 0 && told) {
    const speed = Number(told[1]) / Number(told[2]) / 1e6;
    const result = speed >= leastSpeed ? 'ok' : 'failed';
    return { name: 'card-speed', result, value: `${speed.toFixed(1)} MB/s` };
  }
  // What cannot be read past the cache is no card, and a figure from memory would be a lie.
  return { name: 'card-speed', result: /error/i.test(errors) ? 'failed' : 'not-here', value: '' };
}

/**
 * Errors that the kernel has met on the card: those of its file systems since they were made, and those that it has
 * logged of the reader since it started, where it lets us read them.
 *
 * @param fileSystems `/sys/fs/ext4`
 */
export async function checkCardErrors(fileSystems: string): Promise<SelfTestCheck> {
  const counted = [errorsOf(fileSystems), await loggedErrors()].filter((one) => one !== null);
  if (counted.length === 0) return { name: 'card-errors', result: 'not-here', value: '' };
  const errors = counted.reduce((sum, one) => sum + one, 0);
  return { name: 'card-errors', result: errors === 0 ? 'ok' : 'failed', value: String(errors) };
}

function errorsOf(fileSystems: string): number | null {
  try {
    const cards = readdirSync(fileSystems).filter((name) => name.startsWith('mmcblk'));
    if (cards.length === 0) return null;
    const counts = cards.map((name) => Number(readFileSync(join(fileSystems, name, 'errors_count'), 'utf8')));
    return counts.reduce((sum, count) => sum + count, 0);
  } catch {
    return null;
  }
}

async function loggedErrors(): Promise<number | null> {
  const { code, output } = await runTool('dmesg', ['--level=emerg,alert,crit,err,warn']);
  if (code !== 0) return null;
  return output.split('\n').filter((line) => /mmc(blk)?\d.*(error|timeout|timed out)/i.test(line)).length;
}
