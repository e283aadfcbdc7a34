import { BlockList, isIP } from 'node:net';
import type { DeviceId } from '../../device/contract/topics.ts';

/** A device, who has it, and the network from which it reports now; null: it is away, or its address tells nothing. */
export interface Whereabouts {
  readonly id: DeviceId;
  readonly schoolId: string | null;
  readonly network: string | null;
}

/** Addresses that many places have: behind them nobody can tell one school from another. */
const everywhere = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  everywhere.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  everywhere.addSubnet(net, bits, 'ipv6');
}

/** The network behind a public address: the address itself, or the /64 of IPv6 that one line has; null: not public. */
export function networkOf(address: string | undefined): string | null {
  const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '') ?? '';
  const version = isIP(plain);
  if (version === 0 || everywhere.check(plain, version === 6 ? 'ipv6' : 'ipv4')) return null;
  return version === 4 ? plain : `${groups(plain).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groups(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: gap }, () => '0'), ...after].map((one) =>
    one.replace(/^0+(?=.)/, ''),
  );
}

/**
 * Which devices report from another school than the one that has them, and from which.
 *
 * A network is a school's own when at least two of its devices report from there and more than half of those that report
 * at all. A device is elsewhere when its network is the own one of exactly one school, and that is not the school that
 * has it. Where two schools share a network (one line of their town), nothing is said. Devices of the association are
 * nowhere expected, so nothing is said of them either.
 */
export function elsewhere(devices: readonly Whereabouts[]): Map<DeviceId, string> {
  const owners = ownersOfNetworks(devices);
  const found = new Map<DeviceId, string>();
  for (const { id, schoolId, network } of devices) {
    const [owner, ...more] = owners.get(network ?? '') ?? [];
    if (schoolId !== null && owner !== undefined && more.length === 0 && owner !== schoolId)
      found.set(id, owner);
  }
  return found;
}

function ownersOfNetworks(devices: readonly Whereabouts[]): Map<string, string[]> {
  const reporting = new Map<string, Map<string, number>>();
  for (const { schoolId, network } of devices) {
    if (schoolId === null || network === null) continue;
    const networks = reporting.get(schoolId) ?? new Map<string, number>();
    networks.set(network, (networks.get(network) ?? 0) + 1);
    reporting.set(schoolId, networks);
  }
  const owners = new Map<string, string[]>();
  for (const [schoolId, networks] of reporting) {
    const all = [...networks.values()].reduce((sum, one) => sum + one, 0);
    for (const [network, some] of networks) {
      if (some >= 2 && some * 2 > all) owners.set(network, [...(owners.get(network) ?? []), schoolId]);
    }
  }
  return owners;
}
