import { Lane, type LaneKind } from '../../../../web/pupil/recorder/lane.ts';
import type { ShownLane } from '../../../../web/pupil/recorder/shown-lanes.ts';

/** A lane of these changes, `[at, value]` or `[at, value, hertz]`. */
export function laneOf(changes: readonly (readonly number[])[], kind: LaneKind = 'level'): Lane {
  const lane = new Lane({ of: 'pin', gpio: 18 }, kind);
  for (const [at, value, hertz] of changes) lane.add(at!, value!, hertz);
  return lane;
}

/** A lane with a name. */
export function shown(lane: Lane, names: Partial<ShownLane> = {}): ShownLane {
  return {
    lane,
    key: 'key',
    name: 'rote LED',
    detail: 'GPIO 18',
    unit: '',
    colour: '#d4372c',
    levels: 'output',
    ...names,
  };
}
