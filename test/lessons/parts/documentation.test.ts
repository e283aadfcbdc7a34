import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partCatalog } from '../../../device/parts/catalog.ts';
import type { ValueDefinition } from '../../../device/parts/part.ts';
import { basicPartFamilies } from '../../../lessons/blocks/families.ts';
import { moreBlocks, morePartFamilies } from '../../../lessons/blocks/more-parts.ts';

const docs = resolve(import.meta.dirname, '../../../docs');
const document = await readFile(join(docs, 'parts.md'), 'utf8');
const language = await readFile(join(docs, 'language.md'), 'utf8');

/** The rows of a table by their first cell; cells without the pipes. */
function rowsAfter(heading: string): Map<string, string[][]> {
  const lines = document.split(`## ${heading}\n`)[1]?.split('\n## ')[0]?.split('\n') ?? [];
  const rows = new Map<string, string[][]>();
  for (const line of lines.filter((one) => /^\| [`(]/.test(one))) {
    const [first = '', ...cells] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const key = first.replaceAll('`', '');
    rows.set(key, [...(rows.get(key) ?? []), cells]);
  }
  return rows;
}

/** What stands in backticks. */
const named = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

function rangeOf(value: ValueDefinition): string {
  if (value.type === 'boolean') return 'yes/no';
  if (value.type === 'text') return 'text';
  return `${value.min} to ${value.max} ${value.unit}`.replaceAll('-', '−');
}

describe('docs/parts.md', () => {
  const parts = rowsAfter('What they can do');

  it('lists the parts of the kit, each once', () => {
    expect([...parts.keys()].sort()).toEqual([...partCatalog.keys()].sort());
    for (const rows of parts.values()) expect(rows).toHaveLength(1);
  });

  it.each([...partCatalog])('tells of the %s what its definition says', (type, definition) => {
    const [pins, , commands, events, values] = parts.get(type)?.[0] ?? [];
    expect(named(pins)).toEqual(Object.keys(definition.pins));
    expect(named(commands)).toEqual(Object.keys(definition.commands));
    expect(named(events)).toEqual([...definition.events]);
    expect(named(values)).toEqual(Object.keys(definition.values));
    for (const [name, value] of Object.entries(definition.values)) {
      expect(values).toContain(`\`${name}\` ${rangeOf(value)}`);
    }
    for (const [bus, name] of [
      ['i2c', 'I²C'],
      ['spi', 'SPI'],
    ] as const) {
      const uses = definition.buses?.(definition.options?.parse({}) ?? {}) ?? [];
      if (uses.some((use) => use.bus === bus)) expect(pins).toContain(name);
    }
  });

  it('lists the blocks of every part', () => {
    const listed = rowsAfter('Their blocks');
    const families = [...basicPartFamilies, ...morePartFamilies];
    for (const { part, blocks } of families) {
      const types = listed.get(part)?.flatMap(([type]) => named(type)) ?? [];
      const own = types.filter((type) => type !== 'steckbrett_when_button');
      expect(own, part).toEqual(blocks.map((block) => block.type));
    }
    const all = [...listed.values()].flat().flatMap(([type]) => named(type));
    // Messages between Pis are no part's: the language tells of them.
    const network = moreBlocks.filter(({ type }) => type.includes('peer')).map(({ type }) => type);
    const ofParts = moreBlocks.map(({ type }) => type).filter((type) => !network.includes(type));
    expect(all).toEqual(expect.arrayContaining(ofParts));
    for (const type of network) expect(language).toContain(`\`${type}\``);
  });
});
