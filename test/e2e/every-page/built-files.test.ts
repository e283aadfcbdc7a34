import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensurePage } from '../../../scripts/setup/page.ts';

describe('the built files', () => {
  /** Names, not addresses: nothing of these is ever asked for. Whatever else comes up belongs on our own server. */
  const names = [
    /^http:\/\/www\.w3\.org\//,
    /^https:\/\/developers\.google\.com\/blockly\/xml$/,
    // Blockly's own default; every editor of ours says `/blockly-media/`.
    /^https:\/\/static\.blockly\.com\/media\/$/,
    // In messages for who reads the console.
    /^https:\/\/(?:github\.com|socket\.io\/docs|en\.wikipedia\.org|bugzilla\.mozilla\.org|lit\.dev)\b/,
  ];

  it('hold no address of somebody else', () => {
    ensurePage();
    const folder = resolve(import.meta.dirname, '../../../dist/web');
    const found = globSync('**/*.{html,js,css,svg,json,webmanifest}', { cwd: folder }).flatMap((file) =>
      [
        ...readFileSync(join(folder, file), 'utf8').matchAll(
          /\b(?:https?|wss?):\/\/[a-z0-9][\w.-]*[^\s"'`)<>\\]*/gi,
        ),
      ]
        .map(([address]) => address)
        .filter((address) => !names.some((name) => name.test(address)))
        .map((address) => `${file}: ${address}`),
    );
    expect(found).toEqual([]);
  });
});
