import type { HostileFamily, HostileProgram } from './hostile-program.ts';
import { endlessLoops } from './programs/endless-loops.ts';
import { escapes } from './programs/escapes.ts';
import { hats } from './programs/hats.ts';
import { hugeTexts } from './programs/huge-texts.ts';
import { memory } from './programs/memory.ts';
import { peerFloods } from './programs/peer-floods.ts';
import { pinFloods } from './programs/pin-floods.ts';
import { printAndEventFloods } from './programs/print-and-event-floods.ts';
import { promises } from './programs/promises.ts';
import { prototypes } from './programs/prototypes.ts';
import { recursion } from './programs/recursion.ts';
import { regularExpressions } from './programs/regular-expressions.ts';
import { sizeLimit } from './programs/size-limit.ts';
import { thrownThings } from './programs/thrown-things.ts';
import { timers } from './programs/timers.ts';
import { unicode } from './programs/unicode.ts';

/**
 * Programs that nothing may suffer from, one file a family. Add one for every trouble that is found: a name, a
 * source, how it ends.
 */
export const hostileFamilies: readonly HostileFamily[] = [
  endlessLoops,
  recursion,
  memory,
  regularExpressions,
  hugeTexts,
  promises,
  prototypes,
  escapes,
  printAndEventFloods,
  peerFloods,
  pinFloods,
  timers,
  thrownThings,
  unicode,
  sizeLimit,
  hats,
];

/** The families with only those programs that fit, without families of which none does. */
export function familiesOf(fits: (program: HostileProgram) => boolean): readonly HostileFamily[] {
  return hostileFamilies
    .map(({ name, programs }) => ({ name, programs: programs.filter(fits) }))
    .filter(({ programs }) => programs.length > 0);
}
