import type { Reply } from '../../device/contract/command.ts';

/** Where a command to a device stands. The last four are final. */
export type CommandState = 'created' | Reply['state'];

/** What moves a command on: the device's reply, or the end of its time. */
export type CommandEvent = { type: 'reply'; state: Reply['state'] } | { type: 'expired' };

/** Whether a command's outcome is known and nothing changes it any more. */
export function isFinal(state: CommandState): boolean {
  return state !== 'created' && state !== 'in-progress';
}

/**
 * The state after an event. A final state stays: replies can come twice (QoS 1) or after the command's time is
 * up, and `in-progress` can come after the outcome when the device answered from two connections.
 */
export function nextCommandState(state: CommandState, event: CommandEvent): CommandState {
  if (isFinal(state)) return state;
  return event.type === 'expired' ? 'timed-out' : event.state;
}
