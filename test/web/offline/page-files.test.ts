import { describe, expect, it } from 'vitest';
import { filesOfPage } from '../../../scripts/setup/offline-files.ts';
import { isOfVersion, routeOf } from '../../../web/offline/worker/page-files.ts';

const origin = 'https://steckbrett.example';
const files = new Set(['/', '/assets/index-a1.js', '/blockly-media/sprites.svg']);

describe('what the worker answers', () => {
  it.each([
    ['GET', 'navigate', '/', 'page'],
    ['GET', 'navigate', '/?code=K7F-3XM', 'page'],
    ['GET', 'navigate', '/teacher', 'network'],
    ['GET', 'navigate', '/parts', 'network'],
    ['GET', 'cors', '/', 'network'],
    ['GET', 'cors', '/assets/index-a1.js', 'file'],
    // Another version's, of which a page may still be open.
    ['GET', 'cors', '/assets/index-b2.js', 'file'],
    ['GET', 'no-cors', '/blockly-media/sprites.svg', 'file'],
    ['GET', 'no-cors', '/network-sample.bin', 'network'],
    ['GET', 'cors', '/api/lessons/de/blink', 'lesson'],
    ['GET', 'no-cors', '/api/lesson-pictures/blink/wiring.png', 'lesson'],
    ['GET', 'cors', '/api/lessons/de', 'network'],
    ['GET', 'cors', '/api/lessons/de/blink/notes', 'network'],
    ['GET', 'cors', '/api/me', 'network'],
    ['POST', 'cors', '/api/lessons/de/blink', 'network'],
    ['GET', 'cors', '/socket.io/?transport=polling', 'network'],
    ['GET', 'cors', 'https://other.example/assets/index-a1.js', 'network'],
  ])('%s (%s) %s: %s', (method, mode, path, route) => {
    expect(routeOf({ method, mode }, new URL(path, origin), origin, files)).toBe(route);
  });

  it('takes a page for its version only when it names none of another', () => {
    expect(isOfVersion('<script src="/assets/index-a1.js"></script>', files)).toBe(true);
    expect(
      isOfVersion('<script src="/assets/index-a1.js"></script><link href="/assets/n-9.css">', files),
    ).toBe(false);
  });
});

describe('the files of a page', () => {
  const built = (contents: Record<string, string>) =>
    filesOfPage(
      'index.html',
      new Map(Object.entries(contents).map(([name, text]) => [name, Buffer.from(text)])),
    );

  it('are all that it can come to load, through code, styles and workers, and nothing of other pages', () => {
    const found = built({
      'index.html': '<script src="/assets/index-a1.js"></script>',
      'teacher.html': '<script src="/assets/teacher-t1.js"></script>',
      'assets/index-a1.js': 'import"./work-w1.js";import("./late-l1.js")',
      'assets/work-w1.js': 'new Worker("/assets/isolate-i1.js");"./look-s1.css"',
      'assets/late-l1.js': '',
      'assets/isolate-i1.js': '"/assets/quickjs-q1.wasm"',
      'assets/quickjs-q1.wasm': '',
      'assets/look-s1.css': 'url(/assets/type-latin-f1.woff2) url(/assets/type-greek-wght-f2.woff2)',
      'assets/type-latin-f1.woff2': '',
      'assets/type-greek-wght-f2.woff2': '',
      'assets/teacher-t1.js': '',
      'blockly-media/sprites.svg': '',
      'sw.js': '"assets/teacher-t1.js"',
      'network-sample.bin': '',
    });
    expect(found).toEqual([
      'assets/index-a1.js',
      'assets/isolate-i1.js',
      'assets/late-l1.js',
      'assets/look-s1.css',
      'assets/quickjs-q1.wasm',
      'assets/type-latin-f1.woff2',
      'assets/work-w1.js',
      'blockly-media/sprites.svg',
      'index.html',
    ]);
  });
});
