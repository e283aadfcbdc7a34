import { parseArgs } from 'node:util';
import { z } from 'zod';

/** How to add a device; see `usage`. */
export interface AddOptions {
  readonly name: string;
  /** By name; null: the association's own. */
  readonly school: string | null;
  /** What the agent shall connect to; null: the server's own address. */
  readonly server: string | null;
  /** Where to write; null: a file named after the device. */
  readonly out: string | null;
  /** Through a running server; null: into the data folder of a server that does not run. */
  readonly through: { readonly url: string; readonly email: string; readonly password: string } | null;
}

/** What went wrong, in a sentence for the person at the keyboard. */
export class AddError extends Error {
  override readonly name = 'AddError';
}

export const usage = `Adds a Raspberry Pi to the fleet and writes the file with which its agent joins.

  npm run device:add -- --name pi-07 [--school NAME] [--server URL] [--out FILE]

While the server runs, add --url, --email and --password, or use the association's page:

  npm run device:add -- --name pi-07 --url http://localhost:8080 --email you@example.org

The password may come from the variable STECKBRETT_PASSWORD instead.
  --school   the school that gets the Pi; without it, it is the association's own
  --server   what the agent connects to, such as wss://pi.example.org/mqtt; without it, this server's address
  --out      where to write; without it, pi-07.json in this folder`;

const brokerSchema = z.url({ protocol: /^(wss?|mqtts?)$/ });

/** @throws AddError when something is missing or unknown. */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): AddOptions {
  const values = parse(args);
  const name = values.name?.trim();
  if (!name || name.length > 40)
    throw new AddError(`--name is missing or longer than 40 characters.\n\n${usage}`);
  if (values.server !== undefined && !brokerSchema.safeParse(values.server).success) {
    throw new AddError('--server should be an address such as ws://192.168.1.20:8080/mqtt.');
  }
  return {
    name,
    school: values.school ?? null,
    server: values.server ?? null,
    out: values.out ?? null,
    through: throughServer(values, env),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    name: text,
    school: text,
    server: text,
    out: text,
    url: text,
    email: text,
    password: text,
  };
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw new AddError(`${cause instanceof Error ? cause.message : String(cause)}\n\n${usage}`, { cause });
  }
}

function throughServer(
  { url, email, password }: { url?: string; email?: string; password?: string },
  env: Readonly<Record<string, string | undefined>>,
): AddOptions['through'] {
  if (url === undefined) return null;
  const secret = password ?? env.STECKBRETT_PASSWORD;
  if (!email || !secret || !URL.canParse(url)) {
    throw new AddError(
      'To go through the server, --url takes its address, and --email and --password those of somebody of the association’s staff.',
    );
  }
  return { url: new URL(url).origin, email, password: secret };
}
