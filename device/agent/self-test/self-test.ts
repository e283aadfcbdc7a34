import type { BoardInfo } from '../../boards/board.ts';
import { type SelfTestCheck, type SelfTestResult, selfTestChecks } from '../../contract/self-test.ts';
import type { HealthFolders } from '../health/read-health.ts';
import { readHealth } from '../health/read-health.ts';
import { checkCardErrors, checkCardSpeed } from './card.ts';
import { checkData } from './data.ts';
import { checkGpio } from './gpio.ts';
import { checkMemory } from './memory.ts';
import { checkWifi } from './wifi.ts';

/** Above it, in °C, the processor slows itself down. */
const hot = 80;

export interface SelfTestOptions {
  readonly board: BoardInfo;
  readonly gpioChipLabel?: string | undefined;
  /** Names of the association's own Wi-Fi networks. */
  readonly keepWifi: readonly string[];
  /** Folders whose content is a class's. */
  readonly classFolders: readonly string[];
  readonly folders?: HealthFolders;
}

/** Looks at this machine; with `wipe`, what schools have left on it is removed. */
export type SelfTest = (options: { readonly wipe: boolean }) => Promise<SelfTestResult>;

/**
 * Makes the self-test of a machine. Nothing is driven, so the outputs stay as they are. A simulated board is some
 * computer whose card, temperature and networks are nobody's business: nothing of it is looked at, and nothing removed.
 */
export function createSelfTest(options: SelfTestOptions): SelfTest {
  const { board, gpioChipLabel, keepWifi, classFolders } = options;
  const { sys, proc, card } = options.folders ?? { sys: '/sys/class', proc: '/proc', card: '/' };
  const isReal = board.io === 'character-device' || board.io === 'raspi-io';
  return async ({ wipe }) => {
    if (!isReal) {
      return { checks: selfTestChecks.map((name) => ({ name, result: 'not-here' as const, value: '' })) };
    }
    return {
      checks: [
        await checkGpio(gpioChipLabel),
        checkMemory(proc),
        await checkCardSpeed(process.execPath),
        await checkCardErrors('/sys/fs/ext4'),
        temperature(readHealth({ sys, proc, card }).temperature),
        await checkWifi({ keep: keepWifi, wipe }),
        checkData(classFolders, wipe),
      ],
    };
  };
}

function temperature(degrees: number | null): SelfTestCheck {
  if (degrees === null) return { name: 'temperature', result: 'not-here', value: '' };
  return { name: 'temperature', result: degrees < hot ? 'ok' : 'failed', value: `${degrees.toFixed(1)} °C` };
}
