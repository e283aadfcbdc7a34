import type { LineSetting } from '../johnny-five/digital-lines.ts';
import { type LineAttribute, type LineRequest, lineFlags } from './uapi.ts';

/** What the kernel shows as the user of our lines. */
const consumer = 'steckbrett';

/** All outputs as one request, at their safe levels from the first moment; `undefined` when there are none. */
export function outputRequest(settings: readonly LineSetting[]): LineRequest | undefined {
  const outputs = settings.filter((one) => one.direction === 'output');
  if (outputs.length === 0) return undefined;
  const all = (1n << BigInt(outputs.length)) - 1n;
  const values = outputs.reduce((bits, { safe = 0 }, index) => bits | (BigInt(safe) << BigInt(index)), 0n);
  return {
    offsets: outputs.map((one) => one.gpio),
    consumer,
    flags: lineFlags.output,
    attributes: [{ id: 'values', values, mask: all }],
  };
}

/** Whether the kernel is asked to debounce the inputs. */
export type Debouncing = 'by-kernel' | 'none';

/** All inputs as one request that reports both edges; `undefined` when there are none. */
export function inputRequest(
  settings: readonly LineSetting[],
  debouncing: Debouncing = 'by-kernel',
): LineRequest | undefined {
  const inputs = settings.filter((one) => one.direction === 'input');
  if (inputs.length === 0) return undefined;
  const flags = lineFlags.input | lineFlags.edgeRising | lineFlags.edgeFalling;
  const maskOf = (fits: (one: LineSetting) => boolean) =>
    inputs.reduce((bits, one, index) => (fits(one) ? bits | (1n << BigInt(index)) : bits), 0n);
  const biased = (pull: LineSetting['pull'], bias: bigint): LineAttribute[] => {
    const mask = maskOf((one) => one.pull === pull);
    return mask === 0n ? [] : [{ id: 'flags', flags: flags | bias, mask }];
  };
  const times = debouncing === 'none' ? [] : [...new Set(inputs.map((one) => one.debounce ?? 0))];
  const debounced = times
    .filter((micros) => micros > 0)
    .map(
      (micros): LineAttribute => ({ id: 'debounce', micros, mask: maskOf((one) => one.debounce === micros) }),
    );
  return {
    offsets: inputs.map((one) => one.gpio),
    consumer,
    flags,
    attributes: [
      ...biased('up', lineFlags.biasPullUp),
      ...biased('down', lineFlags.biasPullDown),
      // Otherwise a pin keeps the resistor that it had last.
      ...biased(undefined, lineFlags.biasDisabled),
      ...debounced,
    ],
  };
}
