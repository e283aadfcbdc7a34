/**
 * `node scripts/run.mjs [--lean] SCRIPT.ts [ARGUMENTS]`: sets up what is missing, then runs a script with the
 * project's own Node. Plain JavaScript without dependencies, because it runs on whatever Node the machine has
 * (20 or newer), before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = join(root, 'node_modules/.steckbrett-installed');
const node = join(root, 'node_modules/node/bin/node');

const args = process.argv.slice(2);
/** A Pi that only runs the agent needs neither the page's parts nor the tests'. */
const lean = args[0] === '--lean';
if (lean) args.shift();

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `Steckbrett needs Node 20 or newer to set itself up; this is ${process.version}. Please install a newer Node.`,
  );
}
install();
run();

/** What must be installed again when it changes: the lock file, and the machine it was installed for. */
function wanted() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

function install() {
  const stamp = wanted();
  const installed = existsSync(stampFile) ? readFileSync(stampFile, 'utf8').trim() : '';
  if (existsSync(node) && (installed === `${stamp} full` || (lean && installed === `${stamp} lean`))) return;
  console.error(
    installed === '' ? 'Setting up (once; a minute or two) …' : 'The dependencies have changed; updating …',
  );
  const npm = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(lean ? ['--omit=dev'] : [])],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (npm.status !== 0)
    fail('npm could not install the dependencies (its own words are above). Is the npm registry reachable?');
  if (!existsSync(node)) {
    fail(
      'Node 24 (npm package "node") was not installed. Does your npm forbid install scripts (npm config get ignore-scripts)?',
    );
  }
  writeFileSync(stampFile, `${stamp} ${lean ? 'lean' : 'full'}\n`);
}

function run() {
  const child = spawn(node, args, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
      INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
    },
  });
  // The terminal sends Ctrl-C to the whole group; other signals reach only us.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => process.exit(signal ? 128 : (code ?? 1)));
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
