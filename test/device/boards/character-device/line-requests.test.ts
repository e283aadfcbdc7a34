import { describe, expect, it } from 'vitest';
import { inputRequest, outputRequest } from '../../../../device/boards/character-device/line-requests.ts';
import { lineFlags } from '../../../../device/boards/character-device/uapi.ts';
import type { LineSetting } from '../../../../device/boards/johnny-five/digital-lines.ts';

const output = (gpio: number): LineSetting => ({ gpio, direction: 'output' });
const input = (gpio: number, pull?: 'up' | 'down'): LineSetting => ({ gpio, direction: 'input', pull });
const edges = lineFlags.input | lineFlags.edgeRising | lineFlags.edgeFalling;

describe('what the kernel is asked for', () => {
  it('is one request for all outputs, low from the first moment', () => {
    expect(outputRequest([output(18), input(25, 'up'), output(22)])).toEqual({
      offsets: [18, 22],
      consumer: 'steckbrett',
      flags: lineFlags.output,
      attributes: [{ id: 'values', values: 0n, mask: 0b11n }],
    });
  });

  it('has outputs begin at their safe levels', () => {
    const safe = [output(18), { ...output(5), safe: 1 as const }, { ...output(6), safe: 0 as const }];
    expect(outputRequest(safe)?.attributes).toEqual([{ id: 'values', values: 0b010n, mask: 0b111n }]);
  });

  it('is one request for all inputs, each with its own resistor', () => {
    expect(inputRequest([input(25, 'up'), output(18), input(5), input(6, 'down'), input(7, 'up')])).toEqual({
      offsets: [25, 5, 6, 7],
      consumer: 'steckbrett',
      flags: edges,
      attributes: [
        { id: 'flags', flags: edges | lineFlags.biasPullUp, mask: 0b1001n },
        { id: 'flags', flags: edges | lineFlags.biasPullDown, mask: 0b0100n },
        { id: 'flags', flags: edges | lineFlags.biasDisabled, mask: 0b0010n },
      ],
    });
  });

  it('asks the kernel to debounce contacts, one attribute for all of the same time', () => {
    const contact = (gpio: number, debounce: number): LineSetting => ({ ...input(gpio), debounce });
    const settings = [contact(5, 7_000), input(6), contact(7, 20_000), contact(8, 7_000)];
    const unbiased = { id: 'flags', flags: edges | lineFlags.biasDisabled, mask: 0b1111n };
    expect(inputRequest(settings)?.attributes).toEqual([
      unbiased,
      { id: 'debounce', micros: 7_000, mask: 0b1001n },
      { id: 'debounce', micros: 20_000, mask: 0b0100n },
    ]);
    expect(inputRequest(settings, 'none')?.attributes).toEqual([unbiased]);
  });

  it('is nothing where nothing is wired', () => {
    expect(outputRequest([input(25)])).toBeUndefined();
    expect(inputRequest([output(18)])).toBeUndefined();
  });
});
