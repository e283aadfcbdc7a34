import { ApiClient } from '../../provisioning/api-client.ts';
import type { AgentConfigView } from '../../server/api/contract/endpoints.ts';
import type { ClassView } from '../../server/live/contract/live.ts';
import { type AgentProcess, startAgent } from './agent-process.ts';

/** Who can sign in to a test's classroom. */
export const staffMember = {
  name: 'Vera Verein',
  email: 'vera@verein.example',
  password: 'ein-langes-passwort',
};
export const teacher = { name: 'Theo Lehrer', email: 'theo@schule.example', password: 'noch-ein-passwort' };

/** A server with people, a school, Pis and a running class, all made through its public API. */
export interface Classroom {
  readonly staff: ApiClient;
  readonly teacher: ApiClient;
  readonly class: ClassView;
  /** One for each Pi: `pi-01`, `pi-02` … */
  readonly configs: readonly AgentConfigView[];
}

/**
 * @param origin such as `http://127.0.0.1:8080`.
 * @param setupUrl the one-time link of an empty server.
 */
export async function setUpClassroom(
  origin: string,
  setupUrl: string,
  options: { devices: number; lessonId?: string; className?: string },
): Promise<Classroom> {
  const staff = new ApiClient(origin);
  await staff.call('acceptInvitation', { token: tokenOf(setupUrl) }, staffMember);
  await staff.signIn(staffMember.email, staffMember.password);
  const school = await staff.call('addSchool', {}, { name: 'Testschule', city: 'Mainz' });
  const invitation = await staff.call('invite', {}, { role: 'teacher', schoolId: school.id });
  const adult = new ApiClient(origin);
  await adult.call('acceptInvitation', { token: tokenOf(invitation.url) }, teacher);
  await adult.signIn(teacher.email, teacher.password);
  const configs: AgentConfigView[] = [];
  for (let index = 1; index <= options.devices; index += 1) {
    const name = `pi-${String(index).padStart(2, '0')}`;
    configs.push((await staff.call('addDevice', {}, { name, schoolId: school.id })).config);
  }
  const started = await adult.call(
    'startClass',
    {},
    { lessonId: options.lessonId ?? 'blink', name: options.className ?? 'Testklasse' },
  );
  return { staff, teacher: adult, class: started, configs };
}

const startedTogether = 4;

/** Real agents for these Pis, connected over TCP and wired for the lesson; with `staff`, also seen by the server. */
export async function startAgents(
  configs: readonly AgentConfigView[],
  mqttPort: number,
  staff?: ApiClient,
): Promise<AgentProcess[]> {
  const agents: AgentProcess[] = [];
  // A few at a time: each real Pi starts on a processor of its own, ours share one machine's.
  for (let first = 0; first < configs.length; first += startedTogether) {
    const group = await Promise.all(
      configs
        .slice(first, first + startedTogether)
        .map(({ deviceId, secret }) =>
          startAgent({ server: `mqtt://127.0.0.1:${mqttPort}`, deviceId, secret }),
        ),
    );
    await Promise.all(group.map((agent) => agent.waitUntilOnline(60_000)));
    await Promise.all(group.map((agent) => agent.waitUntilWired(18, 60_000)));
    agents.push(...group);
  }
  if (staff) await untilSeen(staff, configs);
  return agents;
}

/** Resolved when the server has heard of all of them: whoever joins before gets no Pi. */
async function untilSeen(staff: ApiClient, configs: readonly AgentConfigView[]): Promise<void> {
  for (;;) {
    const { devices } = await staff.call('devices', {}, {});
    const online = new Set(devices.filter((one) => one.online).map(({ id }) => id));
    if (configs.every(({ deviceId }) => online.has(deviceId))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function tokenOf(link: string): string {
  return new URL(link).pathname.split('/').at(-1) ?? '';
}
