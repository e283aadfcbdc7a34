import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type AgentConfigView, agentConfigSchema } from '../../server/api/contract/endpoints.ts';
import { deviceIdFor } from '../../server/fleet/device-id.ts';
import { AddError } from './options.ts';

/** @throws AddError when there is such a file already: it may hold the only copy of another Pi's secret. */
export function refuseToOverwrite(out: string | null, name: string): void {
  const file = out ?? fileFor(deviceIdFor(name, () => false));
  if (existsSync(file)) {
    throw new AddError(`${resolve(file)} exists already. Move it away, or choose another file with --out.`);
  }
}

/**
 * Writes the agent's config so that only its owner can read it.
 *
 * @returns the file's absolute path.
 * @throws AddError with the config itself, since its secret is known nowhere else.
 */
export function writeConfig(config: AgentConfigView, out: string | null): string {
  const file = resolve(out ?? fileFor(config.deviceId));
  const text = `${JSON.stringify(agentConfigSchema.parse(config), null, 2)}\n`;
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw new AddError(
      `The Pi ${config.deviceId} was added, but ${file} could not be written (${cause instanceof Error ? cause.message : String(cause)}). This is what it should hold; it is shown only now:\n${text}`,
      { cause },
    );
  }
  return file;
}

function fileFor(deviceId: string): string {
  return `${deviceId}.json`;
}
