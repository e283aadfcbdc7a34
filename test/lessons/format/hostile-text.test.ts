import { describe, expect, it } from 'vitest';
import { LessonError } from '../../../lessons/format/lesson-problem.ts';
import { readLessonText } from '../../../lessons/format/lesson-text.ts';
import { LessonMarkdown } from '../../../lessons/format/markdown.ts';

/** Tags that lessons may have, with no attributes but those of links, pictures, code and table cells. */
const harmless = [
  /^<\/?(?:p|strong|em|s|code|pre|ul|ol|li|table|thead|tbody|tr|th|td|blockquote|h[1-6]|a)>$/,
  /^<(?:br|hr)>$/,
  /^<ol start="\d+">$/,
  /^<(?:th|td) style="text-align:(?:left|right|center)">$/,
  /^<code class="language-[^"<>]*">$/,
  /^<a target="_blank" rel="noopener noreferrer">$/,
  /^<a href="(?:https?|mailto):[^"<>]*"(?: title="[^"<>]*")? target="_blank" rel="noopener noreferrer">$/,
  /^<img src="\/api\/lesson-pictures\/lamp\/[A-Za-z0-9_-]+\.(?:png|jpe?g|webp)" alt="[^"<>]*"(?: title="[^"<>]*")?>$/,
];

const samples = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//example.org></sCrIpT>',
  '<img src=x onerror=alert(1)>',
  '<img src="lamp.png" onload="alert(1)">',
  '<svg onload=alert(1)>',
  '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
  '<iframe src="https://example.org"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<style>body{display:none}</style>',
  '<base href="https://example.org/">',
  '<meta http-equiv="refresh" content="0;url=https://example.org">',
  '<form action="https://example.org"><input autofocus onfocus=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<!-- --><b>x</b>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php echo 1 ?>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '\\<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](java&#10;script:alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](blob:https://example.org/1)',
  '[x](//example.org)',
  '[x](\\\\example.org)',
  '[x](/api/lessons)',
  '[x](file:///etc/passwd)',
  '[x](lamp.png)',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '[x]\n\n[x]: <data:text/html,<script>alert(1)</script>>',
  '[x](https://example.org "\\" onmouseover=\\"alert(1)")',
  '[x](https://example.org/"onmouseover="alert(1))',
  '[<img src=x onerror=alert(1)>](https://example.org)',
  '![x](https://example.org/pixel.png)',
  '![x](//example.org/pixel.png)',
  '![x](data:image/png;base64,AAAA)',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '![x](javascript:alert(1))',
  '![x](../secret.png)',
  '![x](..%2fsecret.png)',
  '![x](sub/lamp.png)',
  '![x](lamp.svg)',
  '![x](lamp.png?x=1)',
  '![x](lamp.png#x)',
  '![x](.hidden.png)',
  '![" onerror="alert(1)](lamp.png)',
  '![x](lamp.png "\\" onerror=\\"alert(1)")',
  '![x][y]\n\n[y]: https://example.org/pixel.png',
  '![![x](https://example.org/a.png)](lamp.png)',
  '[![x](https://example.org/a.png)](javascript:alert(1))',
  '`<script>alert(1)</script>`',
  '    <script>alert(1)</script>',
  '```"><script>alert(1)</script>\nx\n```',
  '**<b onclick=alert(1)>x</b>**',
  '| <script> | x |\n|:--|---|\n| <img src=x onerror=alert(1)> | y |',
];

/** Tags of some HTML that are none of the harmless ones. */
const harmful = (html: string) =>
  (html.match(/<[^>]*>/g) ?? []).filter((tag) => !harmless.some((pattern) => pattern.test(tag)));

describe('hostile Markdown becomes safe HTML', () => {
  it.each(samples)('%j', (sample) => {
    const markdown = new LessonMarkdown('lamp');
    expect(harmful(markdown.html(sample, 1))).toEqual([]);
    expect(harmful(markdown.inline(sample, 1))).toEqual([]);
    for (const { name } of markdown.shown) expect(name).toMatch(/^[A-Za-z0-9][\w-]*\.\w+$/);
  });

  it('in every place of a lesson where words can stand', () => {
    for (const sample of samples.filter((one) => !/[\n`]/.test(one))) {
      const body = `# ${sample}\n\nSummary\n\n## Step\n\n${sample}\n\n\`\`\`goal on\n${sample}\n\n${sample}\n\`\`\`\n
\`\`\`quiz\n${sample}\n- [x] ${sample}\n  ${sample}\n- [ ] b\n\`\`\`\n\n\`\`\`hint\n${sample}\n\`\`\`\n\n${sample}\n`;
      try {
        const { steps } = readLessonText('x/lesson.en.md', body, 'lamp');
        const found = JSON.stringify(steps, (key, value: unknown) =>
          key.toLowerCase().endsWith('html') && typeof value === 'string' ? harmful(value) : value,
        );
        expect(found).not.toMatch(/"(?:question|feedback|tip)?html":\["/i);
      } catch (error) {
        // Some are refused with a sentence, which is as good.
        if (!(error instanceof LessonError)) throw error;
      }
    }
  });

  it('opens links beside the lesson, without telling where they came from', () => {
    expect(new LessonMarkdown('lamp').html('[x](https://example.org)', 1)).toContain(
      '<a href="https://example.org" target="_blank" rel="noopener noreferrer">x</a>',
    );
  });

  it('never asks another server for a picture, and says so', () => {
    const markdown = new LessonMarkdown('lamp');
    expect(markdown.html('See ![a lamp](https://example.org/a.png)!', 7)).toBe('<p>See a lamp!</p>');
    expect(markdown.unfit).toEqual([{ reason: 'elsewhere', line: 7 }]);
  });
});
