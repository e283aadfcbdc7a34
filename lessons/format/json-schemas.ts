import { z } from 'zod';
import { blockList } from './block-list.ts';
import { lessonCheckSchema } from './check-schema.ts';
import { lessonFileSchema } from './lesson-schema.ts';

/** The JSON schema of `lesson.yml`, for editors and for other programs. */
export function lessonJsonSchema(): Record<string, unknown> {
  return jsonSchema('Steckbrett lesson.yml', lessonFileSchema);
}

/** The JSON schema of `check.yml`. */
export function checkJsonSchema(): Record<string, unknown> {
  return jsonSchema('Steckbrett check.yml', lessonCheckSchema);
}

/** What is published of the format, by its file in docs/: the schemas, and the list of blocks. */
export function publishedFiles(): Record<string, string> {
  const text = (schema: Record<string, unknown>) => `${JSON.stringify(schema, null, 2)}\n`;
  return {
    'lesson.schema.json': text(lessonJsonSchema()),
    'lesson-check.schema.json': text(checkJsonSchema()),
    'lesson-blocks.md': blockList(),
  };
}

function jsonSchema(title: string, schema: z.ZodType): Record<string, unknown> {
  return { title, ...z.toJSONSchema(schema, { io: 'input' }) };
}
