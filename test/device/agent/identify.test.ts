import { describe, expect, it } from 'vitest';
import { createIdentify } from '../../../device/agent/identify.ts';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';

async function bench(wiring: Wiring) {
  const clock = new VirtualClock();
  const board = createSimulatedBoard({ clock });
  await board.setUp(wiring);
  const changes: string[] = [];
  board.listen((event) => {
    if (event.kind === 'pin') changes.push(`${event.gpio}=${event.level}`);
  });
  return { clock, changes, identify: createIdentify(board, clock) };
}

describe('a Pi that shows itself', () => {
  it('blinks every LED of the wiring six times, and nothing else', async () => {
    const { clock, changes, identify } = await bench(camJamEduKit);
    const done = identify.begin();
    clock.advance(5_000_000);
    expect(await done).toBeUndefined();
    const once = ['18=1', '23=1', '24=1', '18=0', '23=0', '24=0'];
    expect(changes).toEqual(Array.from({ length: 6 }, () => once).flat());
  });

  it('says so when there is no LED', async () => {
    const { identify } = await bench({ parts: [{ id: 'b', type: 'buzzer', pins: { signal: 22 } }] });
    expect(await identify.begin()).toMatchObject({ code: 'nothing-to-blink' });
  });

  it('ends at once and dark when a program needs the LEDs', async () => {
    const { clock, changes, identify } = await bench(camJamEduKit);
    const done = identify.begin();
    identify.cancel();
    await done;
    clock.advance(5_000_000);
    expect(changes).toEqual(['18=1', '23=1', '24=1', '18=0', '23=0', '24=0']);
  });

  it('begins anew when asked again while it blinks', async () => {
    const { clock, changes, identify } = await bench({
      parts: [{ id: 'red', type: 'led', pins: { anode: 18 } }],
    });
    const first = identify.begin();
    const second = identify.begin();
    clock.advance(5_000_000);
    await Promise.all([first, second]);
    expect(changes.filter((change) => change === '18=1')).toHaveLength(7);
  });
});
