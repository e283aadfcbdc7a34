import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A stand-in for what schools put between a browser and the world: it takes plain requests, and refuses the rest. */
export interface FilteringProxy {
  /** Under which the server is reached through it. */
  readonly url: string;
  /** Upgrades it has refused so far, by path. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

export interface FilterRules {
  /** Paths whose upgrades to WebSocket pass; all others are answered with 403. */
  readonly passUpgrades?: readonly string[];
  /** Paths whose requests are answered with 403. */
  readonly blocked?: readonly string[];
  /** A request that has no answer by then is cut, ms. */
  readonly cutAfter?: number;
  /** Answers are held back until they are whole, as virus scanners do. */
  readonly buffers?: boolean;
}

/** @param target the server's address, such as `http://127.0.0.1:8080`. */
export async function startFilteringProxy(target: string, rules: FilterRules = {}): Promise<FilteringProxy> {
  const { hostname, port } = new URL(target);
  const refused: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((asked, answer) => {
    if (rules.blocked?.some((path) => asked.url?.startsWith(path))) {
      answer.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Gesperrt</h1>');
      return;
    }
    forward(asked, answer, { hostname, port, rules });
  });
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => open.delete(socket));
  });
  server.on('upgrade', (asked: IncomingMessage, socket: Socket, head: Buffer) => {
    const path = (asked.url ?? '').split('?', 1)[0] ?? '';
    if (!rules.passUpgrades?.includes(path)) {
      refused.push(path);
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const behind = connect(Number(port), hostname, () => {
      behind.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${rawHeaders(asked)}\r\n`);
      behind.write(head);
      behind.pipe(socket).pipe(behind);
    });
    behind.on('error', () => socket.destroy());
    socket.once('close', () => behind.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

function forward(
  asked: IncomingMessage,
  answer: ServerResponse,
  { hostname, port, rules }: { hostname: string; port: string; rules: FilterRules },
): void {
  const passed = request(
    { hostname, port, path: asked.url, method: asked.method, headers: asked.headers },
    (got) => {
      const headers = { ...got.headers };
      if (!rules.buffers) {
        answer.writeHead(got.statusCode ?? 502, headers);
        got.pipe(answer);
        return;
      }
      const pieces: Buffer[] = [];
      got.on('data', (piece: Buffer) => pieces.push(piece));
      got.on('end', () => {
        delete headers['transfer-encoding'];
        answer.writeHead(got.statusCode ?? 502, headers).end(Buffer.concat(pieces));
      });
    },
  );
  const cut = rules.cutAfter && setTimeout(() => answer.destroy(), rules.cutAfter);
  answer.once('close', () => {
    clearTimeout(cut || undefined);
    passed.destroy();
  });
  passed.on('error', () => answer.destroy());
  asked.pipe(passed);
}

function rawHeaders({ rawHeaders: raw }: IncomingMessage): string {
  let text = '';
  for (let at = 0; at < raw.length; at += 2) text += `${raw[at]}: ${raw[at + 1]}\r\n`;
  return text;
}
