import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../../device/contract/trace.ts';
import { Recording } from '../../../../web/pupil/recorder/recording.ts';
import { Viewing } from '../../../../web/pupil/recorder/viewing.ts';

const pin = (at: number): TraceEvent => ({ at, kind: 'pin', gpio: 18, level: 1 });

/** Somebody who looks at a recording whose clock stands. */
function looking() {
  const recording = new Recording(() => 0);
  const viewing = new Viewing(() => {});
  viewing.open(recording, undefined);
  let sequence = 0;
  const hear = (runId: string, at: number) => {
    const events: TraceEvent[] = [{ at: 0, kind: 'start' }, pin(at)];
    recording.hear('pi', { runId, sequence: sequence++, events });
    viewing.sync();
  };
  return { viewing, hear };
}

describe('looking at a recording', () => {
  it('follows the newest 10 s', () => {
    const { viewing, hear } = looking();
    hear('run', 25e6);
    expect(viewing.window).toEqual({ from: 15e6, to: 25e6 });
    hear('run', 30e6);
    expect(viewing.window).toEqual({ from: 20e6, to: 30e6 });
  });

  it('goes on following when it zooms by the buttons, and stays when a hand moves it', () => {
    const { viewing, hear } = looking();
    hear('run', 25e6);
    viewing.zoom(0.5);
    hear('run', 30e6);
    expect(viewing.window).toEqual({ from: 25e6, to: 30e6 });
    viewing.pan(-1e6);
    hear('run', 40e6);
    expect([viewing.follows, viewing.window]).toEqual([false, { from: 24e6, to: 29e6 }]);
    viewing.follow(true);
    expect(viewing.window).toEqual({ from: 35e6, to: 40e6 });
  });

  it('keeps a frozen picture while the run and the next ones go on, and finds them when it thaws', () => {
    const { viewing, hear } = looking();
    hear('run', 25e6);
    viewing.freeze(true);
    hear('run', 30e6);
    expect([viewing.frozen, viewing.now, viewing.window]).toEqual([true, 25e6, { from: 15e6, to: 25e6 }]);
    hear('next', 2e6);
    expect([viewing.run?.runId, viewing.now]).toEqual(['run', 25e6]);
    viewing.freeze(false);
    expect([viewing.run?.runId, viewing.now, viewing.follows]).toEqual(['next', 2e6, true]);
  });

  it('sets A by a tap, B by the next, and begins anew by one more', () => {
    const { viewing, hear } = looking();
    hear('run', 25e6);
    viewing.tap(1e6);
    viewing.tap(2e6);
    expect([viewing.cursors, viewing.active]).toEqual([{ a: 1e6, b: 2e6 }, 'b']);
    viewing.tap(3e6);
    expect(viewing.cursors).toEqual({ a: 3e6, b: null });
  });

  it('forgets its cursors with a new run', () => {
    const { viewing, hear } = looking();
    hear('run', 25e6);
    viewing.tap(1e6);
    hear('next', 1e6);
    expect([viewing.cursors.a, viewing.follows]).toEqual([null, true]);
  });
});
