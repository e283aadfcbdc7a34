import mqtt, { type MqttClient } from 'mqtt';
import { decode, encode } from '../../device/contract/codec.ts';
import {
  type Command,
  commandSchema,
  type ProgramMessage,
  programMessageSchema,
  type Reply,
  replySchema,
} from '../../device/contract/command.ts';
import { type Desired, desiredSchema } from '../../device/contract/desired.ts';
import { type DeviceHealth, deviceHealthSchema } from '../../device/contract/health.ts';
import { limits } from '../../device/contract/limits.ts';
import { type OutgoingMessage, outgoingMessageSchema } from '../../device/contract/peer-message.ts';
import { presenceSchema } from '../../device/contract/presence.ts';
import { type Reported, reportedSchema } from '../../device/contract/reported.ts';
import { type AgentChannel, serverChannels, topic } from '../../device/contract/topics.ts';
import { type TraceBatch, traceBatchSchema } from '../../device/contract/trace.ts';
import { channelRules } from '../../server/broker/channels.ts';

/** What an agent that follows a script is told to do with orders; by default it succeeds at all of them. */
export type Script = (order: Command | ProgramMessage) => Omit<Reply, 'id'> | 'silence';

const succeeds: Script = () => ({ state: 'succeeded' });

/**
 * The agent's side of the contract over a real MQTT connection, without board and programs: for tests of the
 * server that need a device to say certain things, or to keep silent.
 */
export class ScriptedAgent {
  readonly deviceId: string;
  /** Everything that arrived, in order. */
  readonly orders: (Command | ProgramMessage)[] = [];
  readonly desired: Desired[] = [];
  script: Script;
  readonly #client: MqttClient;
  readonly #nonce: string;
  #report: Reported;
  #sequence = 0;

  private constructor(client: MqttClient, deviceId: string, nonce: string, boot: string, script: Script) {
    this.#client = client;
    this.#nonce = nonce;
    this.deviceId = deviceId;
    this.script = script;
    this.#report = {
      version: 0,
      boot,
      agent: { version: '0.1.0', node: '24.21.0' },
      board: { kind: 'simulated', io: 'none', model: 'Scripted Pi' },
      desiredVersion: 0,
      desiredProblem: null,
      program: { state: 'idle' },
    };
  }

  /**
   * Connects, listens, and says that it is there; `server` is an `mqtt://` or `ws://` address. With `from` it comes over a
   * proxy that names this address; over `ws://` only.
   */
  static async connect(
    { server, deviceId, secret }: { server: string; deviceId: string; secret: string },
    {
      script = succeeds,
      nonce = `nonce-${Math.random()}`,
      boot = `boot-${Math.random()}`,
      from,
    }: { script?: Script; nonce?: string; boot?: string; from?: string } = {},
  ): Promise<ScriptedAgent> {
    const client = await mqtt.connectAsync(server, {
      ...(from !== undefined && { wsOptions: { headers: { 'x-forwarded-for': from } } }),
      clientId: deviceId,
      username: deviceId,
      password: secret,
      reconnectPeriod: 0,
      will: {
        topic: topic(deviceId, 'presence'),
        payload: Buffer.from(encode(presenceSchema, { state: 'offline', nonce })),
        qos: 1,
        retain: true,
      },
    });
    client.on('error', () => {});
    const agent = new ScriptedAgent(client, deviceId, nonce, boot, script);
    client.on('message', (at, payload) => agent.#take(at, payload));
    await client.subscribeAsync(
      serverChannels.map((channel) => topic(deviceId, channel)),
      { qos: 1 },
    );
    await agent.presence('online', agent.#nonce);
    await agent.report({ state: 'idle' });
    return agent;
  }

  async presence(state: 'online' | 'offline', nonce = this.#nonce): Promise<void> {
    await this.say('presence', encode(presenceSchema, { state, nonce }));
  }

  async report(program: Reported['program'], board = this.#report.board): Promise<void> {
    const desiredVersion = this.desired.at(-1)?.version ?? 0;
    this.#report = { ...this.#report, version: this.#report.version + 1, board, desiredVersion, program };
    await this.say('reported', encode(reportedSchema, this.#report));
  }

  async trace(runId: string, events: TraceBatch['events'], resync?: true): Promise<void> {
    const batch: TraceBatch = { runId, sequence: this.#sequence++, events, ...(resync && { resync }) };
    await this.say('trace', encode(traceBatchSchema, batch));
  }

  async reply(id: string, reply: Omit<Reply, 'id'>): Promise<void> {
    await this.say('reply', encode(replySchema, { ...reply, id }));
  }

  async health(health: DeviceHealth): Promise<void> {
    await this.say('health', encode(deviceHealthSchema, health));
  }

  /** Sends a message to other Pis. */
  async tellPeers(message: OutgoingMessage): Promise<void> {
    await this.say('peers', encode(outgoingMessageSchema, message));
  }

  /** Publishes anything on one of its channels, however wrong. */
  async say(channel: AgentChannel, payload: string): Promise<void> {
    const { qos, retained } = channelRules[channel];
    await this.#client.publishAsync(topic(this.deviceId, channel), payload, { qos, retain: retained });
  }

  /** Breaks the connection without a word, so that the broker sends the last will. */
  vanish(): void {
    this.#client.stream.destroy();
  }

  async close(): Promise<void> {
    await this.#client.endAsync(true);
  }

  #take(at: string, payload: Buffer): void {
    if (at.endsWith('/desired')) {
      this.desired.push(decode(desiredSchema, payload, limits.payloadBytes));
      return;
    }
    const order = at.endsWith('/program')
      ? decode(programMessageSchema, payload, limits.programPayloadBytes)
      : decode(commandSchema, payload, limits.payloadBytes);
    this.orders.push(order);
    const reply = this.script(order);
    if (reply !== 'silence') void this.reply(order.id, reply).catch(() => {});
  }
}
