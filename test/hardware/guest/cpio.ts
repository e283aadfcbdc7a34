import { createWriteStream, lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** A file of the archive: its path there, and where it is now. */
export interface ArchiveFile {
  readonly path: string;
  readonly source: string;
}

const directoryMode = 0o040755;

/**
 * Writes files as an archive in the format "newc", which the kernel unpacks into its first file system
 * (`Documentation/driver-api/early-userspace/buffer-format.rst`). Everything belongs to root; folders are added.
 * Archives may be appended to each other: the kernel unpacks one after the other.
 */
export async function writeArchive(target: string, files: readonly ArchiveFile[]): Promise<void> {
  const out = createWriteStream(target);
  const folders = new Set<string>();
  const addFolders = (path: string): void => {
    const folder = dirname(path);
    if (folder === '.' || folders.has(folder)) return;
    addFolders(folder);
    folders.add(folder);
    writeEntry(out, folder, directoryMode, Buffer.alloc(0));
  };
  for (const { path, source } of files) {
    addFolders(path);
    const info = lstatSync(source);
    const content = info.isSymbolicLink() ? Buffer.from(readlinkSync(source)) : readFileSync(source);
    writeEntry(out, path, info.mode, content);
  }
  writeEntry(out, 'TRAILER!!!', 0, Buffer.alloc(0));
  out.end();
  await finished(out);
}

/** The paths of a folder's files as they shall be in the archive. */
export function filesIn(folder: string, paths: readonly string[], prefix = ''): ArchiveFile[] {
  return paths.map((path) => ({ path: join(prefix, path), source: join(folder, path) }));
}

function writeEntry(out: Writable, path: string, mode: number, content: Buffer): void {
  const name = Buffer.from(`${path}\0`);
  // inode, mode, uid, gid, links, mtime, size, device major and minor, rdev major and minor, name size, check.
  const fields = [0, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length, 0];
  const header = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`;
  out.write(padded(Buffer.concat([Buffer.from(header), name])));
  out.write(padded(content));
}

/** Names and contents end on a multiple of 4 bytes. */
function padded(bytes: Buffer): Buffer {
  const missing = -bytes.length & 3;
  return missing === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(missing)]);
}
