import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkMends } from '../../../lessons/format/check-mends.ts';
import { lessonCheckSchema } from '../../../lessons/format/check-schema.ts';
import {
  checkJsonSchema,
  lessonFileSchema,
  lessonJsonSchema,
  publishedFiles,
} from '../../../lessons/format/index.ts';
import { lessonMends } from '../../../lessons/format/lesson-mends.ts';
import { catalogOf } from './good-lesson.ts';

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];

const docs = resolve(import.meta.dirname, '../../../docs');
const read = (folder: string, file: string): object =>
  parse(readFileSync(join(folder, '01-lamp', file), 'utf8')) as object;

describe('the JSON schemas', () => {
  it.each(Object.entries(publishedFiles()))('of docs/%s are what the loader checks', (file, schema) => {
    expect(readFileSync(join(docs, file), 'utf8')).toBe(schema);
  });

  it('accept a good lesson.yml and refuse one with a slip', () => {
    const schema = z.fromJSONSchema(lessonJsonSchema() as JsonSchema);
    const good = read(catalogOf('01-lamp').folder, 'lesson.yml');
    expect(schema.safeParse(good).error).toBeUndefined();
    expect(schema.safeParse({ ...good, minutes: 'long' }).success).toBe(false);
    expect(schema.safeParse({ ...good, minuten: 45 }).success).toBe(false);
    expect(schema.safeParse({ ...good, goals: { on: { kind: 'sparkles' } } }).success).toBe(false);
    expect(schema.safeParse({ ...good, toolbox: { 1: ['steckbrett_dance'] } }).success).toBe(false);
  });

  it('accept a good check.yml and refuse one with a slip', () => {
    const schema = z.fromJSONSchema(checkJsonSchema() as JsonSchema);
    const good = read(catalogOf('01-lamp').folder, 'check.yml');
    expect(schema.safeParse(good).error).toBeUndefined();
    expect(schema.safeParse({ ...good, play: {} }).success).toBe(false);
  });
});

describe('the sentences', () => {
  it.each([
    ['lesson.yml', lessonFileSchema, lessonMends],
    ['check.yml', lessonCheckSchema, checkMends],
  ])('say for each key of %s what is meant, in both languages', (_file, schema, mends) => {
    for (const key of Object.keys(schema.shape)) {
      expect(mends[key]?.de, key).toBeTruthy();
      expect(mends[key]?.en, key).toBeTruthy();
    }
  });
});
