import type { DeviceKnowledge } from '../../api/contract/lending/assets.ts';
import type { Fleet } from '../../fleet/interface.ts';

/** What the fleet knows of a device; null: it is none of the fleet's. */
export function deviceKnowledge(fleet: Fleet, deviceId: string | null): DeviceKnowledge | null {
  const device = deviceId === null ? undefined : fleet.device(deviceId);
  if (!device) return null;
  return {
    deviceId: device.id,
    online: device.online,
    lastSeenAt: device.lastSeenAt,
    model: device.reported?.board.model ?? null,
    agentVersion: device.reported?.agent.version ?? null,
    seenAt: fleet.elsewhere().get(device.id) ?? null,
  };
}
