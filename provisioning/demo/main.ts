import pino from 'pino';
import { startDemo } from './demo.ts';

/** Runs the demo until it is told to end. */
export async function runDemo(): Promise<void> {
  const logger = pino({ level: process.env.LOG_LEVEL || 'warn' });
  try {
    const demo = await startDemo(process.env, logger);
    process.stdout.write(`\n${demo.box}\n\n`);
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
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
