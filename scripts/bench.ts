/** `npm run bench [-- NAME …]`: runs the benchmarks, prints a table, writes `.bench/results.json`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import type { Measurement } from '../test/bench/measurement.ts';

const root = resolve(import.meta.dirname, '..');

/** Each benchmark is loaded only when it runs, so that one can't weigh on another. */
const benches: Record<string, () => Promise<Measurement[]>> = {
  program: async () => (await import('../test/bench/program.ts')).programBench(),
  language: async () => (await import('../test/bench/language.ts')).languageBench(),
  broker: async () => (await import('../test/bench/broker.ts')).brokerBench(),
  'run-to-edge': async () => (await import('../test/bench/run-to-edge.ts')).runToEdgeBench(),
  'stop-all': async () => (await import('../test/bench/stop-all.ts')).stopAllBench(),
  agent: async () => (await import('../test/bench/agent.ts')).agentBench(),
  'soft-pwm': async () => (await import('../test/bench/soft-pwm.ts')).softPwmBench(),
  hostile: async () => (await import('../test/bench/hostile.ts')).hostileBench(),
  'emulated-pi': async () => (await import('../test/bench/emulated-pi.ts')).emulatedPiBench(),
  page: async () => (await import('../test/bench/page.ts')).pageBench(),
  'slow-machine': async () => (await import('../test/bench/slow-machine.ts')).slowMachineBench(),
  pair: async () => (await import('../test/bench/pair.ts')).pairBench(),
  class: async () => (await import('../test/bench/class.ts')).classBench(),
  lessons: async () => (await import('../test/bench/lessons.ts')).lessonsBench(),
  recorder: async () => (await import('../test/bench/recorder.ts')).recorderBench(),
  lending: async () => (await import('../test/bench/lending.ts')).lendingBench(),
  'lending-paper': async () => (await import('../test/bench/lending-paper.ts')).lendingPaperBench(),
  'lending-stocktake': async () =>
    (await import('../test/bench/lending-stocktake.ts')).lendingStocktakeBench(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `No benchmark is named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}

const results: Measurement[] = [];
for (const [name, run] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  results.push(...(await run()));
}

mkdirSync(join(root, '.bench'), { recursive: true });
writeFileSync(
  join(root, '.bench/results.json'),
  JSON.stringify({ machine: machine(), commit: commit(), at: new Date().toISOString(), results }, null, 2),
);
console.table(
  Object.fromEntries(
    results.map(({ id, value, unit, baseline, baselineValue, ratio, target, met, samples }) => [
      id,
      {
        value: `${round(value)} ${unit}`,
        baseline: `${baseline}: ${round(baselineValue)}`,
        ratio: round(ratio),
        target,
        met: met ? 'yes' : 'NO',
        samples,
      },
    ]),
  ),
);
process.exit(results.every((one) => one.met) ? 0 : 1);

function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
