import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LessonProblem } from '../../lessons/format/lesson-problem.ts';
import { ApiClient } from '../../provisioning/api-client.ts';
import { createLesson } from '../../scripts/lessons/create-lesson.ts';
import { type RunningPreview, startPreview } from '../../scripts/lessons/preview-server.ts';
import { until } from '../support/broker.ts';
import { makeCatalog } from '../support/lessons.ts';
import { joinAsPupil, openPupil, type Pupil, resultOf } from '../support/pupil.ts';

let catalog: ReturnType<typeof makeCatalog>;
let preview: RunningPreview;
let pupil: Pupil;
/** Ids of lessons that the page was told of. */
let told: string[];
let reports: string[][];

beforeEach(async () => {
  catalog = makeCatalog('Light', 'Alarm');
  told = [];
  reports = [];
  preview = await startPreview({
    catalog: catalog.folder,
    lessonId: 'light',
    port: 0,
    onReload: (problems: readonly LessonProblem[]) => reports.push(problems.map(({ code }) => code)),
  });
  const code = new URL(preview.address).searchParams.get('code') ?? '';
  pupil = await joinAsPupil(preview.server.url, code, 'Preview');
  pupil.socket.on('lesson:changed', ({ lessonId }) => told.push(lessonId));
});
afterEach(async () => {
  pupil.socket.disconnect();
  await preview.stop();
  catalog.delete();
});

const titles = async () => {
  const asked = { language: 'de', lessonId: 'light' } as const;
  const { steps } = await new ApiClient(preview.server.url).call('lesson', asked, {});
  return steps.map(({ title }) => title);
};

describe('preview', () => {
  it('has a class with the lesson, and an address that joins by itself', () => {
    expect(pupil.state.class.lessonId).toBe('light');
    expect(new URL(preview.address).searchParams.get('name')).toBe('Preview');
  });

  it('tells the open page of a change, and has the new text for it', async () => {
    catalog.change('01-light/lesson.de.md', 'Länger hell', 'Viel länger hell');
    await until(() => told.length > 0);
    expect(told).toEqual(['light']);
    expect(await titles()).toEqual(['Licht an!', 'Viel länger hell']);
    expect(reports.at(-1)).toEqual([]);
  });

  it('sees each change of an editor that puts a new file in the place of the old one', async () => {
    for (const title of ['Viel länger hell', 'Noch länger hell', 'Am längsten hell']) {
      const text = catalog.read('01-light/lesson.de.md').replace(/^## .*hell$/m, `## ${title}`);
      catalog.write('01-light/lesson.de.md.new', text);
      catalog.rename('01-light/lesson.de.md.new', '01-light/lesson.de.md');
      const before = told.length;
      await until(() => told.length > before);
      expect(await titles()).toEqual(['Licht an!', title]);
    }
  });

  it('sees a lesson that is new in the catalogue', async () => {
    createLesson(catalog.folder, 'Third');
    const third = { language: 'de', lessonId: 'third' } as const;
    const api = new ApiClient(preview.server.url);
    await until(() =>
      api.call('lesson', third, {}).then(
        () => true,
        () => false,
      ),
    );
    const before = reports.length;
    catalog.change('03-third/lesson.yml', 'level: 1', 'level: easy');
    await until(() => reports.length > before && reports.at(-1)?.length !== 0);
  });

  it('keeps the work and the seat through a change', async () => {
    const blocks = { blocks: { languageVersion: 0, blocks: [{ type: 'steckbrett_start', id: 'mine' }] } };
    const saving = { base: 0, blocks, tab: 'preview-test' };
    resultOf(await pupil.socket.emitWithAck('workspace:save', saving));
    catalog.change('01-light/lesson.yml', 'minutes: 45', 'minutes: 50');
    await until(() => told.length > 0);
    const again = await openPupil(preview.server.url, pupil.token);
    again.socket.disconnect();
    expect(again.state.workspace).toMatchObject({ version: 1, blocks });
  });

  it('keeps the last good text while the lesson is broken, and says what is wrong', async () => {
    catalog.change('01-light/lesson.yml', 'level: 1', 'level: easy');
    await until(() => reports.length > 0);
    expect(reports.at(-1)).not.toEqual([]);
    expect(await titles()).toEqual(['Licht an!', 'Länger hell']);
    expect(told).toEqual([]);
    catalog.change('01-light/lesson.yml', 'level: easy', 'level: 2');
    await until(() => told.length > 0);
    expect(reports.at(-1)).toEqual([]);
  });

  it('says nothing to the page of another lesson’s change', async () => {
    catalog.change('02-alarm/lesson.de.md', 'Länger hell', 'Alarm');
    await until(() => reports.length > 0);
    catalog.change('01-light/lesson.de.md', 'Länger hell', 'Am längsten hell');
    await until(() => told.length > 0);
    expect(told).toEqual(['light']);
  });
});
