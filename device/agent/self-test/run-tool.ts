import { execFile } from 'node:child_process';

/** How a tool of the system ended. */
export interface ToolRun {
  /** Its exit code; null: there is no such tool, or it took too long. */
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Starts a tool of the system and waits for its end; never rejects. It speaks English. */
export function runTool(
  tool: string,
  args: readonly string[],
  { timeout = 15_000, path = process.env.PATH }: { timeout?: number; path?: string | undefined } = {},
): Promise<ToolRun> {
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'C', PATH: path };
    const options = { env, timeout, encoding: 'utf8', maxBuffer: 4 * 1024 * 1024 } as const;
    execFile(tool, args, options, (error, output, errors) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({ code, output, errors });
    });
  });
}
