import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { createWebSocketStream, type WebSocket, WebSocketServer } from 'ws';

/** Largest WebSocket message; one may hold several MQTT packets, whose sizes are limited each. */
const maxPayload = 1024 * 1024;

/**
 * Takes WebSocket connections with the subprotocol `mqtt` (MQTT 3.1.1, §6) at one path of an HTTP server; upgrades of
 * other paths belong to somebody else.
 *
 * @returns what ends every connection and stops taking new ones.
 */
export function serveMqttOverWebSocket(
  http: HttpServer,
  path: string,
  handle: (connection: Duplex, request: IncomingMessage) => void,
): () => void {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload,
    perMessageDeflate: false,
    clientTracking: true,
    handleProtocols: (offered) => (offered.has('mqtt') ? 'mqtt' : false),
  });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (request.url?.split('?', 1)[0] !== path) return;
    if (!offersMqtt(request)) {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    request.socket.setKeepAlive(true, 30_000);
    server.handleUpgrade(request, socket, head, (connection) => handle(stream(connection), request));
  };
  http.on('upgrade', upgrade);
  return () => {
    http.off('upgrade', upgrade);
    for (const client of server.clients) client.terminate();
    server.close();
  };
}

function offersMqtt(request: IncomingMessage): boolean {
  const offered = request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim());
  return offered?.includes('mqtt') ?? false;
}

/** A packet is written in pieces; corked pieces leave as one WebSocket message. */
function stream(socket: WebSocket): Duplex {
  return createWebSocketStream(socket, {
    writev: (chunks, done) => socket.send(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer)), done),
  });
}
