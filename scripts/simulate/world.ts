import type { AgentProcess } from '../../test/support/agent-process.ts';
import { type Classroom, setUpClassroom, startAgents } from '../../test/support/classroom.ts';
import { type SpawnedServer, spawnServer } from '../../test/support/server.ts';
import type { Ledger } from './ledger.ts';

/** A school with a real server process and real agent processes with simulated boards. */
export interface World {
  readonly server: SpawnedServer;
  readonly school: Omit<Classroom, 'class'>;
  /** One for each Pi that is on; `agents[0]` has number 1. */
  readonly agents: AgentProcess[];
  /** Turns Pis off until so many are left. */
  keepPis(count: number): Promise<void>;
  close(): Promise<void>;
}

/** Seconds of a turn with a Pi while others wait: short, since the whole lesson is. */
const turnSeconds = 10;

/** Sets a school up as people would, through the public API, and turns its Pis on. */
export async function openWorld(pis: number, ledger: Ledger): Promise<World> {
  const server = await spawnServer({
    environment: { LOG_LEVEL: 'warn', TURN_SECONDS: String(turnSeconds) },
  });
  const agents: AgentProcess[] = [];
  const keepPis = async (count: number) => {
    await Promise.all(agents.splice(count).map((agent) => agent.kill()));
  };
  const close = async () => {
    await keepPis(0);
    await server.kill('SIGTERM');
    await server.remove();
  };
  try {
    ledger.tell(`a server is up (process ${server.pid})`);
    const school = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: pis });
    // The class that came with the school is none of ours.
    await school.teacher.call('endClass', { classId: school.class.id }, {});
    agents.push(...(await startAgents(school.configs, server.mqttPort)));
    ledger.tell(`${agents.length} Pis are on, each a process of its own`);
    return { server, school, agents, keepPis, close };
  } catch (error) {
    await close();
    throw error;
  }
}
