import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { boardChoiceSchema } from '../boards/choice.ts';
import { ProblemError, problem } from '../contract/problem.ts';
import { deviceIdSchema } from '../contract/topics.ts';

const serverUrlSchema = z.url({ protocol: /^(mqtts?|wss?)$/ });

/** The file that staff gets for each Pi: where the server is and who this Pi is. */
export const agentConfigSchema = z.object({
  /** `mqtt://`, `mqtts://`, `ws://` or `wss://`; the path of a WebSocket is `/mqtt` unless one is given. */
  server: serverUrlSchema,
  deviceId: deviceIdSchema,
  secret: z.string().min(20).max(128),
  board: boardChoiceSchema.default('auto'),
  /** Label of the GPIO chip, where it is none of the known ones: `pinctrl-bcm2711`. */
  gpioChipLabel: z.string().min(1).max(32).optional(),
});
export type AgentConfig = z.infer<typeof agentConfigSchema>;

/** The part of the environment that overrides the file. */
export type AgentEnvironment = Readonly<Partial<Record<'BOARD' | 'GPIO_CHIP_LABEL', string>>>;

const wrong = (path: string, de: string, en: string, detail?: string) =>
  new ProblemError(problem('config-invalid', `${path}: ${de}`, `${path}: ${en}`, detail));

/**
 * Reads and validates the config file; `BOARD` and `GPIO_CHIP_LABEL` of the environment win over it.
 *
 * @throws ProblemError `config-unreadable` or `config-invalid`, with a sentence that names the field.
 */
export function readAgentConfig(path: string, environment: AgentEnvironment): AgentConfig {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ProblemError(
      problem(
        'config-unreadable',
        `Die Datei ${path} lässt sich nicht lesen. Bitte geben Sie mit --config die Datei an, die Sie für diesen Pi bekommen haben.`,
        `The file ${path} can’t be read. Please use --config to name the file you were given for this Pi.`,
        String(cause),
      ),
      { cause },
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw wrong(
      path,
      'Die Datei ist kein JSON. Bitte laden Sie sie noch einmal herunter.',
      'The file is not JSON. Please download it again.',
      String(cause),
    );
  }
  const parsed = agentConfigSchema.safeParse(value);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'} (${issue.message})`);
    throw wrong(
      path,
      `Diese Angaben stimmen nicht: ${fields.join(', ')}. Erwartet werden server, deviceId und secret.`,
      `These fields are wrong: ${fields.join(', ')}. The file needs server, deviceId and secret.`,
    );
  }
  return withEnvironment(parsed.data, environment);
}

function withEnvironment(config: AgentConfig, environment: AgentEnvironment): AgentConfig {
  const board = boardChoiceSchema.optional().safeParse(environment.BOARD || undefined);
  if (!board.success) {
    const choices = boardChoiceSchema.options.join(', ');
    throw wrong(
      'BOARD',
      `„${environment.BOARD}“ ist kein Board. Möglich sind ${choices}.`,
      `“${environment.BOARD}” is not a board. Choose one of ${choices}.`,
    );
  }
  return {
    ...config,
    board: board.data ?? config.board,
    gpioChipLabel: environment.GPIO_CHIP_LABEL || config.gpioChipLabel,
  };
}
