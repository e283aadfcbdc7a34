import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { trimmed } from './lessons/blocks/messages/trimmed.ts';
import { offlineFiles } from './scripts/setup/offline-files.ts';
import { slimFonts } from './scripts/setup/slim-fonts.ts';

const mediaFolder = resolve(import.meta.dirname, 'node_modules/blockly/media');
/** What Blockly draws with; its sounds stay behind, and its own default address is a CDN. */
const mediaFiles = [
  'sprites.svg',
  'delete-icon.svg',
  'dropdown-arrow.svg',
  'foldout-icon.svg',
  'resize-handle.svg',
  'handopen.cur',
  'handclosed.cur',
  'handdelete.cur',
  '1x1.gif',
] as const;

/** Serves Blockly's pictures from our own origin, under `/blockly-media/`. */
const blocklyMedia: Plugin = {
  name: 'steckbrett-blockly-media',
  async generateBundle() {
    for (const file of mediaFiles) {
      const source = await readFile(resolve(mediaFolder, file));
      this.emitFile({ type: 'asset', fileName: `blockly-media/${file}`, source });
    }
  },
};

const require = createRequire(import.meta.url);

/** Blockly ships each language as a bundle and once more as its exports; this keeps the exports only, 7 kB less in gzip, and of them what is needed. */
const blocklyMessages: Plugin = {
  name: 'steckbrett-blockly-messages',
  load(id) {
    const language = /[\\/]blockly[\\/]msg[\\/](de|en)\.mjs$/.exec(id)?.[1];
    if (!language) return null;
    const messages: Record<string, string> = require(`blockly/msg/${language}`);
    return Object.entries(trimmed(messages))
      .map(([key, text]) => `export const ${key} = ${JSON.stringify(text)};`)
      .join('\n');
  },
};

/** What the network check downloads: as large as much of a page, and nothing that a network could make smaller. */
const networkSample: Plugin = {
  name: 'steckbrett-network-sample',
  generateBundle() {
    const source = new Uint8Array(200_000);
    let state = 1;
    for (let at = 0; at < source.length; at += 1) {
      // Xorshift32: the same bytes at each build.
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      source[at] = state;
    }
    this.emitFile({ type: 'asset', fileName: 'network-sample.bin', source });
  },
};

/** Builds the pages; the server serves `dist/web`. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'web'),
  base: '/',
  plugins: [blocklyMedia, blocklyMessages, slimFonts, networkSample, offlineFiles],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    // The server's policy takes fonts and pictures from our own origin only, not from data addresses.
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Blockly alone is larger than the usual limit; `npm run bench -- page` watches the whole page.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: {
        index: resolve(import.meta.dirname, 'web/index.html'),
        teacher: resolve(import.meta.dirname, 'web/teacher.html'),
        parts: resolve(import.meta.dirname, 'web/parts.html'),
        association: resolve(import.meta.dirname, 'web/association.html'),
        privacy: resolve(import.meta.dirname, 'web/privacy.html'),
        print: resolve(import.meta.dirname, 'web/print.html'),
        thing: resolve(import.meta.dirname, 'web/thing.html'),
        sponsor: resolve(import.meta.dirname, 'web/sponsor.html'),
        network: resolve(import.meta.dirname, 'web/network.html'),
        sw: resolve(import.meta.dirname, 'web/offline/worker/sw.ts'),
      },
      // Browsers ask for the service worker at one address for ever, and it may only serve what lies below it.
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // Every page needs Lit: as one file it packs better than as ten, and asks the server once.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'lit', test: /[\\/]node_modules[\\/](?:lit|lit-html|lit-element|@lit[\\/][a-z-]+)[\\/]/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
});
