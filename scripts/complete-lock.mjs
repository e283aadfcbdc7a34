/**
 * `npm run lock`: writes `package-lock.json` anew, complete for every platform. npm leaves out the prebuilt packages
 * of other platforms that the registry at hand does not carry, and `npm ci` then refuses the file everywhere; an
 * entry with the exact version and the platform it is for is all that npm needs to pass over it, or, where the
 * platform is that one, to fetch it.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const npm = spawnSync('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], {
  stdio: 'inherit',
});
if (npm.status !== 0) process.exit(npm.status ?? 1);

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (path === '' || !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version) || resolved(path, name)) continue;
    const words = name.split(/[-/]/);
    const os = systems.filter((one) => words.includes(one));
    const cpu = processors.filter((one) =>
      words.some((word) => word === one || (one === 'arm' && word.startsWith('arm-'))),
    );
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(cpu.length > 0 ? { cpu } : {}),
      ...(entry.dev ? { dev: true } : {}),
      ...(words.includes('musl') ? { libc: ['musl'] } : words.includes('gnu') ? { libc: ['glibc'] } : {}),
      optional: true,
      ...(os.length > 0 ? { os } : {}),
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json is complete: ${added} entries of other platforms added.`);

/** Whether the lock file has this package where Node would look for it from `path`. */
function resolved(path, name) {
  for (let folder = path; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
    if (lock.packages[`${folder}/node_modules/${name}`]) return true;
    if (!folder.includes('/node_modules/')) return Boolean(lock.packages[`node_modules/${name}`]);
  }
}
