import { chmodSync, cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { bundle } from './bundle.ts';
import { startScript } from './start-script.ts';

export interface AgentPackageOptions {
  /** The project's folder, with its packages installed. */
  readonly root: string;
  /** The folder that becomes the package; what is in it goes. */
  readonly target: string;
  /** The folder of koffi's native part: for a Pi, the npm package `@koromix/koffi-linux-arm64`. */
  readonly koffiNative: string;
  /** More programs, relative to the root, beside the agent. */
  readonly programs?: readonly string[];
}

const nameSchema = z.object({ name: z.string() });

/** What of koffi Node reads; the rest is for compiling it. */
const koffiFiles = ['package.json', '*.js', 'src/koffi/**/*.js'];

/**
 * Packs the agent for a Pi: plain JavaScript in few files and what they need, Node aside. It starts with less work
 * than the sources (no types to strip, few files to find), which matters on the small ones. `steckbrett-agent --config FILE` starts it.
 */
export async function packAgent({
  root,
  target,
  koffiNative,
  programs = [],
}: AgentPackageOptions): Promise<void> {
  await bundle({ root, target, programs: ['device/agent/agent-process.ts', ...programs] });
  const koffi = join(root, 'node_modules/koffi');
  for (const file of globSync(koffiFiles, { cwd: koffi }))
    cpSync(join(koffi, file), join(target, 'node_modules/koffi', file));
  const { name } = nameSchema.parse(JSON.parse(readFileSync(join(koffiNative, 'package.json'), 'utf8')));
  const native = join(target, 'node_modules', name);
  mkdirSync(dirname(native), { recursive: true });
  cpSync(koffiNative, native, { recursive: true });
  const start = join(target, 'steckbrett-agent');
  writeFileSync(start, startScript());
  chmodSync(start, 0o755);
}
