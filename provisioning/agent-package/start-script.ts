import { leanProcess } from '../../device/agent/lean-start.ts';

/** Where the package's compile cache is unless `NODE_COMPILE_CACHE` names another folder. */
export const cacheFolder = 'cache';

/** The shell script that starts the packaged agent as a lean process; its arguments are the agent's. */
export function startScript(): string {
  const { NODE_COMPILE_CACHE: _, ...environment } = leanProcess.environment;
  const settings = Object.entries(environment).map(([name, value]) => `export ${name}=${value}`);
  return `#!/bin/sh
# Starts the Steckbrett agent: steckbrett-agent --config pi.json
folder=$(dirname "$(readlink -f "$0")")
export NODE_COMPILE_CACHE="\${NODE_COMPILE_CACHE:-$folder/${cacheFolder}}"
${settings.join('\n')}
exec node ${leanProcess.execArgv.join(' ')} "$folder/agent-process.js" "$@"
`;
}
