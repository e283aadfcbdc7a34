import { EventEmitter } from 'node:events';
import type { OutgoingMessage } from '../../device/contract/peer-message.ts';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { TraceBatch } from '../../device/contract/trace.ts';
import type { Broker } from '../broker/broker.ts';
import { DeviceState } from './device-state.ts';
import type { StoredDevice } from './device-store.ts';

interface RegistryEvents {
  /** What people see of a device changed. */
  changed: [device: DeviceState];
  /** A device sent a batch of its newest run. */
  trace: [device: DeviceState, batch: TraceBatch];
  /** A device sent a message for other Pis of its class. */
  peers: [device: DeviceState, message: OutgoingMessage];
  /** A device came, went or told something new about itself, which is to be kept. */
  seen: [device: DeviceState];
}

/** Every device of the fleet as it is now, kept up to date from the messages of the devices. */
export class DeviceRegistry extends EventEmitter<RegistryEvents> {
  readonly #devices = new Map<DeviceId, DeviceState>();

  add(stored: StoredDevice): DeviceState {
    const device = new DeviceState(stored);
    this.#devices.set(device.id, device);
    return device;
  }

  get(id: DeviceId): DeviceState | undefined {
    return this.#devices.get(id);
  }

  all(): DeviceState[] {
    return [...this.#devices.values()];
  }

  /** Hears what devices say; messages of devices that are not of the fleet are ignored. */
  listen(broker: Pick<Broker, 'on' | 'onDisconnected'>): void {
    broker.on('presence', (id, presence, { receivedAt }) => {
      this.#take(id, receivedAt, (device) => {
        if (!device.announce(presence)) return;
        this.emit('changed', device);
        this.emit('seen', device);
      });
    });
    broker.on('reported', (id, report, { receivedAt }) => {
      this.#take(id, receivedAt, (device) => {
        const before = device.reported;
        if (!device.report(report)) return;
        this.emit('changed', device);
        // A run that begins or ends is no reason to write to the disk.
        if (before?.boot !== report.boot || before.desiredVersion !== report.desiredVersion) {
          this.emit('seen', device);
        }
      });
    });
    broker.on('health', (id, health, { receivedAt }) => {
      this.#take(id, receivedAt, (device) => {
        if (device.feel(health)) this.emit('changed', device);
      });
    });
    broker.on('trace', (id, batch, { receivedAt }) => {
      this.#take(id, receivedAt, (device) => {
        const errorBefore = device.lastError;
        if (!device.trace(batch)) return;
        this.emit('trace', device, batch);
        if (device.lastError !== errorBefore) this.emit('changed', device);
      });
    });
    broker.on('peers', (id, message, { receivedAt }) => {
      this.#take(id, receivedAt, (device) => this.emit('peers', device, message));
    });
    broker.onDisconnected((id) => {
      const device = this.#devices.get(id);
      if (!device?.connectionLost()) return;
      this.emit('changed', device);
      this.emit('seen', device);
    });
  }

  #take(id: DeviceId, receivedAt: number, message: (device: DeviceState) => void): void {
    const device = this.#devices.get(id);
    if (!device) return;
    device.lastSeenAt = receivedAt;
    message(device);
  }
}
