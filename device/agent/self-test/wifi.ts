import type { SelfTestCheck } from '../../contract/self-test.ts';
import { runTool } from './run-tool.ts';

/** A network that a machine knows. */
interface Connection {
  readonly uuid: string;
  readonly name: string;
  /** It is used now. */
  readonly active: boolean;
}

/** What is to be done about Wi-Fi. */
export interface WifiWish {
  /** Names of the association's own networks, which stay; empty: the one in use counts as its own. */
  readonly keep: readonly string[];
  /** Forget the others; else they are only counted. */
  readonly wipe: boolean;
  /** Where `nmcli` is looked for; the machine's own `PATH` when left out. */
  readonly path?: string | undefined;
}

/**
 * Looks for Wi-Fi networks of schools that the machine still knows, with NetworkManager's `nmcli`. The one in use is never
 * forgotten, because the answer goes over it: where it is not one of the association's, the check fails.
 */
export async function checkWifi({ keep, wipe, path }: WifiWish): Promise<SelfTestCheck> {
  const known = await wifiConnections(path);
  if (known === null) return { name: 'wifi-wiped', result: 'not-here', value: '' };
  const foreign = (all: readonly Connection[]) =>
    all.filter(({ name, active }) => !keep.includes(name) && !(active && keep.length === 0));
  if (wipe) {
    for (const { uuid } of foreign(known).filter(({ active }) => !active)) {
      await runTool('nmcli', ['connection', 'delete', 'uuid', uuid], { path });
    }
  }
  // What is said is what stands there now, not what was asked for.
  const left = wipe ? await wifiConnections(path) : known;
  if (left === null) return { name: 'wifi-wiped', result: 'failed', value: '' };
  const foreigners = foreign(left).length;
  return { name: 'wifi-wiped', result: foreigners === 0 ? 'ok' : 'failed', value: String(foreigners) };
}

/** The Wi-Fi networks that are set up; null: there is no NetworkManager to ask. */
async function wifiConnections(path: string | undefined): Promise<Connection[] | null> {
  const args = ['--terse', '--fields', 'UUID,TYPE,ACTIVE,NAME', 'connection', 'show'];
  const { code, output } = await runTool('nmcli', args, { path });
  if (code !== 0) return null;
  return output.split('\n').flatMap((line) => {
    const [uuid = '', type = '', active = '', ...name] = fields(line);
    if (type !== '802-11-wireless' && type !== 'wifi') return [];
    return { uuid, active: active === 'yes', name: name.join(':') };
  });
}

/** `nmcli` separates with colons and puts a backslash before those that mean themselves, and before backslashes. */
function fields(line: string): string[] {
  const all = [''];
  for (const [, escaped, plain] of line.matchAll(/\\(.)|(.)/gs)) {
    if (plain === ':') all.push('');
    else all[all.length - 1] += escaped ?? plain ?? '';
  }
  return all;
}
