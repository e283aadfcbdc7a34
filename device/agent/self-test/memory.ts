import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SelfTestCheck } from '../../contract/self-test.ts';

/** Bytes that are written and read back. */
const patternBytes = 8 * 1024 * 1024;

/**
 * Writes patterns to some MB of memory and reads them back. A Pi's memory has no error correction whose faults could be
 * counted, so this finds only what is broken for good. Takes some 20 ms.
 *
 * @param proc where the kernel tells how much is free: `/proc`.
 */
export function checkMemory(proc: string): SelfTestCheck {
  const bytes = Buffer.allocUnsafeSlow(patternBytes);
  const sound = [0x55, 0xaa].every((pattern) =>
    bytes.fill(pattern).equals(Buffer.alloc(patternBytes, pattern)),
  );
  const free = freeMebibytes(proc);
  return { name: 'memory', result: sound ? 'ok' : 'failed', value: free === null ? '' : `${free} MB` };
}

function freeMebibytes(proc: string): number | null {
  try {
    const found = /^MemAvailable:\s*(\d+) kB$/m.exec(readFileSync(join(proc, 'meminfo'), 'utf8'));
    return found ? Math.floor(Number(found[1]) / 1024) : null;
  } catch {
    return null;
  }
}
