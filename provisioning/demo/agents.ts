import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AgentConfigView } from '../../server/api/contract/endpoints.ts';

const agentMain = resolve(import.meta.dirname, '../../device/agent/main.ts');

/** Agents as processes of their own, each with a simulated board, as on so many Pis. */
export class DemoAgents {
  readonly #processes: ChildProcess[] = [];

  /** @param server the broker's address of this run, since ports may differ from the last one's. */
  start(configs: readonly AgentConfigView[], server: string, folder: string): void {
    mkdirSync(folder, { recursive: true });
    for (const config of configs) {
      const file = join(folder, `${config.deviceId}.json`);
      writeFileSync(file, JSON.stringify({ ...config, server, board: 'simulated' }, null, 2), {
        mode: 0o600,
      });
      this.#processes.push(
        // They end with the demo, even when it is killed: two agents of one name would fight for it for ever.
        spawn(process.execPath, [agentMain, '--config', file, '--until-stdin-closes'], {
          stdio: ['pipe', 'ignore', 'inherit'],
          env: { ...process.env, LOG_LEVEL: 'warn' },
        }),
      );
    }
  }

  /** Ends every agent, its program first. */
  async stop(): Promise<void> {
    await Promise.all(
      this.#processes.map(
        (child) =>
          new Promise<void>((done) => {
            if (child.exitCode !== null || child.signalCode !== null) return done();
            child.once('exit', () => done());
            child.kill('SIGTERM');
          }),
      ),
    );
  }
}
