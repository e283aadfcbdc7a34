import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** An editor writes a file in several steps; so long after the last of them, ms, it is read. */
const calm = 150;

/**
 * Calls back when something in a catalogue's folders has changed, once for changes that come together. Watches folders,
 * not files: many editors write a new file and give it the old one's name, and a watch on a file would stay with the old.
 *
 * @returns ends it.
 */
export function watchCatalog(catalog: string, onChange: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      watchFolders();
      onChange();
    }, calm);
  };
  const unwatch = (name: string) => {
    watchers.get(name)?.close();
    watchers.delete(name);
  };
  const watchOne = (name: string) => {
    // A folder that goes away while it is being watched is no more to be watched.
    const watcher = watch(join(catalog, name), changed).on('error', () => unwatch(name));
    watchers.set(name, watcher);
  };
  const watchFolders = () => {
    const entries = readdirSync(catalog, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const names = new Set(entries.map(({ name }) => name));
    for (const name of watchers.keys()) if (name !== '.' && !names.has(name)) unwatch(name);
    for (const name of names) if (!watchers.has(name)) watchOne(name);
  };

  watchOne('.');
  watchFolders();
  return () => {
    clearTimeout(timer);
    for (const name of [...watchers.keys()]) unwatch(name);
  };
}
