/**
 * `npm run simulate:lesson [-- --pupils 30 --pis 30 --minutes 2]`: plays whole lessons with a real server, real agents
 * with simulated boards, a teacher and pupils over their real connections, and says whether anything was lost. Without
 * numbers it plays two: 30 pupils on 30 Pis, and 42 on 21.
 */
import { parseArgs } from 'node:util';
import type { LessonPlan } from './simulate/lesson.ts';
import { simulate } from './simulate/simulation.ts';

const { values } = parseArgs({
  options: { pupils: { type: 'string' }, pis: { type: 'string' }, minutes: { type: 'string' } },
});
const [pupils, pis, minutes] = [number('pupils', 60), number('pis', 60), number('minutes', 24 * 60)];

const lessons =
  pupils === undefined && pis === undefined
    ? [
        { pupils: 30, pis: 30 },
        { pupils: 42, pis: 21 },
      ]
    : [{ pupils: pupils ?? 30, pis: pis ?? pupils ?? 30 }];
const seconds = ((minutes ?? lessons.length) * 60) / lessons.length;
const plans = lessons.map(
  (size, index): LessonPlan => ({
    ...size,
    name: `Simu-${index + 1}`,
    lessonId: index === 0 ? 'blink' : 'traffic-light',
    otherLessonId: index === 0 ? 'traffic-light' : 'blink',
    seconds,
  }),
);

const ledger = await simulate(plans);
const { counts, refusals, times } = ledger.tables();
console.table(counts);
console.table(times);
console.table(refusals);
if (ledger.complaints.length === 0) console.log('Nothing was lost, and nothing is left.');
else console.log(`${ledger.complaints.length} complaints:\n- ${ledger.complaints.join('\n- ')}`);
process.exit(ledger.complaints.length === 0 ? 0 : 1);

function number(name: 'pupils' | 'pis' | 'minutes', most: number): number | undefined {
  const given = values[name];
  if (given === undefined) return undefined;
  const value = Number(given);
  if (value > 0 && value <= most && (name === 'minutes' || Number.isInteger(value))) return value;
  console.error(`--${name} has to be a number up to ${most}, not ${given}.`);
  process.exit(2);
}
