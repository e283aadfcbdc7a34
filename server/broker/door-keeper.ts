import type { AedesOptions, AuthenticateError, Client } from 'aedes';
import type { Logger } from 'pino';
import { type DeviceId, deviceIdSchema } from '../../device/contract/topics.ts';
import type { Authenticate } from './broker.ts';
import type { ConnectionLimits } from './connection-limits.ts';
import { PublishGate, type PublishRate } from './publish-gate.ts';
import type { RefusalLog } from './refusal-log.ts';
import {
  type PublishRights,
  payloadBytes,
  publishRights,
  type Refusal,
  refusePublish,
  refuseSubscribe,
  refuseWill,
} from './rights.ts';

/** Return codes of CONNACK (MQTT 3.1.1, §3.2.2.3). */
const connack = { identifierRejected: 2, unavailable: 3, badCredentials: 4, notAuthorized: 5 } as const;

/** What is known of one connection. */
interface Visitor {
  readonly address: string;
  readonly gate: PublishGate;
  /** Why the CONNECT packet itself is refused, found before the secret is looked at. */
  refusal?: { reason: Refusal; code: number };
  /** Who it says it is, when that can be a device's id at all. */
  claimed?: DeviceId;
  /** Set when the secret was right. */
  device?: { readonly id: DeviceId; readonly rights: PublishRights };
}

export interface DoorKeeperParts {
  readonly authenticate: Authenticate;
  readonly limits: ConnectionLimits;
  readonly publishRate: PublishRate;
  readonly refusals: RefusalLog;
  readonly logger: Logger;
}

type Hooks = Required<
  Pick<AedesOptions, 'preConnect' | 'authenticate' | 'authorizePublish' | 'authorizeSubscribe'>
>;

/** Decides about every connection, publish and subscribe; the broker asks through Aedes' hooks. */
export class DoorKeeper {
  readonly #parts: DoorKeeperParts;
  readonly #visitors = new WeakMap<Client, Visitor>();

  constructor(parts: DoorKeeperParts) {
    this.#parts = parts;
  }

  /** A connection was opened; nothing has been read from it yet. */
  opened(client: Client, address: string): void {
    const gate = new PublishGate(this.#parts.publishRate, () => performance.now());
    this.#visitors.set(client, { address, gate });
  }

  /** A connection is gone. */
  closed(client: Client): void {
    this.#visitors.get(client)?.gate.close();
  }

  /** The device behind a connection, once its secret was right. */
  deviceOf(client: Client): DeviceId | undefined {
    return this.#visitors.get(client)?.device?.id;
  }

  /** Where a connection comes from. */
  addressOf(client: Client): string | undefined {
    return this.#visitors.get(client)?.address;
  }

  /** Notes a refusal under the device's name or, when it gives none, the address. */
  refused(client: Client, reason: Refusal, details: Readonly<Record<string, unknown>> = {}): void {
    const visitor = this.#visitors.get(client);
    const name = visitor?.claimed ?? visitor?.address ?? 'unknown';
    this.#parts.refusals.refused(name, reason, { address: visitor?.address, ...details });
  }

  readonly hooks: Hooks = {
    preConnect: (client, packet, done) => {
      const visitor = this.#visitors.get(client);
      if (!visitor) return done(new Error('unknown connection'), false);
      const id = deviceIdSchema.safeParse(packet.clientId);
      visitor.claimed = id.data;
      if (!id.success) {
        visitor.refusal = { reason: 'client-id-invalid', code: connack.identifierRejected };
      } else if (packet.username !== id.data) {
        visitor.refusal = { reason: 'user-name-is-not-the-client-id', code: connack.identifierRejected };
      } else if (packet.will && refuseWill(id.data, packet.will)) {
        visitor.refusal = { reason: 'will-not-allowed', code: connack.notAuthorized };
      }
      // No session outlives its connection: `desired` is retained, orders expire, and queues for Pis that never come back would fill the memory.
      packet.clean = true;
      done(null, true);
    },

    authenticate: (client, _username, password, done) => {
      this.#admit(client, password?.toString()).then(
        (refusal) => {
          if (!refusal) return done(null, true);
          this.refused(client, refusal.reason, { clientId: client.id });
          done(authenticateError(refusal.reason, refusal.code), false);
        },
        (cause: unknown) => {
          this.#parts.logger.error({ err: cause }, 'a device’s secret could not be checked');
          done(authenticateError('unavailable', connack.unavailable), false);
        },
      );
    },

    authorizePublish: (client, packet, done) => {
      const visitor = client && this.#visitors.get(client);
      if (!client || !visitor?.device) return done(new Error('publish without a device'));
      const reason = refusePublish(visitor.device.id, packet, visitor.device.rights);
      if (reason) {
        this.refused(client, reason, { topic: packet.topic.slice(0, 200) });
        return done(new Error(reason));
      }
      // The last will of a connection that has gone must not wait.
      if (client.closed) return done();
      if (!this.#pace(client, visitor, payloadBytes(packet.payload), done)) done(new Error('flood'));
    },

    authorizeSubscribe: (client, subscription, done) => {
      const visitor = this.#visitors.get(client);
      const reason = visitor?.device
        ? refuseSubscribe(visitor.device.id, subscription.topic)
        : 'subscribe-not-allowed';
      if (reason) this.refused(client, reason, { topic: subscription.topic.slice(0, 200) });
      const pass = () => done(null, reason ? null : subscription);
      if (!visitor || !this.#pace(client, visitor, 0, pass)) done(new Error('flood'));
    },
  };

  #pace(client: Client, visitor: Visitor, bytes: number, pass: () => void): boolean {
    const outcome = visitor.gate.admit(bytes, pass);
    if (outcome !== 'passed') this.refused(client, 'flood', { outcome });
    return outcome !== 'refused';
  }

  async #admit(
    client: Client,
    secret: string | undefined,
  ): Promise<{ reason: Refusal; code: number } | undefined> {
    const visitor = this.#visitors.get(client);
    if (!visitor) return { reason: 'client-id-invalid', code: connack.identifierRejected };
    if (visitor.refusal) return visitor.refusal;
    if (!secret) return { reason: 'secret-missing', code: connack.badCredentials };
    const { limits, authenticate } = this.#parts;
    if (!(await limits.mayTrySecret(visitor.address, client.id))) {
      return { reason: 'too-many-wrong-secrets', code: connack.notAuthorized };
    }
    if (!(await authenticate(client.id, secret))) {
      await limits.secretWasWrong(visitor.address, client.id);
      return { reason: 'secret-wrong', code: connack.badCredentials };
    }
    visitor.device = { id: client.id, rights: publishRights(client.id) };
    return undefined;
  }
}

function authenticateError(reason: string, returnCode: number): AuthenticateError {
  return Object.assign(new Error(reason), { returnCode });
}
