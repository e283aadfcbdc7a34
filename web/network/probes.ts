import { io } from 'socket.io-client';

/** Time after which a way counts as closed, ms. Filters often swallow a connection without a word. */
const patience = 12_000;

/** What one try of a way found. */
export interface WayResult {
  readonly open: boolean;
  /** What the browser said when it is closed; for the IT, not for the lesson. */
  readonly detail?: string;
}

/** What the download found. */
export interface SpeedResult {
  readonly bitsPerSecond: number;
}

/**
 * Tries the live connection over one way only. The server refuses a connection without a key at the namespace, in
 * words that only it has: that answer has gone the whole way there and back.
 */
export function tryLive(way: 'websocket' | 'polling'): Promise<WayResult> {
  return new Promise((resolve) => {
    const socket = io('/', { transports: [way], upgrade: false, reconnection: false, forceNew: true });
    const end = (result: WayResult) => {
      clearTimeout(timer);
      socket.disconnect();
      resolve(result);
    };
    const timer = setTimeout(() => end({ open: false, detail: 'timeout' }), patience);
    socket.on('connect', () => end({ open: true }));
    socket.on('connect_error', (error) => {
      const answered = error.message === 'unknown namespace';
      end(answered ? { open: true } : { open: false, detail: error.message });
    });
  });
}

/**
 * An MQTT 3.1.1 CONNECT packet without a name (§3.1): fixed header, protocol name `MQTT`, level 4, clean session, keep
 * alive 10 s, and an empty client id.
 */
export const connectPacket = Uint8Array.of(0x10, 12, 0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 0x02, 0, 10, 0, 0);

/** Whether bytes begin a CONNACK (§3.2): type 2, four bytes in all. Any return code is an answer of the broker. */
export function isConnack(bytes: Uint8Array): boolean {
  return bytes[0] === 0x20 && bytes[1] === 0x02;
}

/** Tries the way of the Pis: MQTT in a WebSocket at `/mqtt` (§6). The broker's refusal proves the way. */
export function tryMqtt(): Promise<WayResult> {
  return new Promise((resolve) => {
    const address = new URL('/mqtt', location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address, 'mqtt');
    socket.binaryType = 'arraybuffer';
    const end = (result: WayResult) => {
      clearTimeout(timer);
      socket.close();
      resolve(result);
    };
    const timer = setTimeout(() => end({ open: false, detail: 'timeout' }), patience);
    socket.onopen = () => socket.send(connectPacket);
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array();
      end(isConnack(bytes) ? { open: true } : { open: false, detail: 'no CONNACK' });
    };
    socket.onclose = ({ code }) => end({ open: false, detail: `WebSocket ${code}` });
  });
}

/** Downloads 200 kB of ours. @throws when they do not come. */
export async function measureSpeed(): Promise<SpeedResult> {
  const begin = performance.now();
  const response = await fetch('/network-sample.bin', {
    cache: 'no-store',
    signal: AbortSignal.timeout(60_000),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const { byteLength } = await response.arrayBuffer();
  return { bitsPerSecond: (byteLength * 8000) / Math.max(1, performance.now() - begin) };
}

/**
 * How far this device's clock is ahead of the server's, ms; to a second, which is as fine as HTTP tells it.
 *
 * @throws when the server does not tell.
 */
export async function measureClock(): Promise<number> {
  const begin = Date.now();
  const response = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(patience) });
  const middle = (begin + Date.now()) / 2;
  const server = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(server)) throw new Error('no date');
  // The header's second has begun up to a second ago.
  return Math.round((middle - server - 500) / 1000) * 1000;
}
