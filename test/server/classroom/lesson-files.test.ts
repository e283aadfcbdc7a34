import { describe, expect, it } from 'vitest';
import { LessonFiles } from '../../../server/lesson-files.ts';
import { collectingLogger } from '../../support/broker.ts';
import { type TestCatalog, testCatalog } from '../../support/lessons.ts';

function open(catalog: TestCatalog) {
  const log: Record<string, unknown>[] = [];
  const files = new LessonFiles(catalog.folder, collectingLogger(log));
  const told: (readonly string[])[] = [];
  files.events.on('changed', (ids) => told.push(ids));
  files.reload();
  return { files, log, told };
}

describe('LessonFiles', () => {
  it('holds the lessons in the order of their folders, without reading again', () => {
    const catalog = testCatalog('Light', 'Alarm');
    const { files } = open(catalog);
    expect(files.all().map(({ id }) => id)).toEqual(['light', 'alarm']);
    expect(files.get('alarm')).toBe(files.all()[1]);
    expect(files.get('none')).toBeUndefined();
  });

  it('tells of the lessons that changed, and of no other', () => {
    const catalog = testCatalog('Light', 'Alarm');
    const { files, told } = open(catalog);
    files.reload();
    catalog.change('01-light/lesson.de.md', 'Länger hell', 'Sehr lange hell');
    files.reload();
    expect(told).toEqual([['light', 'alarm'], ['light']]);
    expect(files.get('light')?.views.de.steps[1]?.title).toBe('Sehr lange hell');
  });

  it('keeps the last good one while a lesson is broken, logs why, and takes it when it is mended', () => {
    const catalog = testCatalog('Light', 'Alarm');
    const { files, log, told } = open(catalog);
    catalog.change('01-light/lesson.yml', 'minutes: 45', 'minutes: soon');
    const problems = files.reload();
    expect(problems).toMatchObject([{ file: '01-light/lesson.yml' }]);
    expect(log.map(({ msg }) => msg)).toEqual(problems.map(({ message }) => message.en));
    expect(files.all().map(({ id }) => id)).toEqual(['light', 'alarm']);
    expect(files.get('light')?.views.de.minutes).toBe(45);
    catalog.change('01-light/lesson.yml', 'minutes: soon', 'minutes: 60');
    expect(files.reload()).toEqual([]);
    expect(files.get('light')?.views.de.minutes).toBe(60);
    expect(told.slice(1)).toEqual([['light']]);
  });

  it('lets go of a lesson whose folder is gone, and takes up a new one', () => {
    const catalog = testCatalog('Light', 'Alarm');
    const { files, told } = open(catalog);
    catalog.remove('01-light');
    files.reload();
    expect(files.all().map(({ id }) => id)).toEqual(['alarm']);
    expect(told.at(-1)).toEqual(['light']);
  });

  it('starts without a lesson that was never good, and says so', () => {
    const catalog = testCatalog('Light', 'Alarm');
    catalog.remove('02-alarm/solution.json');
    const { files, log } = open(catalog);
    expect(files.all().map(({ id }) => id)).toEqual(['light']);
    expect(log).toHaveLength(1);
  });
});
