import { describe, expect, it } from 'vitest';
import type { Presence } from '../../../device/contract/presence.ts';
import { type KnownPresence, nextPresence } from '../../../server/fleet/presence.ts';

const online = (nonce: string): Presence => ({ state: 'online', nonce });
const offline = (nonce: string): Presence => ({ state: 'offline', nonce });

describe('the nonce rule', () => {
  it.each<{ story: string; heard: Presence[]; known: Presence | undefined }>([
    { story: 'nothing heard: nothing known', heard: [], known: undefined },
    { story: 'it comes', heard: [online('first-one')], known: online('first-one') },
    {
      story: 'it comes and goes',
      heard: [online('first-one'), offline('first-one')],
      known: offline('first-one'),
    },
    {
      story: 'it comes back on a new connection',
      heard: [online('first-one'), offline('first-one'), online('second-one')],
      known: online('second-one'),
    },
    {
      story: 'the will of the old connection arrives when it is back already',
      heard: [online('first-one'), online('second-one'), offline('first-one')],
      known: online('second-one'),
    },
    {
      story: 'the stale will arrives twice, then the new connection ends too',
      heard: [
        online('first-one'),
        online('second-one'),
        offline('first-one'),
        offline('first-one'),
        offline('second-one'),
      ],
      known: offline('second-one'),
    },
    {
      story: 'a server that has just started hears a will first',
      heard: [offline('first-one')],
      known: offline('first-one'),
    },
    {
      story: 'a stale will of long ago does not change whose offline is known',
      heard: [online('second-one'), offline('second-one'), offline('first-one')],
      known: offline('second-one'),
    },
  ])('$story', ({ heard, known }) => {
    expect(heard.reduce<KnownPresence>(nextPresence, undefined)).toEqual(known);
  });
});
