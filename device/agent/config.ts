import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { boardChoiceSchema, boardIoSchema } from '../boards/choice.ts';
import { ProblemError, problem } from '../contract/problem.ts';
import { deviceIdSchema } from '../contract/topics.ts';

const serverUrlSchema = z.url({ protocol: /^(mqtts?|wss?)$/ });

/** Pins of the header behind which there is a PWM channel, on any model. */
const hardwarePwmSchema = z
  .array(z.union([z.literal(12), z.literal(13), z.literal(18), z.literal(19)]))
  .max(4);

/** The file that staff gets for each Pi: where the server is and who this Pi is. */
export const agentConfigSchema = z.object({
  /** `mqtt://`, `mqtts://`, `ws://` or `wss://`; the path of a WebSocket is `/mqtt` unless one is given. */
  server: serverUrlSchema,
  deviceId: deviceIdSchema,
  secret: z.string().min(20).max(128),
  board: boardChoiceSchema.default('auto'),
  /** Label of the GPIO chip, where it is none of the known ones: `pinctrl-bcm2711`. */
  gpioChipLabel: z.string().min(1).max(32).optional(),
  /** By what the pins are driven. */
  boardIo: boardIoSchema.default('auto'),
  /** GPIOs whose pulses the hardware makes; needs `dtoverlay=pwm-2chan` or the like in the Pi's `config.txt`. */
  hardwarePwm: hardwarePwmSchema.default([]),
  /** Names of the association's own Wi-Fi networks: the test at the return forgets all others, but for the one in use. */
  keepWifi: z.array(z.string().min(1).max(64)).max(20).default([]),
  /** Folders whose content classes have left and which the test at the return empties, such as `/home/pi/Downloads`. */
  classFolders: z
    .array(z.string().regex(/^\/[^/]+\/[^/]+/, 'a path of at least two levels'))
    .max(20)
    .default([]),
});
export type AgentConfig = z.infer<typeof agentConfigSchema>;

/** The part of the environment that overrides the file. */
export type AgentEnvironment = Readonly<
  Partial<Record<'BOARD' | 'BOARD_IO' | 'GPIO_CHIP_LABEL' | 'HARDWARE_PWM', string>>
>;

const wrong = (path: string, de: string, en: string, detail?: string) =>
  new ProblemError(problem('config-invalid', `${path}: ${de}`, `${path}: ${en}`, detail));

/**
 * Reads and validates the config file; the variables of {@link AgentEnvironment} win over it.
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
  return {
    ...config,
    board: chosen('BOARD', boardChoiceSchema, environment) ?? config.board,
    boardIo: chosen('BOARD_IO', boardIoSchema, environment) ?? config.boardIo,
    gpioChipLabel: environment.GPIO_CHIP_LABEL || config.gpioChipLabel,
    hardwarePwm: hardwarePwmOf(environment) ?? config.hardwarePwm,
  };
}

/** One of a few words. @throws ProblemError that names them. */
function chosen<Word extends string>(
  name: 'BOARD' | 'BOARD_IO',
  schema: z.ZodType<Word> & { readonly options: readonly Word[] },
  environment: AgentEnvironment,
): Word | undefined {
  const word = environment[name];
  if (!word) return undefined;
  const parsed = schema.safeParse(word);
  if (parsed.success) return parsed.data;
  const choices = schema.options.join(', ');
  throw wrong(
    name,
    `„${word}“ gibt es hier nicht. Möglich sind ${choices}.`,
    `“${word}” is not known. Choose one of ${choices}.`,
  );
}

/** `HARDWARE_PWM=18,19` */
function hardwarePwmOf({ HARDWARE_PWM: text }: AgentEnvironment): AgentConfig['hardwarePwm'] | undefined {
  if (!text) return undefined;
  const parsed = hardwarePwmSchema.safeParse(text.split(',').map(Number));
  if (parsed.success) return parsed.data;
  throw wrong(
    'HARDWARE_PWM',
    `„${text}“ sind keine Pins mit Hardware-PWM. Möglich sind 12, 13, 18 und 19, mit Komma getrennt.`,
    `“${text}” are no pins with hardware PWM. Possible are 12, 13, 18 and 19, separated by commas.`,
  );
}
