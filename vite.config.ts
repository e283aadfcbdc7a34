import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { trimmed } from './lessons/blocks/messages/trimmed.ts';
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

/** Builds the pages; the server serves `dist/web`. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'web'),
  base: '/',
  plugins: [blocklyMedia, blocklyMessages, slimFonts],
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
        print: resolve(import.meta.dirname, 'web/print.html'),
      },
    },
  },
  worker: { format: 'es' },
});
