/** Bare socket.io as a process of its own: answers each message with itself. Tells its port, and ends with its parent. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
new Server(http).on('connection', (socket) => {
  socket.on('echo', (payload: unknown, answer: (payload: unknown) => void) => answer(payload));
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  process.send?.(typeof address === 'object' && address ? address.port : 0);
});
process.once('disconnect', () => process.exit());
