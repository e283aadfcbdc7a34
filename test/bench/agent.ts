import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AgentProcess } from '../support/agent-process.ts';
import { setUpClassroom, startAgents } from '../support/classroom.ts';
import { spawnServer } from '../support/server.ts';
import type { Measurement } from './measurement.ts';
import { residentMegabytes } from './resident-memory.ts';
import { median } from './statistics.ts';

const agents = 3;
/** Long enough for start-up garbage to be collected and the spare isolate to be warm. */
const settleMs = 15_000;

/** Resident memory (VmRSS) of an idle, connected agent with one warm isolate; beside it, Node doing nothing. */
export async function agentBench(): Promise<Measurement[]> {
  const server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: agents });
  // As on a Pi that has been started before: the first start fills the compile cache, 3 s after it is online.
  const first = await startAgents(room.configs, server.mqttPort, room.staff);
  await sleep(5_000);
  await Promise.all(first.map((agent) => agent.kill()));
  const running: AgentProcess[] = await startAgents(room.configs, server.mqttPort, room.staff);
  const node = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
  try {
    await sleep(settleMs);
    const value = median(running.map(({ pid }) => residentMegabytes(pid)));
    const baselineValue = residentMegabytes(node.pid ?? 0);
    return [
      {
        id: 'agent-idle-memory',
        value,
        unit: 'MB',
        baseline: 'Node doing nothing',
        baselineValue,
        ratio: value / baselineValue,
        target: '<= 90 MB',
        met: value <= 90,
        samples: agents,
      },
    ];
  } finally {
    node.kill();
    await Promise.all(running.map((agent) => agent.kill()));
    await server.kill('SIGTERM');
    await server.remove();
  }
}
