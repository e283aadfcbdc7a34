import { proveBrokerClean } from './broker-leftovers.ts';
import { Ledger } from './ledger.ts';
import { type LessonPlan, playLesson } from './lesson.ts';
import { proveFilesClean } from './proof.ts';
import { openWorld } from './world.ts';

/** Plays lessons one after the other in one school, the ones with more Pis first; the ledger says what happened. */
export async function simulate(
  plans: readonly LessonPlan[],
  print: (line: string) => void = console.log,
): Promise<Ledger> {
  const ledger = new Ledger(print);
  const world = await openWorld(Math.max(...plans.map(({ pis }) => pis)), ledger);
  try {
    const needles: string[] = [];
    for (const plan of plans) needles.push(...(await playLesson(world, plan, ledger)));
    await world.keepPis(0);
    await proveBrokerClean(world.school.configs, world.server.mqttPort, needles, ledger);
    const code = await world.server.kill('SIGTERM');
    ledger.expect(code === 0, `the server ended with code ${code}`);
    proveFilesClean(world.server.dataDir, needles, ledger);
    const output = world.server.output();
    const said = needles.filter((needle) => output.includes(needle));
    ledger.expect(said.length === 0, `the server’s log names ${said.slice(0, 3).join(', ')}`);
    const errors = output.split('\n').filter((line) => /"level":(50|60)|ERROR|FATAL/.test(line));
    for (const line of errors) ledger.complain(`the server logged: ${line.slice(0, 300)}`);
  } catch (error) {
    ledger.complain(`the simulation broke off: ${error instanceof Error ? error.stack : error}`);
    ledger.tell(`the server said last: ${world.server.output().slice(-2000)}`);
  } finally {
    await world.close();
  }
  return ledger;
}
