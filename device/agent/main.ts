/** `node device/agent/main.ts --config pi-07.json`: the agent's process. */
import { beLean, leaveOutLocales } from './lean-start.ts';

beLean();
leaveOutLocales();
await import('./agent-process.ts');
