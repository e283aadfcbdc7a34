import { describe, expect, it } from 'vitest';
import { brokenLinks } from '../../../lessons/proof/check-links.ts';

describe('brokenLinks', () => {
  it.each([
    '<p>no link at all</p>',
    '<a href="https://www.kmk.org/a?b=1&amp;c=2#d">KMK</a>',
    '<a target="_blank" href="http://example.org">x</a> <a href="mailto:a@example.org">y</a>',
    '<code>list[0](x)</code><pre><code>[a](b)</code></pre>',
  ])('finds nothing in %s', (html) => {
    expect(brokenLinks(html)).toEqual([]);
  });

  it.each([
    ['<a href="https://">x</a>', 'https://'],
    ['<a href="https://steckbrett">x</a>', 'https://steckbrett'],
    ['<a href="http://exa mple.org">x</a>', 'http://exa mple.org'],
    ['<a href="mailto:nobody">x</a>', 'mailto:nobody'],
    ['<a href="lesson.md">x</a>', 'lesson.md'],
    ['<p>see [the page](javascript:alert) there</p>', 'javascript:alert'],
    ['<p>see [the page](docs/page.md)</p>', 'docs/page.md'],
  ])('finds the link in %s', (html, link) => {
    expect(brokenLinks(html)).toEqual([link]);
  });
});
