import { resolve } from 'node:path';
import { z } from 'zod';

/** How a server is set up; read from the environment once, at the start. */
export interface Config {
  /** Port of pages, API, live connection and `/mqtt`; 0 lets the system choose. */
  readonly port: number;
  /** Port of MQTT over TCP; 0 lets the system choose. */
  readonly mqttPort: number;
  /** Address to listen on. */
  readonly host: string;
  /** Absolute path of the folder that holds everything the server keeps, but for what is in `databaseUrl`. */
  readonly dataDir: string;
  /** Database of PostgreSQL, such as `postgres://user:password@host/name`; null: SQLite in the data folder. */
  readonly databaseUrl: string | null;
  /** Origin under which browsers and Pis reach the server, such as `https://pi.example.org`; null: by its address in the network. */
  readonly publicUrl: string | null;
  /** Absolute path of a folder of lessons; null: those that come with Steckbrett. */
  readonly lessonsDir: string | null;
  /** How long a turn with a real Pi lasts at least while others wait for it, s. */
  readonly turnSeconds: number;
  readonly logLevel: LogLevel;
  /** Mail server with account, such as `smtps://name:password@mail.example.org`; null: no mail is sent. */
  readonly smtpUrl: string | null;
  /** Sender of mail: `Verein <leihe@example.org>`; null: the association's address of its settings. */
  readonly mailFrom: string | null;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A value of the environment that the server can't start with; the message is one sentence for the person who set it. */
export class ConfigError extends Error {
  readonly variable: string;

  constructor(variable: string, held: string, expected: string) {
    super(`${variable} is ${JSON.stringify(held)}, but it should be ${expected}.`);
    this.name = 'ConfigError';
    this.variable = variable;
  }
}

const folderSchema = z
  .string()
  .trim()
  .min(1)
  .transform((path) => resolve(path));

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65535));

const originSchema = z
  .string()
  .refine(isOrigin)
  .transform((text) => new URL(text).origin);

/** Each variable: what it has to be, in words that finish the sentence "it should be …". */
const variables = {
  PORT: { schema: portSchema, fallback: '8080', expected: 'a port number from 0 to 65535' },
  MQTT_PORT: { schema: portSchema, fallback: '1883', expected: 'a port number from 0 to 65535' },
  HOST: {
    schema: z.union([z.ipv4(), z.ipv6(), z.literal('localhost')]),
    fallback: '0.0.0.0',
    expected: 'an IP address of this machine to listen on, such as 0.0.0.0 or 127.0.0.1',
  },
  DATA_DIR: { schema: folderSchema, fallback: './data', expected: 'the path of a folder' },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .refine((text) => URL.canParse(text))
      .nullable(),
    fallback: null,
    expected: 'an address of PostgreSQL, such as postgres://user:password@host/database',
    secret: true,
  },
  LESSONS_DIR: { schema: folderSchema.nullable(), fallback: null, expected: 'the path of a folder' },
  PUBLIC_URL: {
    schema: originSchema.nullable(),
    fallback: null,
    expected: 'an address without a path, such as https://pi.example.org',
  },
  TURN_SECONDS: {
    schema: z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number)
      .pipe(z.number().min(1).max(3600)),
    fallback: '300',
    expected: 'a number of seconds from 1 to 3600',
  },
  LOG_LEVEL: { schema: z.enum(logLevels), fallback: 'info', expected: `one of ${logLevels.join(', ')}` },
  SMTP_URL: {
    schema: z
      .string()
      .refine((text) => /^smtps?:\/\/\S+$/.test(text) && URL.canParse(text))
      .nullable(),
    fallback: null,
    expected: 'an address of a mail server, such as smtps://name:password@mail.example.org',
    secret: true,
  },
  MAIL_FROM: {
    schema: z
      .string()
      .regex(/^[^\r\n<>]*<?[^\s<>@]+@[^\s<>@]+>?$/)
      .nullable(),
    fallback: null,
    expected: 'a sender, such as Verein <leihe@example.org>',
  },
} as const;

/**
 * Reads the configuration from environment variables; a variable that is unset or empty takes its default.
 *
 * @throws ConfigError that names the variable, what it holds and what it should be.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return {
    port: read(env, 'PORT'),
    mqttPort: read(env, 'MQTT_PORT'),
    host: read(env, 'HOST'),
    dataDir: read(env, 'DATA_DIR'),
    databaseUrl: read(env, 'DATABASE_URL'),
    publicUrl: read(env, 'PUBLIC_URL'),
    lessonsDir: read(env, 'LESSONS_DIR'),
    turnSeconds: read(env, 'TURN_SECONDS'),
    logLevel: read(env, 'LOG_LEVEL'),
    smtpUrl: read(env, 'SMTP_URL'),
    mailFrom: read(env, 'MAIL_FROM'),
  };
}

function read<Name extends keyof typeof variables>(
  env: Readonly<Record<string, string | undefined>>,
  name: Name,
): z.output<(typeof variables)[Name]['schema']> {
  const { schema, fallback, expected } = variables[name];
  const held = env[name] || fallback;
  const parsed = schema.safeParse(held);
  if (!parsed.success) {
    // The message is shown and logged: what may hold a password is not told.
    throw new ConfigError(name, 'secret' in variables[name] ? '…' : String(held), expected);
  }
  return parsed.data as z.output<(typeof variables)[Name]['schema']>;
}

/** An http or https address of nothing but a host and perhaps a port. */
function isOrigin(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
}
