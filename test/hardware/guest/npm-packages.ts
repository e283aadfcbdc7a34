import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runTool } from './run-tool.ts';

const versionSchema = z.object({ version: z.string() });

/** Version of an installed package. */
export function installedVersion(root: string, name: string): string {
  const path = join(root, 'node_modules', name, 'package.json');
  return versionSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).version;
}

/**
 * Downloads a package for another machine, which `npm install` would refuse here, and gives the path of its
 * archive. Nothing is downloaded twice.
 */
export function downloadPackage(folder: string, name: string, version: string): string {
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  if (!existsSync(archive))
    runTool('npm', ['pack', '--silent', '--pack-destination', folder, `${name}@${version}`]);
  return archive;
}
