import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** Builds the three pages; the server serves `dist/web`. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'web'),
  base: '/',
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: resolve(import.meta.dirname, 'web/index.html'),
        teacher: resolve(import.meta.dirname, 'web/teacher.html'),
        association: resolve(import.meta.dirname, 'web/association.html'),
      },
    },
  },
  worker: { format: 'es' },
});
