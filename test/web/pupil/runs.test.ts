import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeviceView } from '../../../server/live/contract/live.ts';
import { Runs } from '../../../web/pupil/runs.ts';

const device = (program: DeviceView['program']): DeviceView => ({
  id: 'pi-01',
  name: 'pi-01',
  online: true,
  number: 1,
  health: null,
  board: null,
  wiring: { parts: [] },
  program,
});
const idle = device({ state: 'idle' });
const running = (runId: string) => device({ state: 'running', runId });

/** A seat's programs beside a Pi that starts each as `run-1`, `run-2`, …; `stops` counts what it was asked to stop. */
function openRuns() {
  const asked = { runs: 0, stops: 0 };
  const runs = new Runs(
    {
      run: async () => ({ runId: `run-${++asked.runs}` }),
      stop: async () => {
        asked.stops++;
      },
      control: async () => {},
      input: async () => {},
      key: async () => {},
      tellPeers: async () => {},
      tellVirtual: () => {},
    },
    () => {},
  );
  return { runs, asked };
}

describe('the programs of a seat', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('end when the Pi says that nothing runs, even if the trace’s end was lost', async () => {
    const { runs } = openRuns();
    runs.hearDevice(idle);
    await runs.run('pi', '', { parts: [] });
    runs.hearDevice(running('run-1'));
    runs.hearDevice(idle);
    expect(runs.view('pi').running).toBe(true);
    vi.runAllTimers();
    expect(runs.view('pi').running).toBe(false);
  });

  it('are not ended by what the Pi said before they began', async () => {
    const { runs } = openRuns();
    runs.hearDevice(idle);
    await runs.run('pi', '', { parts: [] });
    vi.runAllTimers();
    expect(runs.view('pi')).toMatchObject({ runId: 'run-1', running: true });
  });

  it('are stopped on the Pi too when the page has turned to the virtual Pi', async () => {
    const { runs, asked } = openRuns();
    await runs.stopAll('virtual');
    expect(asked.stops).toBe(0);
    runs.hearDevice(running('run-1'));
    await runs.stopAll('virtual');
    expect(asked.stops).toBe(1);
  });
});
