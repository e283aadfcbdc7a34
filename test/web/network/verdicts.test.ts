import { describe, expect, it } from 'vitest';
import { itNote } from '../../../web/network/it-note.ts';
import { connectPacket, isConnack } from '../../../web/network/probes.ts';
import {
  type Check,
  classWait,
  type Findings,
  overall,
  type Verdict,
  verdictOf,
} from '../../../web/network/verdicts.ts';

const open = { open: true };
const closed = { open: false };
const minute = 60_000;
const allGood: Findings = {
  https: true,
  websocket: open,
  polling: open,
  mqtt: open,
  speed: { bitsPerSecond: 20e6 },
  clock: 0,
};

describe('what a finding means', () => {
  it.each<[Check, Findings, Verdict | undefined]>([
    ['https', { https: true }, 'good'],
    ['https', { https: false }, 'limited'],
    ['websocket', {}, undefined],
    ['websocket', { websocket: open }, 'good'],
    // Whether a lesson works depends on the other way.
    ['websocket', { websocket: closed }, undefined],
    ['websocket', { websocket: closed, polling: open }, 'limited'],
    ['websocket', { websocket: closed, polling: closed }, 'bad'],
    ['polling', { websocket: open, polling: closed }, 'limited'],
    ['polling', { websocket: closed, polling: closed }, 'bad'],
    ['mqtt', { mqtt: open }, 'good'],
    ['mqtt', { mqtt: closed }, 'bad'],
    ['speed', { speed: null }, 'bad'],
    ['speed', { speed: { bitsPerSecond: 10e6 } }, 'good'],
    ['speed', { speed: { bitsPerSecond: 1e6 } }, 'limited'],
    ['speed', { speed: { bitsPerSecond: 0.2e6 } }, 'bad'],
    ['clock', { clock: -2 * minute }, 'good'],
    ['clock', { clock: 70 * minute }, 'limited'],
    ['clock', { clock: null }, 'limited'],
  ])('%s of %j is %s', (check, found, verdict) => {
    expect(verdictOf(check, found)).toBe(verdict);
  });

  it('is in all what the worst is, once everything is known', () => {
    expect(overall(allGood)).toBe('good');
    expect(overall({ ...allGood, https: false })).toBe('limited');
    expect(overall({ ...allGood, https: false, mqtt: closed })).toBe('bad');
    expect(overall({ ...allGood, clock: undefined })).toBeUndefined();
  });

  it('counts the time of a class of thirty: 350 kB each', () => {
    expect(classWait({ bitsPerSecond: 8.4e6 })).toBe(10);
  });
});

describe('the packet that knocks at the broker', () => {
  it('is a CONNECT of MQTT 3.1.1 whose length is true, and any CONNACK answers it', () => {
    expect(connectPacket[0]).toBe(0x10);
    expect(connectPacket[1]).toBe(connectPacket.length - 2);
    expect(new TextDecoder().decode(connectPacket.slice(4, 8))).toBe('MQTT');
    expect(isConnack(Uint8Array.of(0x20, 2, 0, 5))).toBe(true);
    expect(isConnack(new TextEncoder().encode('<html>'))).toBe(false);
  });
});

describe('the paragraph for the IT', () => {
  it('names host, port, paths and what must not be done to them', () => {
    const text = itNote({ hostname: 'kit.example', port: '', https: true }, allGood);
    for (const word of ['https://kit.example', '443', '/socket.io/', '/mqtt', 'WebSocket', 'TLS'])
      expect(text).toContain(word);
    expect(text).not.toContain('Heute gestört');
  });

  it('needs no internet in one’s own network, and says what was found blocked', () => {
    const text = itNote(
      { hostname: '192.168.4.1', port: '8080', https: false },
      { ...allGood, https: false, websocket: closed },
    );
    expect(text).toContain('http://192.168.4.1:8080');
    expect(text).toContain('Internet ist nicht nötig');
    expect(text).toMatch(/Heute gestört: [^;]*WebSocket\)\.$/);
  });
});
