import { getCompileCacheDir } from 'node:module';

/**
 * The environment of a worker thread: nothing of the process but its compile cache. Node strips the types of a
 * thread's files unless it finds them stripped there, and the stripper takes 30 MB in each thread; a thread looks
 * there only when told by this.
 */
export function threadEnvironment(): Record<string, string> {
  const folder = process.env.NODE_COMPILE_CACHE ?? getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}
