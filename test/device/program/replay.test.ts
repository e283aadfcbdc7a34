import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import { replayInputs, replayKeys, replayMessages } from '../../../device/program/replay.ts';
import { runInVirtualTime, type VirtualInput } from '../../../device/program/virtual-time.ts';

const second = 1_000_000;

/** A kit that feels: whatever a hand can do is answered by a light. */
const wiring: Wiring = {
  parts: [
    ...camJamEduKit.parts,
    { id: 'gate', type: 'switch', pins: { signal: 16 } },
    { id: 'pir', type: 'motion', pins: { signal: 4 }, options: { hold: 2 } },
    { id: 'radar', type: 'distance', pins: { trigger: 20, echo: 26 } },
    { id: 'probe', type: 'input-pin', pins: { signal: 13 }, options: { pull: 'up' } },
    { id: 'arm', type: 'servo', pins: { signal: 12 } },
  ],
};

const answers = [
  ['button', 'pressed', 'red', 'on'],
  ['button', 'released', 'red', 'off'],
  ['gate', 'closed', 'amber', 'on'],
  ['gate', 'opened', 'amber', 'off'],
  ['pir', 'moved', 'green', 'on'],
  ['pir', 'still', 'green', 'off'],
  ['radar', 'near', 'buzzer', 'on'],
  ['radar', 'far', 'buzzer', 'off'],
  ['probe', 'low', 'red', 'toggle'],
];
const source =
  answers
    .map(
      ([part, event, to, command]) =>
        `$on('event', { part: '${part}', event: '${event}' }, '${event}', function* () { $do('${to}', '${command}'); });`,
    )
    .join('\n') +
  `$on('key', { key: 'a' }, 'key', function* () { $do('amber', 'toggle'); });
  $on('peer', { name: 'hi' }, 'peer', function* () { $print($heard('from') + $heard('value')); });
  $on('start', {}, 'start', function* () {
    for (;;) {
      if ($due()) yield;
      $do('arm', 'turn', $read('radar', 'distance')); $print($read('radar', 'distance')); yield* $wait(0.5);
    }
  });`;

/** What the program did: levels and pulses of its outputs, and its lines. */
function outputsOf(trace: readonly TraceEvent[]): TraceEvent[] {
  const outputs = [18, 23, 24, 22, 12];
  return trace.filter(
    (event) =>
      event.kind === 'print' ||
      event.kind === 'error' ||
      ((event.kind === 'pin' || event.kind === 'pwm') && outputs.includes(event.gpio)),
  );
}

const by = (part: string, input: string, at: number, value?: number): VirtualInput => ({
  at: at * second,
  part,
  input,
  ...(value === undefined ? {} : { value }),
});

describe('the replay of a recorded run', () => {
  it.each<{ name: string; inputs: VirtualInput[] }>([
    { name: 'in which nobody did anything', inputs: [] },
    {
      name: 'with presses, also shorter than a blink',
      inputs: [
        by('button', 'press', 1),
        by('button', 'release', 1.01),
        by('button', 'press', 1.02),
        by('button', 'release', 3),
      ],
    },
    {
      name: 'with a switch and a bare pin',
      inputs: [
        by('gate', 'close', 0.7),
        by('probe', 'low', 1.3),
        by('gate', 'open', 2.7),
        by('probe', 'high', 4),
      ],
    },
    {
      name: 'with motion that went on and on, of which only the first was told',
      inputs: [
        by('pir', 'move', 1),
        by('pir', 'move', 2.9),
        by('pir', 'move', 4.3),
        by('pir', 'move', 5),
        by('pir', 'move', 12),
      ],
    },
    {
      name: 'with motion that outlasted the run',
      inputs: [by('pir', 'move', 11), by('pir', 'move', 12.5), by('pir', 'move', 14)],
    },
    {
      name: 'with distances, the first from before the program began',
      inputs: [
        by('radar', 'distance', 0, 12),
        by('radar', 'distance', 2.34, 57),
        by('radar', 'distance', 2.36, 58),
        by('radar', 'distance', 5.1, 400),
        by('radar', 'distance', 7.77, 2),
      ],
    },
  ])('$name gives the same outputs at the same times', async ({ inputs }) => {
    const duration = 15 * second;
    const keys = [{ at: 6 * second, key: 'a' }];
    const messages = [{ at: 7 * second, from: 'Otter', name: 'hi', value: 3 }];
    const recorded = await runInVirtualTime({ source, wiring, duration, inputs, keys, messages, seed: 1 });
    const replayed = await runInVirtualTime({
      source,
      wiring,
      duration,
      inputs: replayInputs(recorded, wiring),
      keys: replayKeys(recorded),
      messages: replayMessages(recorded),
      // Another noise: what was measured is in the trace.
      seed: 2,
    });
    expect(outputsOf(replayed)).toEqual(outputsOf(recorded));
    expect(outputsOf(recorded).length).toBeGreaterThan(20);
  });

  it('leaves out parts of another wiring, and what no hand can do', () => {
    const trace: TraceEvent[] = [
      { at: 0, kind: 'start' },
      { at: 10, kind: 'event', part: 'doorbell', event: 'pressed' },
      { at: 20, kind: 'event', part: 'radar', event: 'near' },
      { at: 30, kind: 'value', part: 'arm', value: 'angle', is: 40 },
      { at: 40, kind: 'event', part: 'button', event: 'released' },
      { at: 50, kind: 'end', reason: 'stopped' },
    ];
    expect(replayInputs(trace, wiring)).toEqual([{ at: 40, part: 'button', input: 'release' }]);
  });
});
