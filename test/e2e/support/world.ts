import type { Browser } from 'playwright-core';
import { ensurePage } from '../../../scripts/setup/page.ts';
import type { AgentProcess } from '../../support/agent-process.ts';
import { lanHost, launchBrowser } from '../../support/browser.ts';
import { type Classroom, setUpClassroom, startAgents, teacher } from '../../support/classroom.ts';
import { type SpawnedServer, spawnServer } from '../../support/server.ts';
import { PupilPage } from './pupil-page.ts';
import { TeacherPage } from './teacher-page.ts';

/** The whole product in processes of its own: server, agents, browser. */
export class World {
  server: SpawnedServer;
  readonly room: Classroom;
  readonly browser: Browser;
  readonly #agents: Map<string, AgentProcess>;

  private constructor(
    server: SpawnedServer,
    room: Classroom,
    browser: Browser,
    agents: Map<string, AgentProcess>,
  ) {
    this.server = server;
    this.room = room;
    this.browser = browser;
    this.#agents = agents;
  }

  /**
   * @param devices how many Pis, each an agent process with a simulated board.
   * @param environment the server's, beside what every test needs.
   */
  static async start(devices: number, environment: Readonly<Record<string, string>> = {}): Promise<World> {
    ensurePage();
    const server = await spawnServer({ environment: { LOG_LEVEL: 'warn', ...environment } });
    const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices });
    const agents = await startAgents(room.configs, server.mqttPort, room.staff);
    const browser = await launchBrowser();
    return new World(
      server,
      room,
      browser,
      new Map(room.configs.map(({ deviceId }, index) => [deviceId, agents[index] as AgentProcess])),
    );
  }

  /** The pages' address as on a school's LAN: plain HTTP, and not `localhost`. */
  get lanOrigin(): string {
    return `http://${lanHost}:${this.server.port}`;
  }

  /** A pupil joins and sits at a Pi; which one the page tells. */
  async pupilWithPi(
    options: Parameters<typeof PupilPage.join>[3] & { origin?: string } = {},
  ): Promise<{ pupil: PupilPage; agent: AgentProcess; nickname: string }> {
    const pupil = await PupilPage.join(
      this.browser,
      options.origin ?? this.server.url,
      this.room.class.code,
      options,
    );
    const deviceId = (await pupil.page.locator('[data-test="device-name"]').getAttribute('data-name')) ?? '';
    const agent = this.#agents.get(deviceId);
    if (!agent) throw new Error(`no Pi for this pupil: ${deviceId}`);
    return {
      pupil,
      agent,
      nickname: (await pupil.page.locator('[data-test="nickname"]').textContent()) ?? '',
    };
  }

  async teacherInClass(options: { language?: 'de' | 'en' } = {}): Promise<TeacherPage> {
    const page = await TeacherPage.signIn(this.browser, this.server.url, teacher, options);
    await page.openClass(this.room.class.name);
    return page;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await Promise.all([...this.#agents.values()].map((agent) => agent.kill()));
    await this.server.kill('SIGTERM');
    await this.server.remove();
  }
}
