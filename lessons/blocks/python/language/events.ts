import { Order } from '../order.ts';
import type { PythonHat, WritePython } from '../python-block.ts';
import type { PythonProgram } from '../python-program.ts';
import { inComment } from '../python-text.ts';

/** Signs of a message's name that count, as in the blocks' program. */
const nameLength = 64;

/** The message's name in a block's field. */
export function messageOf(block: { getFieldValue(name: string): unknown }): string {
  return String(block.getFieldValue('NAME') ?? '')
    .trim()
    .slice(0, nameLength);
}

/** A message's name as a part of a function's: its letters and digits. */
export function inName(message: string): string {
  return message.replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '_').replace(/^_|_$/g, '') || 'message';
}

/** A line that does nothing and says what only Steckbrett can do. */
function onlyHere(program: PythonProgram, what: string): string {
  return `pass  # ${program.says('Das geht nur in Steckbrett', 'This works only in Steckbrett')}: ${inComment(what)}\n`;
}

/** Messages between stacks and between Pis. */
export const messages = {
  steckbrett_send(block, program) {
    const message = messageOf(block);
    const senders = program.senders.get(message) ?? [];
    if (senders.length > 0) return senders.map((sender) => `${sender}()\n`).join('');
    return `pass  # ${program.says('Niemand wartet auf die Nachricht', 'Nobody waits for the message')} ${inComment(message)}\n`;
  },
  steckbrett_peer_send: (block, program) => onlyHere(program, `${messageOf(block)} → Pi`),
  steckbrett_peer_send_plain: (block, program) => onlyHere(program, `${messageOf(block)} → Pi`),
  steckbrett_peer_value: () => ['received_value', Order.ATOMIC],
  steckbrett_peer_from: () => ['sender', Order.ATOMIC],
} satisfies Record<string, WritePython>;

/** Hats that no part has. The start hat and messages are put together by `generatePython` itself. */
export const hats = {
  steckbrett_start: { name: () => 'start' },
  steckbrett_when_message: { name: (hat) => `when_${inName(messageOf(hat))}` },
  steckbrett_when_key: { name: (hat) => `when_key_${hat.getFieldValue('KEY')}` },
  steckbrett_when_peer: { name: (hat) => `when_pi_sends_${inName(messageOf(hat))}` },
  steckbrett_every: {
    name: (hat) => `every_${String(Number(hat.getFieldValue('SECONDS'))).replace('.', '_')}_seconds`,
    begin: (hat, stack, program) =>
      `${program.use('threading', 'Thread')}(target=${program.helper('every')}, args=(${Number(hat.getFieldValue('SECONDS'))}, ${stack}), daemon=True).start()\n`,
  },
} satisfies Record<string, PythonHat>;
