import { describe, expect, it } from 'vitest';
import { sendPeerMessages } from '../../../device/agent/peer-messages.ts';
import type { TraceEvent } from '../../../device/contract/trace.ts';

const events: TraceEvent[] = [
  { at: 1, kind: 'print', text: 'a' },
  { at: 2, kind: 'sent', to: 'next', name: 'hi' },
  { at: 3, kind: 'sent', to: 'all', name: 'go', value: 7 },
];

describe('messages to other Pis', () => {
  it('go out as they are in the trace', () => {
    const published: unknown[] = [];
    const publish = (channel: string, payload: string) => published.push([channel, JSON.parse(payload)]);
    expect(sendPeerMessages(events, { online: true, publish })).toEqual(events);
    expect(published).toEqual([
      ['peers', { to: 'next', name: 'hi' }],
      ['peers', { to: 'all', name: 'go', value: 7 }],
    ]);
  });

  it('are lost while the line is cut, and the trace says so', () => {
    const publish = () => expect.unreachable('nothing can go out');
    expect(sendPeerMessages(events, { online: false, publish })).toEqual([
      events[0],
      events[1],
      { at: 2, kind: 'gap', dropped: 1, unsent: true },
      events[2],
      { at: 3, kind: 'gap', dropped: 1, unsent: true },
    ]);
  });
});
