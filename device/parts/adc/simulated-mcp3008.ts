import type { SimulatedSpiChip } from '../simulated-context.ts';

/**
 * An MCP3008 with these shares of its reference voltage at its inputs, bit by bit as its data sheet has it: it waits
 * for a start bit, takes five bits of order, samples, and answers with a zero and ten bits.
 */
export function createSimulatedMcp3008(
  chipSelect: 0 | 1,
  share: (channel: number) => number,
): SimulatedSpiChip {
  return {
    chipSelect,
    transfer(bytes) {
      const answer = new Uint8Array(bytes.length);
      const bits = bytes.length * 8;
      const bit = (index: number) => (bytes[index >> 3]! >> (7 - (index & 7))) & 1;
      let start = 0;
      while (start < bits && bit(start) === 0) start += 1;
      if (start + 5 > bits) return answer;
      const channel = (bit(start + 2) << 2) | (bit(start + 3) << 1) | bit(start + 4);
      const alone = bit(start + 1) === 1;
      const steps = alone ? Math.min(1023, Math.max(0, Math.floor(share(channel) * 1024))) : 0;
      // One clock for sampling, one for the zero, then the result.
      const first = start + 7;
      for (let place = 0; place < 10 && first + place < bits; place += 1) {
        const index = first + place;
        if ((steps >> (9 - place)) & 1) answer[index >> 3]! |= 0x80 >> (index & 7);
      }
      return answer;
    },
  };
}
