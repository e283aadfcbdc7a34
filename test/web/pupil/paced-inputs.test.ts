import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PartInput } from '../../../device/contract/command.ts';
import { inputPause, PacedInputs } from '../../../web/pupil/paced-inputs.ts';

const at = (value: number, input = 'distance'): PartInput => ({ part: 'eye', input, value });

/** A line that keeps what was sent; it breaks while `broken`. */
function openLine() {
  const line = { sent: [] as PartInput[], broken: false };
  const inputs = new PacedInputs(async (input) => {
    if (line.broken) throw new Error('the line is down');
    line.sent.push(input);
  });
  return { line, inputs };
}

describe('what hands do, on its way to a Pi', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is thinned out while a slider is dragged, but its last position arrives', async () => {
    const { line, inputs } = openLine();
    for (let cm = 1; cm <= 50; cm++) {
      void inputs.send(at(cm));
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(2 * inputPause);
    expect(line.sent.length).toBeLessThanOrEqual(7);
    expect(line.sent[0]).toEqual(at(1));
    expect(line.sent.at(-1)).toEqual(at(50));
  });

  it('goes at once when it is a press, or another slider', async () => {
    const { line, inputs } = openLine();
    const press = { part: 'button', input: 'press' };
    const release = { part: 'button', input: 'release' };
    for (const input of [press, release, at(1), at(2, 'light')]) void inputs.send(input);
    await vi.advanceTimersByTimeAsync(0);
    expect(line.sent).toEqual([press, release, at(1), at(2, 'light')]);
  });

  it('says when it did not get through, and the next position is tried again', async () => {
    const { line, inputs } = openLine();
    line.broken = true;
    await expect(inputs.send(at(1))).rejects.toThrow('the line is down');
    line.broken = false;
    void inputs.send(at(2));
    await vi.advanceTimersByTimeAsync(0);
    expect(line.sent).toEqual([at(2)]);
  });
});
