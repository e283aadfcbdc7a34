import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The release of this agent, from the project's package.json. */
export function agentVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
