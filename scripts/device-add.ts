import { ProblemError } from '../device/contract/problem.ts';
import { ConfigError } from '../server/config.ts';
import { StorageError } from '../server/storage/storage.ts';
import { addOffline } from './device/add-offline.ts';
import { addThroughServer } from './device/add-through-server.ts';
import { refuseToOverwrite, writeConfig } from './device/config-file.ts';
import { AddError, readOptions, usage } from './device/options.ts';

/** `npm run device:add`: adds a Raspberry Pi to the fleet; see `usage`. */

if (process.argv.includes('--help')) {
  console.log(usage);
  process.exit(0);
}
try {
  const options = readOptions(process.argv.slice(2), process.env);
  refuseToOverwrite(options.out, options.name);
  const config = options.through
    ? await addThroughServer(options, options.through)
    : await addOffline(options, process.env);
  const file = writeConfig(config, options.out);
  console.log(`Added ${config.deviceId}. Copy ${file} to the Pi and start its agent there:

  npm run agent -- --config ${file.split('/').at(-1)}

The file holds the Pi's secret: keep it to yourself, and delete it here once it is on the Pi.`);
} catch (error) {
  console.error(sentence(error));
  process.exit(1);
}

function sentence(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.message.en;
  if (error instanceof StorageError) {
    return `${error.message}\nWhile the server runs, add the Pi on the association's page or with --url, --email and --password; --help says how.`;
  }
  if (error instanceof AddError || error instanceof ConfigError) return error.message;
  throw error;
}
