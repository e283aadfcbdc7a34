import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedFiles } from '../../lessons/format/index.ts';
import { projectRoot, readArguments } from './arguments.ts';

/** `npm run lessons -- schema`: writes the JSON schemas of the lesson files and the list of blocks into `docs/`. */
export async function schema(args: string[]): Promise<number> {
  readArguments(args, {});
  for (const [name, text] of Object.entries(publishedFiles())) {
    writeFileSync(join(projectRoot, 'docs', name), text);
    console.log(`docs/${name}`);
  }
  return 0;
}
