import type { LessonProblem } from '../../lessons/format/lesson-problem.ts';
import type { RunningServer } from '../../server/app.ts';
import { startOwnServer } from './own-server.ts';
import { watchCatalog } from './watch-catalog.ts';

export interface PreviewOptions {
  readonly catalog: string;
  readonly lessonId: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The files were read anew; with what is wrong in the whole catalogue. */
  readonly onReload: (problems: readonly LessonProblem[]) => void;
}

export interface RunningPreview {
  /** The pupils' page, in a class with this lesson; joins by itself. */
  readonly address: string;
  readonly server: RunningServer;
  stop(): Promise<void>;
}

/** Starts a server of its own with a class for one lesson, and reads the lessons anew with each change of their files. */
export async function startPreview(options: PreviewOptions): Promise<RunningPreview> {
  const { catalog, lessonId, port, onReload } = options;
  const own = await startOwnServer({ catalog, port });
  const { server } = own;
  const { code } = await own.client.call('startClass', {}, { lessonId, name: 'Preview' });
  const stopWatching = watchCatalog(catalog, () => onReload(server.reloadLessons()));
  return {
    address: `${server.url}/?code=${code}&name=Preview`,
    server,
    async stop() {
      stopWatching();
      await own.stop();
    },
  };
}
