import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { z } from 'zod';

export interface BundleOptions {
  /** The project's folder. */
  readonly root: string;
  /** Where the files shall be; what is there already goes. */
  readonly target: string;
  /** TypeScript programs, relative to the root; each becomes a file of its own name, ending in `.js`. */
  readonly programs: readonly string[];
}

/** What a package says of itself on a Pi. */
const aboutSchema = z.object({
  name: z.string(),
  version: z.string(),
  type: z.string(),
  license: z.string(),
});

/** Packages with native parts, and the optional raspi-io's: they stay packages, looked for when the agent needs them. */
const packagesOnTheirOwn = [/^koffi(\/|$)/, /^raspi(-|$)/];

/**
 * Makes few plain JavaScript files of programs that run in Node on a Pi: no types to strip, no packages to look for.
 * Threads and processes that the programs start by `new URL('./FILE.ts', import.meta.url)` come as files of their own,
 * what they find by `import.meta.resolve` is copied beside them.
 */
export async function bundle({ root, target, programs }: BundleOptions): Promise<void> {
  const entries = [...programs.map((path) => join(root, path)), ...startedFiles(root)];
  const resolved = new Set<string>();
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['koffi'] },
    plugins: [besides((path) => resolved.add(path)), withoutLocales()],
    build: {
      ssr: true,
      target: 'node24',
      outDir: target,
      emptyOutDir: true,
      minify: true,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((path) => [basename(path, '.ts'), path])),
        external: packagesOnTheirOwn,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  for (const path of resolved) copyFileSync(path, join(target, basename(path)));
  const about = aboutSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(about)}\n`);
}

const startedFile = /new URL\('(\.[^']*\.ts)', import\.meta\.url\)/g;

/** What the device's code starts as a thread or process; a browser's workers are none of ours. */
function startedFiles(root: string): string[] {
  return globSync('device/**/*.ts', { cwd: root })
    .filter((path) => !path.includes('isolate-web'))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return [...text.matchAll(startedFile)].map((match) => join(root, dirname(path), match[1]!));
    });
}

/** What is found by a path lies beside the files, because they are all in one folder. @param found hears of them. */
function besides(found: (path: string) => void): Plugin {
  return {
    name: 'steckbrett:besides',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts')) return undefined;
      // MQTT.js and we are to have one codec: in the bundle that is the only one.
      const codec = /createRequire\(import\.meta\.resolve\('mqtt'\)\)\(\s*'mqtt-packet',?\s*\)/;
      const withCodec = codec.test(code)
        ? `import mqttCodec from 'mqtt-packet';\n${code.replace(codec, 'mqttCodec')}`
        : code;
      return withCodec
        .replaceAll(startedFile, (_, path) => `new URL('./${basename(path, '.ts')}.js', import.meta.url)`)
        .replaceAll("new URL('../../package.json'", "new URL('./package.json'")
        .replaceAll(/import\.meta\.resolve\('([^']+)'\)/g, (_, name) => {
          const path = fileURLToPath(import.meta.resolve(name));
          found(path);
          return `new URL('./${basename(path)}', import.meta.url).href`;
        });
    },
  };
}

/** zod carries its messages in fifty languages, of which the agent shows none. */
function withoutLocales(): Plugin {
  return {
    name: 'steckbrett:without-locales',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === '../locales/index.js' && importer?.includes('/zod/') ? '\0no-locales' : undefined,
    load: (id) => (id === '\0no-locales' ? 'export {};' : undefined),
  };
}
