import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Logger } from 'pino';
import type { IncomingMessage } from '../../device/contract/peer-message.ts';
import { ProblemError } from '../../device/contract/problem.ts';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { TraceBatch } from '../../device/contract/trace.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { SchoolView } from '../api/contract/endpoints.ts';
import type { Authenticate, Broker } from '../broker/broker.ts';
import type { DomainContext } from '../domain.ts';
import { CommandDesk } from './command-desk.ts';
import { DeviceRegistry } from './device-registry.ts';
import type { DeviceState } from './device-state.ts';
import { DeviceStore } from './device-store.ts';
import { elsewhere, networkOf } from './elsewhere.ts';
import { mountFleet } from './endpoints.ts';
import type { Fleet, FleetDevice, FleetEvents, NewDevice } from './interface.ts';
import { fleetMigrations } from './migrations.ts';
import { createOrders, type Orders } from './orders.ts';
import { deviceUnknown } from './problems.ts';
import { hashSecret, secretMatches } from './secret.ts';
import { SeenWriter } from './seen-writer.ts';

/** What the fleet needs of other domains. */
export interface FleetNeeds {
  readonly schoolById: (id: string) => Promise<SchoolView | null>;
}

/** Makes the fleet; see `Domain`. */
export function createFleet(needs: FleetNeeds): Fleet {
  return new FleetDomain(needs);
}

/** What exists between start and stop. */
interface Running {
  readonly broker: Broker;
  readonly logger: Logger;
  readonly now: () => number;
  readonly store: DeviceStore;
  readonly desk: CommandDesk;
  readonly orders: Orders;
  readonly seen: SeenWriter;
}

class FleetDomain implements Fleet {
  readonly name = 'fleet';
  readonly migrations = fleetMigrations;
  readonly events = new EventEmitter<FleetEvents>();
  readonly #needs: FleetNeeds;
  readonly #registry = new DeviceRegistry();
  /** Those that have devices, by id, as they were called when one of theirs came online last. */
  readonly #schools = new Map<string, SchoolView>();
  /** Until something changes by which it could be other. */
  #elsewhere: ReadonlyMap<DeviceId, SchoolView> | undefined;
  #running: Running | undefined;

  constructor(needs: FleetNeeds) {
    this.#needs = needs;
  }

