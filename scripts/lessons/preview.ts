import { once } from 'node:events';
import type { LessonProblem } from '../../lessons/format/lesson-problem.ts';
import { ensurePage } from '../setup/page.ts';
import { readArguments } from './arguments.ts';
import { findLessons } from './find-lessons.ts';
import { LessonsError } from './lessons-error.ts';
import { startPreview } from './preview-server.ts';

/** `npm run lessons -- preview ID [--port N]`: runs until Ctrl+C. */
export async function preview(args: string[]): Promise<number> {
  const { values, positionals, catalog } = readArguments(args, { port: { type: 'string', default: '0' } });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new LessonsError('Name one lesson: its id.');
  if (!/^\d{1,5}$/.test(values.port)) throw new LessonsError('The port is a number, such as 8090.');
  const [found] = findLessons(catalog, [name]);
  const lesson = found?.lesson;
  if (!lesson) {
    const sentences = found?.problems.map(({ message }) => message.en) ?? [];
    throw new LessonsError([...sentences, `Mend this, then begin the preview of ${name} anew.`].join('\n'));
  }
  const ownOnly = ({ file }: LessonProblem) => file.startsWith(`${lesson.folder}/`);
  ensurePage();
  const running = await startPreview({
    catalog,
    lessonId: lesson.id,
    port: Number(values.port),
    onReload: (problems) => console.log(report(problems.filter(ownOnly))),
  });
  console.log(`${lesson.views.en.title}: ${running.address}

The page follows each change in ${lesson.folder}; what is wrong with it appears here. Stop: Ctrl+C`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await running.stop();
  return 0;
}

/** What became of a change, with the time of day. */
function report(problems: readonly LessonProblem[]): string {
  const time = new Date().toLocaleTimeString('en-GB');
  if (problems.length === 0) return `${time} ok`;
  return problems.map(({ message }) => `${time} ${message.en}`).join('\n');
}
