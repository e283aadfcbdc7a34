import { describe, expect, it } from 'vitest';
import { Refresh } from '../../../device/parts/refresh.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';

function kit(send: () => boolean) {
  const clock = new VirtualClock();
  const failures: unknown[] = [];
  const refresh = new Refresh({ clock, interval: 100, send, failed: (error) => failures.push(error) });
  return { clock, failures, refresh };
}

describe('refreshing a display', () => {
  it('sends a change at once, and those that follow closely together', () => {
    const sent: number[] = [];
    const { clock, refresh } = kit(() => {
      sent.push(clock.now());
      return false;
    });
    for (let change = 0; change < 10; change += 1) {
      refresh.request();
      clock.advance(30);
    }
    clock.advance(1000);
    expect(sent).toEqual([0, 100, 200, 300]);
    refresh.request();
    expect(sent).toEqual([0, 100, 200, 300, 1300]);
  });

  it('goes on by itself while there is more to send', () => {
    const pages = [1, 2, 3];
    const { clock, refresh } = kit(() => {
      pages.shift();
      return pages.length > 0;
    });
    refresh.request();
    expect(pages).toEqual([2, 3]);
    clock.advance(1000);
    expect(pages).toEqual([]);
  });

  it('tells whoever asks that the display is gone, until it is back', () => {
    let gone = true;
    const { clock, refresh, failures } = kit(() => {
      if (gone) throw new Error('gone');
      return false;
    });
    expect(() => refresh.request()).toThrow('gone');
    expect(() => refresh.request()).toThrow('gone');
    gone = false;
    clock.advance(200);
    refresh.request();
    expect(failures).toEqual([]);
  });

  it('reports once what failed by itself', () => {
    let gone = false;
    const { clock, refresh, failures } = kit(() => {
      if (gone) throw new Error('gone');
      return true;
    });
    refresh.request();
    gone = true;
    clock.advance(1000);
    expect(failures).toHaveLength(1);
  });

  it('sends nothing any more when it is stopped', () => {
    let sent = 0;
    const { clock, refresh } = kit(() => {
      sent += 1;
      return true;
    });
    refresh.request();
    refresh.stop();
    clock.advance(1000);
    expect(sent).toBe(1);
    expect(clock.nextTimer).toBeUndefined();
  });
});
