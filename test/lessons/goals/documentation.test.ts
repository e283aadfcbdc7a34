import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { goalCheckSchema } from '../../../lessons/goals/goal-schema.ts';

const text = await readFile(new URL('../../../docs/goals.md', import.meta.url), 'utf8');
const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(([, yaml]) => {
  const read = parse(yaml!) as Record<string, unknown>;
  return Object.entries('goals' in read ? (read.goals as Record<string, unknown>) : read);
});

describe('docs/goals.md', () => {
  it.each(examples)('%s is a check', (_, check) => {
    expect(goalCheckSchema.safeParse(check).error).toBeUndefined();
  });

  it('has an example of each kind', () => {
    const kinds = [...text.matchAll(/kind: ([a-z]+)/g)].map(([, kind]) => kind);
    const known = goalCheckSchema.def as unknown as {
      options: { shape: { kind: { def: { values: string[] } } } }[];
    };
    for (const { shape } of known.options) {
      const [kind] = shape.kind.def.values;
      expect(kinds).toContain(kind);
      expect(text).toContain(`**${kind}**`);
    }
  });
});
