import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ensurePython } from '../../../scripts/setup/python.ts';

/** Looked for once: asking a Python whether it has gpiozero takes it half a second. */
const interpreter = ensurePython();
const runner = join(import.meta.dirname, 'run_with_mock_pins.py');

/** What the world does to a program's mock pins; times in seconds. */
export interface World {
  readonly hands?: readonly { at: number; gpio: number; level: 0 | 1 }[];
  readonly distances?: readonly { at: number; trigger: number; echo: number; cm: number }[];
  readonly registers?: readonly { at: number; address: number; register: number; bytes: readonly number[] }[];
}

const answerSchema = z.object({
  pins: z.array(z.tuple([z.number(), z.number(), z.number(), z.number().nullable()])),
  prints: z.array(z.tuple([z.number(), z.string()])),
  spi: z.array(z.tuple([z.number(), z.array(z.number())])),
  ended: z.number().nullable(),
  error: z.string().nullable(),
});
/** What a program did; times in seconds. */
export type MockRun = z.infer<typeof answerSchema>;

/** Runs Python with this on its standard input. @returns what it wrote, or throws what it complained of. */
async function python(args: readonly string[], input: string): Promise<string> {
  const child = spawn(interpreter, args, { env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } });
  let out = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`Python ended with ${code}: ${complaint}`);
  return out;
}

/** Runs a program on gpiozero's mock pins for some seconds of virtual time. */
export async function runOnMockPins(text: string, seconds: number, world: World = {}): Promise<MockRun> {
  const folder = await mkdtemp(join(tmpdir(), 'steckbrett-python-'));
  try {
    const file = join(folder, 'program.py');
    await writeFile(file, text);
    const job = { file, seconds, hands: [], distances: [], registers: [], ...world };
    return answerSchema.parse(JSON.parse(await python([runner], JSON.stringify(job))));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Compiles each of these as Python does a file, from its bytes. */
const compileAll = `
import json, sys
complaints = {}
for name, text in json.load(sys.stdin).items():
    try:
        compile(text.encode("utf-8"), name, "exec", dont_inherit=True)
    except Exception as error:
        complaints[name] = f"{type(error).__name__}: {error}"
print(json.dumps(complaints))
`;

/** What Python's own compiler has to say of these programs, by their names; nothing for a good one. */
export async function complaintsOf(
  programs: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  return z
    .record(z.string(), z.string())
    .parse(JSON.parse(await python(['-c', compileAll], JSON.stringify(programs))));
}
