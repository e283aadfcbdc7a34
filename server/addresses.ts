import { networkInterfaces } from 'node:os';
import type { Config } from './config.ts';

/** The host name under which others in the network reach this machine: where it listens, or its first IPv4 address. */
export function reachableHost(listensOn: string): string {
  if (listensOn !== '0.0.0.0' && listensOn !== '::') return forUrl(listensOn);
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  return outside?.address ?? 'localhost';
}

/** What people open: the public URL, or this machine's address. */
export function webAddress(config: Config, port: number): string {
  return config.publicUrl ?? `http://${reachableHost(config.host)}:${port}`;
}

/** What agents connect to: MQTT over WebSocket at the same place. */
export function brokerAddress(config: Config, port: number): string {
  return `${webAddress(config, port).replace(/^http/, 'ws')}/mqtt`;
}

function forUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
