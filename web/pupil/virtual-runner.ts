import type { Wiring } from '../../device/contract/wiring.ts';
import type { TraceListener } from '../../device/program/runner-contract.ts';

/** The virtual Pi as this page drives it. */
export interface VirtualRunner {
  /** Resolved with the run's id when the program has begun. */
  run(source: string): Promise<string>;
  stop(): Promise<void>;
  input(part: string, input: 'press' | 'release'): void;
  close(): Promise<void>;
}

export async function openVirtualRunner(_wiring: Wiring, _listener: TraceListener): Promise<VirtualRunner> {
  throw new Error('not there yet');
}
