import { setTimeout as sleep } from 'node:timers/promises';
import { setUpClassroom } from '../support/classroom.ts';
import { connectTeacher, resultOf } from '../support/pupil.ts';
import { spawnServer } from '../support/server.ts';
import type { Measurement } from './measurement.ts';
import { residentMegabytes } from './resident-memory.ts';
import { SavingPupils } from './saving-pupils.ts';

const classes = 10;
const pupils = 30;
const thinkingMs = 3000;
const durationMs = 30_000;
const most = 250;

/** What the server holds with ten classes of thirty who save, and a teacher's page that looks at all of each class. */
export async function classMemoryBench(): Promise<Measurement> {
  const server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  const closing: { close(): void }[] = [];
  try {
    const { teacher } = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 0 });
    const baselineValue = residentMegabytes(server.pid);
    const working: SavingPupils[] = [];
    for (let number = 1; number <= classes; number += 1) {
      const one = await teacher.call('startClass', {}, { lessonId: 'blink', name: `Klasse ${number}` });
      const joined = await SavingPupils.join(server.url, teacher, { ...one, count: pupils });
      closing.push(joined);
      working.push(joined);
      const page = await connectTeacher(server.url, teacher.cookies);
      closing.push(page);
      const { seats } = resultOf(await page.emitWithAck('class:watch', { classId: one.id }));
      resultOf(await page.emitWithAck('class:work', { classId: one.id, seatIds: seats.map(({ id }) => id) }));
    }
    for (const one of working) one.start(thinkingMs);
    let value = 0;
    let samples = 0;
    for (const end = performance.now() + durationMs; performance.now() < end; samples += 1) {
      value = Math.max(value, residentMegabytes(server.pid));
      await sleep(500);
    }
    await Promise.all(working.map((one) => one.stop()));
    return {
      id: 'class-server-memory',
      value,
      unit: 'MB, most',
      baseline: 'the server with nobody there',
      baselineValue,
      ratio: value / baselineValue,
      target: `<= ${most} MB`,
      met: value <= most,
      samples,
    };
  } finally {
    for (const one of closing) one.close();
    await server.kill('SIGTERM');
    await server.remove();
  }
}
