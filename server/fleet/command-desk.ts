import { randomUUID } from 'node:crypto';
import type { Command, ProgramMessage, Reply } from '../../device/contract/command.ts';
import { type Problem, ProblemError } from '../../device/contract/problem.ts';
import type { SelfTestResult } from '../../device/contract/self-test.ts';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { Broker } from '../broker/broker.ts';
import { type CommandEvent, type CommandState, isFinal, nextCommandState } from './command-state.ts';
import { withoutReason } from './problems.ts';

/** What may be asked of a device, and on which channel. */
export type Order =
  | { readonly channel: 'command'; readonly action: Command['action'] }
  | { readonly channel: 'program'; readonly action: ProgramMessage['action'] };

/** How a command ended. */
export interface Outcome {
  readonly id: string;
  /** A final state. */
  readonly state: CommandState;
  /** Why it did not succeed; null when it did. */
  readonly problem: Problem | null;
  /** What it found out; undefined: it did not say. */
  readonly result: SelfTestResult | undefined;
  /** From sending to the first answer, in ms; null: none came. */
  readonly answeredAfter: number | null;
}

interface Pending {
  readonly deviceId: DeviceId;
  state: CommandState;
  result: SelfTestResult | undefined;
  answeredAfter: number | null;
  readonly sentAt: number;
  readonly end: (state: CommandState, problem: Problem | undefined) => void;
}

/** How long a device has to answer unless said otherwise, in ms. */
export const defaultTimeoutMs = 10_000;
/** How old what nobody waits for may get, in ms. */
const noticeMs = 5000;

/** Sends commands to devices and brings each together with its reply. */
export class CommandDesk {
  readonly #broker: Pick<Broker, 'publish'>;
  readonly #now: () => number;
  readonly #pending = new Map<string, Pending>();

  constructor(broker: Pick<Broker, 'publish'>, now: () => number) {
    this.#broker = broker;
    this.#now = now;
  }

  /**
   * Sends and waits for the outcome; never rejects because of the device, whose failure is an outcome too.
   *
   * @param timeout in ms; the device does not begin after it either.
   */
  send(
    deviceId: DeviceId,
    order: Order,
    { timeout = defaultTimeoutMs }: { timeout?: number } = {},
  ): Promise<Outcome> {
    const id = randomUUID();
    const sentAt = this.#now();
    const envelope = { id, sentAt, expiresAt: sentAt + timeout };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#move(id, { type: 'expired' }, undefined), timeout);
      const forget = () => {
        clearTimeout(timer);
        this.#pending.delete(id);
      };
      const pending: Pending = {
        deviceId,
        state: 'created',
        result: undefined,
        answeredAfter: null,
        sentAt: performance.now(),
        end: (state, problem) => {
          forget();
          resolve({
            id,
            state,
            problem: state === 'succeeded' ? null : (problem ?? withoutReason(state)),
            result: pending.result,
            answeredAfter: pending.answeredAfter,
          });
        },
      };
      this.#pending.set(id, pending);
      this.#publish(deviceId, order, envelope).catch((cause: unknown) => {
        forget();
        reject(cause);
      });
    });
  }

  /** Sends a command whose outcome nobody waits for; the device does not carry it out later than `noticeMs` from now. */
  async tell(deviceId: DeviceId, action: Command['action']): Promise<void> {
    const sentAt = this.#now();
    const envelope = { id: randomUUID(), sentAt, expiresAt: sentAt + noticeMs };
    await this.#publish(deviceId, { channel: 'command', action }, envelope);
  }

  /** Takes a device's reply. Those to no command of ours, to another device's or to a finished one change nothing. */
  reply(deviceId: DeviceId, reply: Reply): void {
    const pending = this.#pending.get(reply.id);
    if (pending?.deviceId !== deviceId) return;
    pending.answeredAfter ??= performance.now() - pending.sentAt;
    pending.result = reply.result;
    this.#move(reply.id, { type: 'reply', state: reply.state }, reply.problem);
  }

  /** Ends what is pending as timed out: the server stops. */
  close(): void {
    for (const id of [...this.#pending.keys()]) this.#move(id, { type: 'expired' }, undefined);
  }

  #publish(
    deviceId: DeviceId,
    order: Order,
    envelope: { id: string; sentAt: number; expiresAt: number },
  ): Promise<void> {
    return order.channel === 'command'
      ? this.#broker.publish(deviceId, 'command', { ...envelope, action: order.action })
      : this.#broker.publish(deviceId, 'program', { ...envelope, action: order.action });
  }

  #move(id: string, event: CommandEvent, problem: Problem | undefined): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    pending.state = nextCommandState(pending.state, event);
    if (isFinal(pending.state)) pending.end(pending.state, problem);
  }
}

/** @throws ProblemError when the outcome is any but success. */
export function requireSuccess(outcome: Outcome): void {
  if (outcome.problem) throw new ProblemError(outcome.problem);
}
