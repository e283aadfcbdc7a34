import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PacketScanner } from '../../../server/broker/packet-limit.ts';
import { PublishGate } from '../../../server/broker/publish-gate.ts';
import { RefusalLog } from '../../../server/broker/refusal-log.ts';
import { collectingLogger } from '../../support/broker.ts';

describe('PacketScanner', () => {
  const body = (length: number) => Array<number>(length).fill(0);
  const cases: [title: string, bytes: number[], accepted: boolean][] = [
    ['an empty packet', [0xc0, 0], true],
    ['a packet of the largest size', [0x30, 0xc8, 0x01, ...body(200)], true],
    ['a packet that is one byte larger', [0x30, 0xc9, 0x01], false],
    ['many packets', [0xc0, 0, 0x30, 3, 1, 2, 3, 0xc0, 0, 0x30, 1, 9], true],
    ['a large one behind small ones', [0xc0, 0, 0x30, 3, 1, 2, 3, 0x30, 0xff, 0xff, 0x7f], false],
    ['a length of five bytes', [0x30, 0x80, 0x80, 0x80, 0x80, 0x01], false],
    ['a length of zero in four bytes', [0x30, 0x80, 0x80, 0x80, 0x00, 0xc0, 0], true],
    ['256 MiB', [0x30, 0xff, 0xff, 0xff, 0x7f], false],
  ];
  it.each(cases)('judges %s, in one chunk and byte by byte', (_title, bytes, accepted) => {
    expect(new PacketScanner(200).accept(Uint8Array.from(bytes))).toBe(accepted);
    const scanner = new PacketScanner(200);
    expect(bytes.every((byte) => scanner.accept(Uint8Array.of(byte)))).toBe(accepted);
  });
});

describe('PublishGate', () => {
  const rate = { packets: 1000, packetBurst: 3, bytes: 100_000, byteBurst: 1000, patienceMs: 50 };

  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('lets a burst pass, holds back what is too early in order, and refuses what is far too much', async () => {
    const gate = new PublishGate(rate, () => performance.now());
    const passed: number[] = [];
    const outcomes: string[] = [];
    for (let count = 0; count < 200; count++) outcomes.push(gate.admit(0, () => passed.push(count)));
    expect(passed).toEqual([0, 1, 2]);
    expect(new Set(outcomes.slice(3, 40))).toEqual(new Set(['waits']));
    expect(outcomes.at(-1)).toBe('refused');
    const waiting = outcomes.filter((outcome) => outcome === 'waits').length;
    await vi.runAllTimersAsync();
    expect(passed).toEqual(Array.from({ length: 3 + waiting }, (_, index) => index));
  });

  it('counts bytes too', () => {
    const gate = new PublishGate(rate, () => 0);
    expect(gate.admit(1000, () => {})).toBe('passed');
    expect(gate.admit(1000, () => {})).toBe('waits');
    expect(gate.admit(10_000, () => {})).toBe('refused');
    gate.close();
  });

  it('fills up again with time', () => {
    let now = 0;
    const gate = new PublishGate(rate, () => now);
    for (let count = 0; count < 3; count++) gate.admit(0, () => {});
    now = 2;
    expect([1, 2].map(() => gate.admit(0, () => {}))).toEqual(['passed', 'passed']);
    expect(gate.admit(0, () => {})).toBe('waits');
    gate.close();
  });

  it('lets nobody pass once the connection is gone', async () => {
    const gate = new PublishGate(rate, () => performance.now());
    let passed = 0;
    for (let count = 0; count < 10; count++) gate.admit(0, () => passed++);
    gate.close();
    await vi.runAllTimersAsync();
    expect(passed).toBe(3);
  });
});

describe('RefusalLog', () => {
  it('logs once per client and reason, and no more than so many a minute', () => {
    let now = 0;
    const lines: Record<string, unknown>[] = [];
    const log = new RefusalLog(collectingLogger(lines), () => now);
    for (let count = 0; count < 3; count++) {
      log.refused('pi-01', 'flood', { count });
      log.refused('pi-01', 'secret-wrong');
      log.refused('pi-02', 'flood');
    }
    expect(lines.map(({ client, reason }) => `${client} ${reason}`)).toEqual([
      'pi-01 flood',
      'pi-01 secret-wrong',
      'pi-02 flood',
    ]);
    for (let count = 0; count < 5000; count++) log.refused(`invented-${count}`, 'secret-wrong');
    expect(lines).toHaveLength(120);
    now = 60_000;
    log.refused('pi-03', 'flood');
    expect(lines.slice(120)).toMatchObject([
      { msg: 'more was refused than is logged', count: 4883 },
      { client: 'pi-03' },
    ]);
  });
});
