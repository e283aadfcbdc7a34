import type { Socket } from 'socket.io-client';
import type { ServerToTeacher, TeacherToServer } from '../../server/live/contract/live.ts';
import type { AgentProcess } from '../support/agent-process.ts';
import { setUpClassroom, startAgents } from '../support/classroom.ts';
import { connectTeacher, joinAsPupil, type Pupil } from '../support/pupil.ts';
import { spawnServer } from '../support/server.ts';

/** A pupil and the Pi they sit at. */
export interface Place {
  readonly pupil: Pupil;
  readonly agent: AgentProcess;
}

export interface LoadedClassroom {
  readonly places: readonly Place[];
  readonly classId: string;
  readonly teacher: Socket<ServerToTeacher, TeacherToServer>;
  stop(): Promise<void>;
}

/** A real server process, `size` real agent processes, as many pupils' sockets and the teacher's. */
export async function startLoadedClassroom(size: number): Promise<LoadedClassroom> {
  const server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: size });
  const agents = await startAgents(room.configs, server.mqttPort, room.staff);
  const byDevice = new Map(room.configs.map(({ deviceId }, index) => [deviceId, agents[index]!]));
  const places: Place[] = [];
  for (let index = 0; index < size; index += 1) {
    const pupil = await joinAsPupil(server.url, room.class.code, `Kind ${index + 1}`);
    const agent = byDevice.get(pupil.state.device?.id ?? '');
    if (!agent) throw new Error(`seat ${index + 1} got no Pi`);
    places.push({ pupil, agent });
  }
  const teacher = await connectTeacher(server.url, room.teacher.cookies);
  await teacher.emitWithAck('class:watch', { classId: room.class.id });
  return {
    places,
    classId: room.class.id,
    teacher,
    async stop() {
      teacher.disconnect();
      for (const { pupil } of places) pupil.socket.disconnect();
      await Promise.all(agents.map((agent) => agent.kill()));
      await server.kill('SIGTERM');
      await server.remove();
    },
  };
}
