import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { runKit, start } from './run-kit.ts';

const values = (trace: readonly TraceEvent[], wanted = 'n') =>
  trace.flatMap((event) => (event.kind === 'variable' && event.name === wanted ? [event.is] : []));
const commands = (trace: readonly TraceEvent[]) => trace.filter(({ kind }) => kind === 'command').length;

describe('the variables of a program', () => {
  it('are told when they change, and only then', async () => {
    const source = `var n = 0; $watch(['n'], () => [n]);
      ${start("for (n = 1; n < 3; n += 1) { $do('red', 'on'); yield* $wait(1); }")}`;
    expect(values(await runKit({ source }))).toEqual([1, 2, 3]);
  });

  it('are told 20 times a second at most, the last value always', async () => {
    const source = `var n = 0; $watch(['n'], () => [n]);
      ${start('while (n < 1000) { n += 1; yield* $wait(0.002); }')}`;
    const told = values(await runKit({ source }));
    expect(told.at(-1)).toBe(1000);
    expect(told.length).toBeLessThan(45);
    expect(told.length).toBeGreaterThan(35);
  });

  it.each([
    { value: '0.1 + 0.2', is: 0.3 },
    { value: 'true', is: true },
    { value: "'Hallo'", is: 'Hallo' },
    { value: '[1, 2, 3]', is: '1, 2, 3' },
    { value: '1 / 0', is: 'Infinity' },
    { value: "'x'.repeat(1000)", is: 'x'.repeat(200) },
    { value: 'undefined', is: 'undefined' },
  ])('are told as they are printed: $value', async ({ value, is }) => {
    const source = `var n = ${value}; $watch(['n'], () => [n]); ${start('yield* $wait(1);')}`;
    expect(values(await runKit({ source }))).toEqual([is]);
  });

  it('are 100 at most', async () => {
    const source = `$watch(Array.from({ length: 200 }, (_, i) => 'v' + i), () => Array(200).fill(1)); ${start('')}`;
    const trace = await runKit({ source });
    expect(trace.filter(({ kind }) => kind === 'variable')).toHaveLength(100);
  });

  it('are told after each step of a paused program', async () => {
    const at = "$b = 'b'; if ($p) yield* $at();";
    const source = `var n = 0; $watch(['n'], () => [n]); ${start(`${at} n = 1; ${at} n = 2; ${at} n = 3;`)}`;
    const controls = [1, 2].map((second) => ({ at: second * 1e6, control: { type: 'step' as const } }));
    expect(values(await runKit({ source, begin: { paused: true }, controls }))).toEqual([0, 1, 2]);
  });
});

describe('a loop that says the same again and again', () => {
  it('is quoted 20 times a second', async () => {
    const trace = await runKit({
      source: start("for (;;) { if ($due()) yield; $do('red', 'on'); }"),
      duration: 2e6,
    });
    expect(commands(trace)).toBeGreaterThan(30);
    expect(commands(trace)).toBeLessThan(45);
    expect(trace.some(({ kind }) => kind === 'gap')).toBe(false);
  });

  it.each([
    { what: 'something else in between', body: "$do('red', 'on'); $do('red', 'off');", each: 2 },
    { what: 'what changes something each time', body: "$do('red', 'toggle');", each: 1 },
    { what: 'another value each time', body: "$do('red', 'brightness', i % 2 * 50);", each: 1 },
  ])('is quoted in full with $what', async ({ body, each }) => {
    const trace = await runKit({ source: start(`for (let i = 0; i < 50; i += 1) { ${body} }`) });
    expect(commands(trace)).toBe(50 * each);
  });

  it('is quoted in full at a human pace', async () => {
    const trace = await runKit({
      source: start("for (let i = 0; i < 30; i += 1) { $do('red', 'on'); yield* $wait(0.05); }"),
    });
    expect(commands(trace)).toBe(30);
  });
});
