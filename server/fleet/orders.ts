import { randomUUID } from 'node:crypto';
import type { PartInput } from '../../device/contract/command.ts';
import { limits } from '../../device/contract/limits.ts';
import { ProblemError } from '../../device/contract/problem.ts';
import type { Begin, ProgramControl } from '../../device/contract/program-control.ts';
import type { SelfTestResult } from '../../device/contract/self-test.ts';
import type { DeviceId } from '../../device/contract/topics.ts';
import { type CommandDesk, type Order, requireSuccess } from './command-desk.ts';
import { deviceOffline, programTooLarge } from './problems.ts';

/** What a Pi found out about itself, and how fast it answers, in ms. */
export interface SelfTestOutcome extends SelfTestResult {
  readonly answeredAfter: number;
}

/** How long a Pi may take to test itself, ms: a slow card is read for some seconds. */
const selfTestTimeout = 60_000;

/** What people may have a Pi do. Each throws a ProblemError that says what went wrong and what to do. */
export interface Orders {
  /**
   * Runs a program; what ran before is replaced. Settles when the program has begun.
   * @param begin left out: at full speed, at once.
   * @throws ProblemError `program-too-large`, `device-offline`, `device-no-answer` or what the device says.
   */
  run(deviceId: DeviceId, source: string, begin?: Begin): Promise<{ runId: string }>;
  /** Stops what runs, or only the named run. Settles when the outputs are safe. */
  stopProgram(deviceId: DeviceId, options?: { runId?: string; timeout?: number }): Promise<void>;
  /** Pauses what runs, lets it go on, steps it, slows it down; without a program nothing happens. */
  control(deviceId: DeviceId, control: ProgramControl): Promise<void>;
  /** Lets the Pi blink. */
  identify(deviceId: DeviceId): Promise<void>;
  /** Works an input of a simulated board. */
  input(deviceId: DeviceId, input: PartInput): Promise<void>;
  /**
   * Lets the Pi test itself; with `wipe` it forgets the schools' Wi-Fi and what classes have left.
   * @throws ProblemError `device-offline`, `device-no-answer`, `program-running` or what the device says.
   */
  selfTest(deviceId: DeviceId, options: { wipe: boolean }): Promise<SelfTestOutcome>;
  /** Presses a key for the program that runs; without one nothing happens. */
  key(deviceId: DeviceId, key: string): Promise<void>;
}

/** The orders over a command desk; a device that is not online is refused at once instead of after a timeout. */
export function createOrders(
  desk: Pick<CommandDesk, 'send'>,
  isOnline: (deviceId: DeviceId) => boolean,
): Orders {
  async function send(deviceId: DeviceId, order: Order, timeout?: number): Promise<void> {
    if (!isOnline(deviceId)) throw new ProblemError(deviceOffline());
    requireSuccess(await desk.send(deviceId, order, timeout === undefined ? {} : { timeout }));
  }

  return {
    async run(deviceId, source, begin) {
      refuseTooLarge(source);
      const runId = randomUUID();
      await send(deviceId, {
        channel: 'program',
        action: { type: 'run', runId, source, ...(begin && { begin }) },
      });
      return { runId };
    },
    stopProgram: (deviceId, { runId, timeout } = {}) =>
      send(
        deviceId,
        { channel: 'program', action: { type: 'stop', ...(runId === undefined ? {} : { runId }) } },
        timeout,
      ),
    control: (deviceId, control) =>
      send(deviceId, { channel: 'program', action: { type: 'control', control } }),
    identify: (deviceId) => send(deviceId, { channel: 'command', action: { type: 'identify' } }),
    input: (deviceId, input) => send(deviceId, { channel: 'command', action: { type: 'input', ...input } }),
    async selfTest(deviceId, { wipe }) {
      if (!isOnline(deviceId)) throw new ProblemError(deviceOffline());
      const order: Order = { channel: 'command', action: { type: 'self-test', wipe } };
      const outcome = await desk.send(deviceId, order, { timeout: selfTestTimeout });
      requireSuccess(outcome);
      return { checks: outcome.result?.checks ?? [], answeredAfter: outcome.answeredAfter ?? 0 };
    },
    key: (deviceId, key) => send(deviceId, { channel: 'command', action: { type: 'key', key } }),
  };
}

/** The source has its limit, and so has the message around it, in which line breaks and quotes take two bytes. */
function refuseTooLarge(source: string): void {
  const bytes = Buffer.byteLength(source, 'utf8');
  if (bytes > limits.programSourceBytes) {
    throw new ProblemError(programTooLarge(bytes, limits.programSourceBytes));
  }
  const envelopeBytes = 512;
  const encoded = Buffer.byteLength(JSON.stringify(source), 'utf8') + envelopeBytes;
  if (encoded > limits.programPayloadBytes) {
    throw new ProblemError(programTooLarge(encoded, limits.programSourceBytes));
  }
}
