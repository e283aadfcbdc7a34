import type { CheckedPart } from '../../parts/check-wiring.ts';
import type { SimulatedBusSide } from '../../parts/simulated-context.ts';

/** What one wired part has on the buses. */
export interface WiredBusSide {
  readonly part: CheckedPart;
  readonly side: SimulatedBusSide;
}
