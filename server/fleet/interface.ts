import type { EventEmitter } from 'node:events';
import type { IncomingMessage, OutgoingMessage } from '../../device/contract/peer-message.ts';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { TraceBatch } from '../../device/contract/trace.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { SchoolView } from '../api/contract/endpoints.ts';
import type { Authenticate } from '../broker/broker.ts';
import type { Domain } from '../domain.ts';
import type { DeviceState } from './device-state.ts';
import type { Orders } from './orders.ts';

/** A device as the other domains see it: read, never written. */
export type FleetDevice = Readonly<
  Pick<
    DeviceState,
    'id' | 'name' | 'number' | 'schoolId' | 'online' | 'lastError' | 'lastSeenAt' | 'reported' | 'view'
  >
>;

/** What happens in the fleet. */
export interface FleetEvents {
  /** What people see of a device changed: presence, program, wiring, last error. */
  changed: [device: FleetDevice];
  /** Another school has it now, or the association again; `from` is who had it. */
  moved: [device: FleetDevice, from: string | null];
  trace: [device: FleetDevice, batch: TraceBatch];
  /** A program of the device sent a message to other Pis of its class. */
  peers: [device: FleetDevice, message: OutgoingMessage];
}

/** A new device's id and its secret, which is told only here. */
export interface NewDevice {
  readonly deviceId: DeviceId;
  readonly secret: string;
}

/** The Pis: who they are, how they are, and what they are told to do. */
export interface Fleet extends Domain, Orders {
  readonly events: Pick<EventEmitter<FleetEvents>, 'on'>;
  readonly authenticate: Authenticate;
  device(id: DeviceId): FleetDevice | undefined;
  devices(): readonly FleetDevice[];
  /** Those of one school; null: the association's own. */
  devicesOf(schoolId: string | null): readonly FleetDevice[];
  /**
   * Devices that report from the network of another school than the one that has them, by id; see `elsewhere.ts` for
   * what counts as a school's network.
   */
  elsewhere(): ReadonlyMap<DeviceId, SchoolView>;
  add(device: { name: string; schoolId: string | null }): Promise<NewDevice>;
  /**
   * Gives a device to a school, or back to the association; nothing happens when it has it already. A class of the old
   * school that has it loses it at once: its program stops, and its seat waits for another or goes on without.
   *
   * @throws ProblemError `device-unknown`.
   */
  setSchool(id: DeviceId, schoolId: string | null): Promise<void>;
  /** Lets a device have this wiring from now on; nothing happens when it is the same. */
  setWiring(id: DeviceId, wiring: Wiring): Promise<void>;
  /** Hands a message of another Pi to the program that runs; nobody learns whether it came. */
  peerMessage(id: DeviceId, message: IncomingMessage): void;
  /** The end of the newest run's trace, marked as a repetition. */
  traceTail(id: DeviceId): TraceBatch | undefined;
  /** Forgets the newest run's trace and error: the Pi goes to somebody else. */
  forgetRun(id: DeviceId): void;
}
