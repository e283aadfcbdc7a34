import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../lessons/format/block-notation.ts';
import { readLessonText } from '../../../lessons/format/lesson-text.ts';
import { notesHeadings, notesSections } from '../../../lessons/format/notes-sections.ts';
import { readTeacherNotes } from '../../../lessons/format/teacher-notes.ts';

const blocks = 'steckbrett_start\nsteckbrett_led_toggle PART=red\n';

/** The one step of a lesson with this body. */
function step(body: string) {
  const { steps } = readLessonText('x/lesson.en.md', `# T\n\nS\n\n## Step\n\n${body}`, 'lamp');
  const { line: _line, ...rest } = steps[0]!;
  return rest;
}

const text = (html: string) => ({ kind: 'text', html });

describe('a lesson’s text', () => {
  it('has title, summary in plain words, and steps', () => {
    const read = readLessonText(
      'x/lesson.en.md',
      '# Blink\n\nMake an LED\n*blink*.\n\n## First\n\nDo **this**.\n\n- one\n\n## Second\n\nDo that.\n',
      'blink',
    );
    expect(read).toMatchObject({
      title: 'Blink',
      summary: 'Make an LED blink.',
      steps: [
        { title: 'First', caption: [text('<p>Do <strong>this</strong>.</p>\n<ul>\n<li>one</li>\n</ul>')] },
        { title: 'Second', caption: [text('<p>Do that.</p>')], hint: [], goals: [] },
      ],
    });
  });

  it('keeps headings inside quotations and lists out of the steps', () => {
    const read = readLessonText('x', '# T\n\nS\n\n## A\n\nB\n\n> ## Quoted\n\n- ## Listed\n', 'x');
    expect(read.steps).toHaveLength(1);
  });

  it('reads lines that end as Windows ends them', () => {
    const windows = `Look.\n\n\`\`\`quiz\nWhat?\n- [x] a\n  Yes.\n- [ ] b\n\`\`\`\n`.replaceAll('\n', '\r\n');
    expect(step(windows)).toEqual(step(windows.replaceAll('\r', '')));
  });
});

describe('a step', () => {
  it('shows its text and pictures of blocks always, up to the first hint', () => {
    const body = `Look.\n\n\`\`\`blocks\n${blocks}\`\`\`\n\n\`\`\`hint\nTry \`0.5\`.\n\nReally.\n\`\`\`\n`;
    expect(step(body)).toEqual({
      title: 'Step',
      caption: [text('<p>Look.</p>'), { kind: 'blocks', blocks: readBlocks(blocks) }],
      hint: [text('<p>Try <code>0.5</code>.</p>\n<p>Really.</p>')],
      goals: [],
    });
  });

  it('shows on request what stands behind a hint', () => {
    const body = `Look.\n\n\`\`\`hint\nTry.\n\`\`\`\n\n\`\`\`blocks\n${blocks}\`\`\`\n\nMore.\n`;
    const { caption, hint } = step(body);
    expect(caption).toEqual([text('<p>Look.</p>')]);
    expect(hint.map((piece) => piece.kind)).toEqual(['text', 'blocks', 'text']);
  });

  it('shows on request the text behind its first fence, and the pictures behind that', () => {
    const body = `Look.\n\n\`\`\`goal on\nIt shines.\n\`\`\`\n\nLike this:\n\n\`\`\`blocks\n${blocks}\`\`\`\n`;
    const { caption, hint } = step(body);
    expect(caption).toEqual([text('<p>Look.</p>')]);
    expect(hint.map((piece) => piece.kind)).toEqual(['text', 'blocks']);
  });

  it('may have a picture of blocks inside its hint', () => {
    const { hint } = step(`Look.\n\n\`\`\`\`hint\nSo:\n\n\`\`\`blocks\n${blocks}\`\`\`\n\nGood?\n\`\`\`\`\n`);
    expect(hint).toEqual([
      text('<p>So:</p>'),
      { kind: 'blocks', blocks: readBlocks(blocks) },
      text('<p>Good?</p>'),
    ]);
  });

  it('shows goals and questions always, wherever they stand', () => {
    const quiz = '```quiz\nWhat?\n- [x] a\n- [ ] b\n```';
    const { caption, hint, goals } = step(
      `Look.\n\n\`\`\`hint\nTry.\n\`\`\`\n\n${quiz}\n\n\`\`\`goal on\nIt *shines*.\n\nWhich **block**?\n\`\`\`\n`,
    );
    expect(caption.map((piece) => piece.kind)).toEqual(['text', 'quiz']);
    expect(hint).toHaveLength(1);
    expect(goals).toEqual([
      { id: 'on', html: 'It <em>shines</em>.', tipHtml: 'Which <strong>block</strong>?' },
    ]);
  });

  it('asks questions with what is said to each answer', () => {
    const { caption } = step(
      'Look.\n\n```quiz\nWhat *shines*?\n\n- [x] The `LED`\n  Yes.\n  It does.\n- [ ] The Pi\n- [X] The sun\n```\n',
    );
    expect(caption[1]).toEqual({
      kind: 'quiz',
      quiz: {
        questionHtml: '<p>What <em>shines</em>?</p>',
        answers: [
          { html: 'The <code>LED</code>', right: true, feedbackHtml: 'Yes.\nIt does.' },
          { html: 'The Pi', right: false, feedbackHtml: null },
          { html: 'The sun', right: true, feedbackHtml: null },
        ],
      },
    });
  });

  it('shows pictures of the lesson’s folder', () => {
    const { caption } = step('![The <lamp>](lamp-2.png "On")\n');
    expect(caption).toEqual([
      text('<p><img src="/api/lesson-pictures/lamp/lamp-2.png" alt="The &lt;lamp&gt;" title="On"></p>'),
    ]);
  });
});

describe('a teacher’s notes', () => {
  it('have their sections as HTML, with or without a title', () => {
    const body = notesSections.map((id) => `## ${notesHeadings.en[id]}\n\nSay **${id}**.\n`).join('\n');
    const notes = readTeacherNotes('x/teacher.en.md', body, 'en', 'lamp');
    expect(Object.keys(notes.sections)).toEqual([...notesSections]);
    expect(notes.sections.safety).toBe('<p>Say <strong>safety</strong>.</p>');
    expect(readTeacherNotes('x/teacher.en.md', `# Notes\n\n${body}`, 'en', 'lamp')).toEqual(notes);
  });
});
