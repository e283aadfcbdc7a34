import { describe, expect, it } from 'vitest';
import { createWiringLane } from '../../../device/agent/wiring-lane.ts';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import { problem } from '../../../device/contract/problem.ts';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';
import { silentLog } from '../../support/silent-log.ts';

const lamp: Wiring = { parts: [{ id: 'lamp', type: 'led', pins: { anode: 5 } }] };
const impossible: Wiring = { parts: [{ id: 'x', type: 'teleporter', pins: {} }] };

function bench() {
  const board = createSimulatedBoard({ clock: new VirtualClock() });
  const diary: string[] = [];
  const lane = createWiringLane({
    board,
    log: silentLog,
    stopProgram: async () => void diary.push(`stop, ${board.wiring.parts.length} parts wired`),
    onChange: () => diary.push(`version ${lane.version}, ${lane.problem?.code ?? 'no problem'}`),
  });
  return { board, diary, lane };
}

describe('the lane of desired states', () => {
  it('stops the program, then wires, then tells', async () => {
    const { board, diary, lane } = bench();
    await lane.apply({ version: 1, wiring: camJamEduKit });
    expect(board.wiring).toEqual(camJamEduKit);
    await lane.apply({ version: 2, wiring: lamp });
    expect(board.wiring).toEqual(lamp);
    expect(diary).toEqual([
      'stop, 0 parts wired',
      'version 1, no problem',
      'stop, 5 parts wired',
      'version 2, no problem',
    ]);
  });

  it('does nothing for a version that is applied, as after each reconnect', async () => {
    const { diary, lane } = bench();
    await lane.apply({ version: 3, wiring: lamp });
    diary.length = 0;
    await lane.apply({ version: 3, wiring: lamp });
    expect(diary).toEqual([]);
  });

  it('lets the program go on when a new version brings the same wiring', async () => {
    const { diary, lane } = bench();
    await lane.apply({ version: 3, wiring: lamp });
    diary.length = 0;
    await lane.apply({ version: 4, wiring: structuredClone(lamp) });
    expect(diary).toEqual(['version 4, no problem']);
  });

  it('applies a lower version too: the server’s data may come from a backup', async () => {
    const { board, lane } = bench();
    await lane.apply({ version: 9, wiring: camJamEduKit });
    await lane.apply({ version: 2, wiring: lamp });
    expect(board.wiring).toEqual(lamp);
    expect(lane.version).toBe(2);
  });

  it('reports a wiring that cannot be, and recovers with the next', async () => {
    const { board, diary, lane } = bench();
    await lane.apply({ version: 1, wiring: impossible });
    await lane.apply({ version: 2, wiring: lamp });
    expect(board.wiring).toEqual(lamp);
    expect(diary.filter((line) => line.startsWith('version'))).toEqual([
      'version 0, part-unknown',
      'version 2, no problem',
    ]);
  });

  it('tries a refused version again when it is delivered again', async () => {
    const { diary, lane } = bench();
    await lane.apply({ version: 1, wiring: impossible });
    await lane.apply({ version: 1, wiring: impossible });
    expect(diary.filter((line) => line.startsWith('version'))).toHaveLength(2);
  });

  it('notes what is no desired state', () => {
    const { diary, lane } = bench();
    lane.refuse(problem('payload-invalid', 'Falsch.', 'Wrong.'));
    expect(diary).toEqual(['version 0, payload-invalid']);
  });

  it('applies one after the other and is settled when all are applied', async () => {
    const { board, lane } = bench();
    void lane.apply({ version: 1, wiring: camJamEduKit });
    void lane.apply({ version: 2, wiring: lamp });
    await lane.settled();
    expect(board.wiring).toEqual(lamp);
  });
});
