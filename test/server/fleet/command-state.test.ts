import { describe, expect, it } from 'vitest';
import {
  type CommandEvent,
  type CommandState,
  nextCommandState,
} from '../../../server/fleet/command-state.ts';

const reply = (state: Exclude<CommandState, 'created'>): CommandEvent => ({ type: 'reply', state });
const expired: CommandEvent = { type: 'expired' };

describe('the state of a command', () => {
  it.each<[CommandState, CommandEvent, CommandState]>([
    ['created', reply('in-progress'), 'in-progress'],
    ['created', reply('succeeded'), 'succeeded'],
    ['created', reply('failed'), 'failed'],
    ['created', reply('rejected'), 'rejected'],
    ['created', reply('timed-out'), 'timed-out'],
    ['created', expired, 'timed-out'],
    ['in-progress', reply('in-progress'), 'in-progress'],
    ['in-progress', reply('succeeded'), 'succeeded'],
    ['in-progress', reply('failed'), 'failed'],
    ['in-progress', reply('rejected'), 'rejected'],
    ['in-progress', reply('timed-out'), 'timed-out'],
    ['in-progress', expired, 'timed-out'],
  ])('%s, then %o: %s', (state, event, next) => {
    expect(nextCommandState(state, event)).toBe(next);
  });

  const finals: CommandState[] = ['succeeded', 'failed', 'rejected', 'timed-out'];
  const everything = [
    expired,
    ...(['in-progress', 'succeeded', 'failed', 'rejected', 'timed-out'] as const).map(reply),
  ];
  it.each(finals.flatMap((state) => everything.map((event) => [state, event] as const)))(
    '%s is final, whatever comes: %o',
    (state, event) => {
      expect(nextCommandState(state, event)).toBe(state);
    },
  );
});
