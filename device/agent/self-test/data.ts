import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SelfTestCheck } from '../../contract/self-test.ts';

/**
 * Looks for what a class has left on the card. The agent itself keeps nothing there: programs, consoles and names live in
 * memory and at the server. What people may have put down is in the folders that the config names, whose content goes.
 *
 * @param wipe remove it; else it is only counted.
 */
export function checkData(folders: readonly string[], wipe: boolean): SelfTestCheck {
  if (wipe) {
    for (const path of entries(folders)) {
      try {
        rmSync(path, { recursive: true, force: true });
      } catch {
        // It is counted below.
      }
    }
  }
  const left = entries(folders).length;
  return { name: 'data-wiped', result: left === 0 ? 'ok' : 'failed', value: String(left) };
}

function entries(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    try {
      return readdirSync(folder).map((name) => join(folder, name));
    } catch {
      return [];
    }
  });
}
