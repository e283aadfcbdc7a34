import { describe, expect, it } from 'vitest';
import { createServerClock } from '../../../device/agent/server-clock.ts';

describe('the estimate of the server’s clock', () => {
  const serverStart = 1_800_000_000_000;

  it('knows nothing before the first message', () => {
    expect(createServerClock(() => 0).now()).toBeUndefined();
  });

  it('rests on the message that was under way for the shortest time', () => {
    let local = 0;
    const clock = createServerClock(() => local);
    for (const { at, delay } of [
      { at: 1000, delay: 80 },
      { at: 2000, delay: 5 },
      { at: 3000, delay: 400 },
    ]) {
      local = at + delay;
      clock.observe(serverStart + at);
    }
    // Late by the 5 ms of the fastest message, never early.
    expect(clock.now()).toBe(serverStart + local - 5);
  });

  it('goes on with the local monotonic clock', () => {
    let local = 0;
    const clock = createServerClock(() => local);
    clock.observe(serverStart);
    local = 60_000;
    expect(clock.now()).toBe(serverStart + 60_000);
  });

  it('follows a server whose clock was set back', () => {
    const clock = createServerClock(() => 0);
    clock.observe(serverStart);
    clock.observe(serverStart - 3_600_000);
    expect(clock.now()).toBe(serverStart - 3_600_000);
  });

  it('forgets when the connection is new, as the server’s clock may have been set', () => {
    const clock = createServerClock(() => 0);
    clock.observe(serverStart);
    clock.reset();
    clock.observe(serverStart - 3_600_000);
    expect(clock.now()).toBe(serverStart - 3_600_000);
  });
});
