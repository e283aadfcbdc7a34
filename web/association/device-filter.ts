import type { FleetDevice } from '../../server/api/contract/endpoints.ts';

/** What the fleet's list shows. */
export interface DeviceFilter {
  /** Words that all have to occur somewhere; upper and lower case are the same. */
  readonly words: string;
  readonly light: 'all' | 'online' | 'offline';
}

/** The devices that a filter lets through, by name. */
export function filterDevices(devices: readonly FleetDevice[], filter: DeviceFilter): FleetDevice[] {
  const words = filter.words.toLocaleLowerCase('de').split(/\s+/).filter(Boolean);
  return devices
    .filter((device) => filter.light === 'all' || device.online === (filter.light === 'online'))
    .filter((device) => words.every((word) => textOf(device).includes(word)))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'de', { numeric: true }));
}

function textOf(device: FleetDevice): string {
  return [
    device.name,
    device.id,
    `pi ${device.number}`,
    device.school?.name,
    device.school?.city,
    device.board?.model,
    device.agentVersion,
  ]
    .join(' ')
    .toLocaleLowerCase('de');
}