  async start({ broker, db, logger, mount, now, addresses }: DomainContext): Promise<void> {
    const store = new DeviceStore(db);
    const desk = new CommandDesk(broker, now);
    const orders = createOrders(desk, (id) => this.#registry.get(id)?.online ?? false);
    const seen = new SeenWriter(store, logger);
    this.#running = { broker, logger, now, store, desk, orders, seen };
    for (const device of await store.all()) this.#registry.add(device);
    for (const schoolId of new Set(this.#registry.all().map((device) => device.schoolId))) {
      await this.#learnSchool(schoolId);
    }
    broker.onDisconnected(() => {
      this.#elsewhere = undefined;
    });
    broker.onConnected((id) => {
      this.#elsewhere = undefined;
      this.#learnSchool(this.#registry.get(id)?.schoolId ?? null).catch((error: unknown) => {
        logger.error({ err: error }, 'a school could not be read');
      });
    });
    this.#registry.on('changed', (device) => this.events.emit('changed', device));
    this.#registry.on('trace', (device, batch) => this.events.emit('trace', device, batch));
    this.#registry.on('peers', (device, message) => this.events.emit('peers', device, message));
    this.#registry.on('seen', (device) => seen.note(device));
    this.#registry.listen(broker);
    broker.on('reply', (id, reply) => desk.reply(id, reply));
    broker.onSubscribed((id, channel) => {
      const device = channel === 'desired' ? this.#registry.get(id) : undefined;
      if (!device) return;
      this.#publishDesired(device).catch((error: unknown) => {
        logger.error({ err: error, deviceId: id }, 'a device could not be told what is desired');
      });
    });
    mountFleet(mount, { fleet: this, addresses, schoolById: this.#needs.schoolById });
  }

  async stop(): Promise<void> {
    this.#running?.desk.close();
    await this.#running?.seen.flush();
  }

  readonly authenticate: Authenticate = async (id, secret) => {
    const hash = await this.#parts.store.secretHash(id);
    // An unknown device takes as long as a wrong secret, so that nobody can find out which ids exist.
    return secretMatches(secret, hash ?? hashSecret('')) && hash !== undefined;
  };

  device(id: DeviceId): FleetDevice | undefined {
    return this.#registry.get(id);
  }

  devices(): readonly FleetDevice[] {
    return this.#registry.all();
  }

  devicesOf(schoolId: string | null): readonly FleetDevice[] {
    return this.#registry.all().filter((device) => device.schoolId === schoolId);
  }

  elsewhere(): ReadonlyMap<DeviceId, SchoolView> {
    if (this.#elsewhere) return this.#elsewhere;
    const { broker } = this.#parts;
    const devices = this.#registry.all().map(({ id, schoolId }) => ({
      id,
      schoolId,
      network: networkOf(broker.addressOf(id)),
    }));
    const found = new Map<DeviceId, SchoolView>();
    for (const [id, schoolId] of elsewhere(devices)) {
      const school = this.#schools.get(schoolId);
      if (school) found.set(id, school);
    }
    this.#elsewhere = found;
    return found;
  }

  async add(device: { name: string; schoolId: string | null }): Promise<NewDevice> {
    const { store, now } = this.#parts;
    const added = await store.add(device, { now: now(), randomBytes });
    await this.#learnSchool(device.schoolId);
    this.events.emit('changed', this.#registry.add(added.device));
    return { deviceId: added.device.id, secret: added.secret };
  }

  async setSchool(id: DeviceId, schoolId: string | null): Promise<void> {
    const device = this.#registry.get(id);
    if (!device) throw new ProblemError(deviceUnknown());
    if (device.schoolId === schoolId) return;
    await this.#parts.store.saveSchool(id, schoolId);
    await this.#learnSchool(schoolId);
    const from = device.schoolId;
    device.schoolId = schoolId;
    this.#elsewhere = undefined;
    this.events.emit('moved', device, from);
    this.events.emit('changed', device);
  }

  async setWiring(id: DeviceId, wiring: Wiring): Promise<void> {
    const device = this.#registry.get(id);
    if (!device || JSON.stringify(device.desired.wiring) === JSON.stringify(wiring)) return;
    device.desired = { version: device.desired.version + 1, wiring };
    await this.#parts.store.saveDesired(id, device.desired);
    await this.#publishDesired(device);
    this.events.emit('changed', device);
  }

  peerMessage(id: DeviceId, message: IncomingMessage): void {
    const { desk, logger } = this.#parts;
    desk.tell(id, { type: 'peer-message', ...message }).catch((error: unknown) => {
      logger.error({ err: error, deviceId: id }, 'a message of another Pi could not be passed on');
    });
  }

  traceTail(id: DeviceId): TraceBatch | undefined {
    return this.#registry.get(id)?.tail();
  }

  forgetRun(id: DeviceId): void {
    this.#registry.get(id)?.forgetRun();
  }

  run: Orders['run'] = (...order) => this.#parts.orders.run(...order);
  stopProgram: Orders['stopProgram'] = (...order) => this.#parts.orders.stopProgram(...order);
  control: Orders['control'] = (...order) => this.#parts.orders.control(...order);
  identify: Orders['identify'] = (...order) => this.#parts.orders.identify(...order);
  input: Orders['input'] = (...order) => this.#parts.orders.input(...order);
  selfTest: Orders['selfTest'] = (...order) => this.#parts.orders.selfTest(...order);
  key: Orders['key'] = (...order) => this.#parts.orders.key(...order);

  async #learnSchool(schoolId: string | null): Promise<void> {
    const school = schoolId === null ? null : await this.#needs.schoolById(schoolId);
    if (!school) return;
    this.#schools.set(school.id, school);
    this.#elsewhere = undefined;
  }

  async #publishDesired({ id, desired }: DeviceState): Promise<void> {
    await this.#parts.broker.publish(id, 'desired', desired);
  }

  get #parts(): Running {
    if (!this.#running) throw new Error('the fleet has not been started');
    return this.#running;
  }
}
