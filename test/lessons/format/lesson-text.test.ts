import { describe, expect, it } from 'vitest';
import { LessonError } from '../../../lessons/format/lesson-problem.ts';
import { readLessonText } from '../../../lessons/format/lesson-text.ts';

const good = `# Blink

Make an LED
*blink*.

## First

Do **this**.

- one
- two

\`\`\`hint
Try \`0.5\`.

Really.
\`\`\`

## Second

Do that.
`;

/** Codes and lines of what is wrong. */
function wrong(text: string): [string, number | null][] {
  try {
    readLessonText('x/lesson.en.md', text);
  } catch (error) {
    if (error instanceof LessonError) return error.problems.map((one) => [one.code, one.line]);
    throw error;
  }
  return [];
}

describe('a lesson’s Markdown', () => {
  it('gives title, summary and steps', () => {
    expect(readLessonText('x/lesson.en.md', good)).toEqual({
      title: 'Blink',
      summary: 'Make an LED blink.',
      steps: [
        {
          title: 'First',
          captionHtml: '<p>Do <strong>this</strong>.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
          hintHtml: '<p>Try <code>0.5</code>.</p>\n<p>Really.</p>',
        },
        { title: 'Second', captionHtml: '<p>Do that.</p>', hintHtml: null },
      ],
    });
  });

  it.each<[string, string, [string, number][]]>([
    [
      'is empty',
      '',
      [
        ['lesson-title-missing', 1],
        ['lesson-steps-missing', 1],
      ],
    ],
    ['begins with text', `Hello\n\n${good}`, [['lesson-title-missing', 1]]],
    ['has no title', good.replace('# Blink', '#'), [['lesson-title-missing', 1]]],
    ['has two titles', `${good}\n# Again\n\nText`, [['lesson-title-twice', 23]]],
    ['has no summary', good.replace('Make an LED\n*blink*.', '\n'), [['lesson-summary-missing', 1]]],
    ['has no steps', '# Blink\n\nSummary\n', [['lesson-steps-missing', 1]]],
    ['has an empty step', `${good}\n## Third\n`, [['lesson-step-empty', 23]]],
    ['has a step without a heading', `${good}\n##\n\nText`, [['lesson-step-empty', 23]]],
    [
      'has only a hint in a step',
      `${good}\n## Third\n\n\`\`\`hint\nx\n\`\`\`\n`,
      [['lesson-step-empty', 23]],
    ],
    [
      'has text behind a fence',
      good.replace('```\n\n## Second', '```\n\nMore.\n\n## Second'),
      [['lesson-text-after-fence', 19]],
    ],
    ['has an unknown fence', `${good}\n\`\`\`goal\nx\n\`\`\`\n`, [['lesson-fence-unknown', 23]]],
    [
      'has two hints in a step',
      `${good}\n\`\`\`hint\na\n\`\`\`\n\n\`\`\`hint\nb\n\`\`\`\n`,
      [['lesson-hint-twice', 27]],
    ],
  ])('that %s is refused with its line', (_case, text, problems) => {
    expect(wrong(text)).toEqual(problems);
  });

  it('keeps headings inside quotes and lists out of the steps', () => {
    expect(readLessonText('x', `${good}\n> ## Quoted\n`).steps).toHaveLength(2);
  });
});

describe('hostile Markdown becomes safe HTML', () => {
  const html = (caption: string) =>
    readLessonText('x', `# T\n\nS\n\n## Step\n\n${caption}\n\n\`\`\`hint\n${caption}\n\`\`\`\n`)
      .steps.map((step) => step.captionHtml + step.hintHtml)
      .join('');

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<iframe src="https://example.org"></iframe>',
    '<style>body{display:none}</style>',
    '<a href="javascript:alert(1)">x</a>',
    '<!-- --><b>x</b>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](&#x6A;avascript:alert(1))',
    '[x]( javascript:alert(1))',
    '[x](vbscript:msgbox(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](//example.org)',
    '[x](file:///etc/passwd)',
    '<javascript:alert(1)>',
    '![x](https://example.org/pixel.png)',
    '![x](data:image/png;base64,AAAA)',
    '[x][y]\n\n[y]: javascript:alert(1)',
    '[x](https://example.org "\\" onmouseover=\\"alert(1)")',
    '`<script>alert(1)</script>`',
    '    <script>alert(1)</script>',
    '**<b onclick=alert(1)>x</b>**',
    '| <script> | x |\n|---|---|\n| <img src=x onerror=alert(1)> | y |',
  ])('%j', (caption) => {
    const tags = html(caption).match(/<[^>]*>/g) ?? [];
    const harmless =
      /^<\/?(?:p|strong|em|code|pre|ul|ol|li|table|thead|tbody|tr|th|td|blockquote|a)>$|^<a href="(?:https?|mailto):[^"<>]*"(?: title="[^"<>]*")? target="_blank" rel="noopener noreferrer">$/;
    expect(tags.filter((tag) => !harmless.test(tag))).toEqual([]);
  });

  it('opens links beside the lesson, without telling where they came from', () => {
    expect(html('[x](https://example.org)')).toContain(
      '<a href="https://example.org" target="_blank" rel="noopener noreferrer">x</a>',
    );
  });
});
