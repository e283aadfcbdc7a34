import pino from 'pino';
import { readConfig } from '../../server/config.ts';
import { startDemo } from './demo.ts';

/** Runs the demo until it is told to end. */
export async function runDemo(): Promise<void> {
  try {
    const { logLevel } = readConfig({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || 'warn' });
    const demo = await startDemo(process.env, pino({ level: logLevel }));
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      demo.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    // Last, because whoever reads it may send a signal at once.
    process.stdout.write(`\n${demo.box}\n\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
