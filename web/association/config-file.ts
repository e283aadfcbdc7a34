import type { AgentConfigView } from '../../server/api/contract/endpoints.ts';

/** The name of a Pi's file: `pi-07.json`. Ids hold letters, digits and hyphens only, so it needs no quoting. */
export function configFileName(config: AgentConfigView): string {
  return `${config.deviceId}.json`;
}

/** What the file holds. */
export function configText(config: AgentConfigView): string {
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** What is typed on the Pi. */
export function commandLine(config: AgentConfigView): string {
  return `npm run agent -- --config ${configFileName(config)}`;
}
