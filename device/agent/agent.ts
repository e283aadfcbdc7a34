import type { Board } from '../boards/board.ts';
import { decode } from '../contract/codec.ts';
import { commandSchema, programMessageSchema } from '../contract/command.ts';
import { desiredSchema } from '../contract/desired.ts';
import type { DeviceHealth } from '../contract/health.ts';
import { limits } from '../contract/limits.ts';
import { ProblemError } from '../contract/problem.ts';
import type { ServerChannel } from '../contract/topics.ts';
import type { TraceEvent } from '../contract/trace.ts';
import type { Clock } from '../program/clock.ts';
import type { ProgramRunner } from '../program/runner-contract.ts';
import { handleCommand } from './commands.ts';
import type { AgentConfig } from './config.ts';
import { createConnection } from './connection.ts';
import { createHealthWatch } from './health/health-watch.ts';
import { createIdentify } from './identify.ts';
import type { Log } from './log.ts';
import type { ProxyEnvironment } from './mqtt-client.ts';
import { createOrderDesk } from './order-desk.ts';
import { createOwnerWatch } from './owner-watch.ts';
import { sendPeerMessages } from './peer-messages.ts';
import { createProgramLane } from './program-lane.ts';
import { createReconnectSchedule } from './reconnect-schedule.ts';
import { createReporter } from './reporter.ts';
import type { SelfTest } from './self-test/self-test.ts';
import { createServerClock } from './server-clock.ts';
import { createTraceSender } from './trace-sender.ts';
import { createWiringLane } from './wiring-lane.ts';

export interface AgentOptions {
  readonly config: AgentConfig;
  readonly board: Board;
  /** Makes the runner, whose events go to the given listener. */
  readonly createRunner: (onTrace: (runId: string, events: TraceEvent[]) => void) => ProgramRunner;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Draws an id nobody had before, of 8 to 64 characters. */
  readonly drawId: () => string;
  /** Looks how the machine is. */
  readonly readHealth: () => DeviceHealth;
  /** Looks what of the machine is in order. */
  readonly selfTest: SelfTest;
  /** Release of the agent. */
  readonly version: string;
  readonly environment: ProxyEnvironment;
  readonly log: Log;
  /** Hears of the connection and of applied wirings: for who watches from outside. */
  readonly onState?: (state: 'online' | 'offline' | 'wired') => void;
}

export interface Agent {
  start(): void;
  /** Ends the program, makes the board safe, says offline, lets go of everything. */
  stop(): Promise<void>;
}

/** One Pi of the fleet: the server's orders on one side, a board and its program on the other. */
export function createAgent(options: AgentOptions): Agent {
  const { config, board, clock, log } = options;
  const boot = options.drawId();
  const serverClock = createServerClock(() => clock.now() / 1000);
  const identify = createIdentify(board, clock);

  const health = createHealthWatch({
    clock,
    read: options.readHealth,
    publish: (payload) => connection.publish('health', payload),
  });
  const sender = createTraceSender({
    clock,
    publish: (payload, written) => connection.publish('trace', payload, written),
    levels: () => board.levels(),
  });
  const reporter = createReporter(
    () => ({
      boot,
      agent: { version: options.version, node: process.versions.node },
      board: { ...board.info },
      desiredVersion: wiring.version,
      desiredProblem: wiring.problem,
    }),
    (payload) => connection.publish('reported', payload),
  );
  const runner = options.createRunner((runId, events) => {
    sender.push(runId, sendPeerMessages(events, connection));
    reporter.follow(runId, events);
  });
  const wiring = createWiringLane({
    board,
    log,
    async stopProgram() {
      identify.cancel();
      await runner.stop('stopped');
    },
    onChange() {
      options.onState?.('wired');
      reporter.report();
    },
  });
  const lane = createProgramLane({
    runner,
    clock,
    wiringSettled: () => wiring.settled(),
    onPrepare: () => identify.cancel(),
  });
  const desk = createOrderDesk({
    serverClock,
    log,
    reply: (payload) => connection.publish('reply', payload),
  });
  const owner = createOwnerWatch(clock, () => {
    log.warn('the server was away for too long; nobody could stop the program, so it is stopped');
    void runner.stop('owner-lost');
  });

  const handlers: Record<ServerChannel, (payload: Uint8Array) => Promise<void>> = {
    command: (payload) =>
      desk.take(
        commandSchema,
        payload,
        limits.payloadBytes,
        (order) => handleCommand(order, board, runner, identify, options.selfTest),
        ({ action }) => action.type !== 'peer-message',
      ),
    program: (payload) =>
      desk.take(programMessageSchema, payload, limits.programPayloadBytes, (order) => lane.handle(order)),
    async desired(payload) {
      // An empty retained message is how MQTT takes a retained one back.
      if (payload.length === 0) return;
      try {
        await wiring.apply(decode(desiredSchema, payload, limits.payloadBytes));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        wiring.refuse(error.problem);
      }
    },
  };

  const connection = createConnection({
    config,
    clock,
    log,
    schedule: createReconnectSchedule(options.random),
    drawNonce: options.drawId,
    environment: options.environment,
    onMessage: (channel, payload) => void handlers[channel](payload),
    onOnline() {
      serverClock.reset();
      owner.online();
      reporter.report();
      sender.online();
      health.online();
      options.onState?.('online');
    },
    onOffline() {
      sender.offline();
      health.offline();
      owner.offline();
      options.onState?.('offline');
    },
  });

  return {
    start() {
      owner.offline();
      connection.start();
    },
    async stop() {
      identify.cancel();
      await runner.stop('agent-stopped');
      board.makeSafe();
      sender.finish();
      await connection.stop();
      owner.close();
      await runner.close();
      // A wiring that is being set up would claim pins of a closed board.
      await wiring.settled();
      await board.close();
    },
  };
}
