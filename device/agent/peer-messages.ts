import { encode } from '../contract/codec.ts';
import { outgoingMessageSchema } from '../contract/peer-message.ts';
import type { TraceEvent } from '../contract/trace.ts';
import type { Connection } from './connection.ts';

/**
 * Publishes the messages to other Pis that a program sent. Messages are of the moment: while the line is cut they are
 * not kept.
 *
 * @returns the events, with a `gap` after each message that could not go out.
 */
export function sendPeerMessages(
  events: readonly TraceEvent[],
  connection: Pick<Connection, 'online' | 'publish'>,
): readonly TraceEvent[] {
  if (!events.some((event) => event.kind === 'sent')) return events;
  return events.flatMap((event): TraceEvent[] => {
    if (event.kind !== 'sent') return [event];
    if (!connection.online) return [event, { at: event.at, kind: 'gap', dropped: 1, unsent: true }];
    connection.publish('peers', encode(outgoingMessageSchema, event));
    return [event];
  });
}
