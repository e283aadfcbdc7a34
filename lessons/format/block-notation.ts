import { hasInput, shapeOf } from './block-shapes.ts';
import type { SavedBlocks } from './lesson-view.ts';
import type { WrittenField, WrittenHead, WrittenValue } from './notation-line.ts';
import { mutationOf } from './notation-mutations.ts';
import { fieldProblem, gapProblem, mouthProblem, placeProblem, typeProblem } from './notation-problems.ts';
import { readStacks, type WrittenBlock } from './notation-stacks.ts';
import { rowsOf, type SavedBlock, type SavedInput } from './saved-block.ts';

export { NotationError } from './notation-error.ts';
export { writeBlocks } from './notation-writer.ts';

/** What a text in block notation says. */
export interface ReadBlocks {
  /** As Blockly saves a workspace. Ids and places follow from the text alone. */
  readonly blocks: SavedBlocks;
  /** The line, from 1, of each block by its id. */
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * Reads blocks in the notation of docs/lesson-format.md.
 *
 * @throws NotationError for the first line that does not fit.
 */
export function readBlocks(text: string): SavedBlocks {
  return readBlocksWithLines(text).blocks;
}

/** {@link readBlocks}, with the line of each block. */
export function readBlocksWithLines(text: string): ReadBlocks {
  const stacks = readStacks(text);
  const builder = new Builder(parametersOf(stacks.flat()));
  let y = 24;
  const blocks = stacks.map((stack) => {
    const placed: SavedBlock = { ...builder.chain(stack, null), x: 24, y };
    y += 56 * rowsOf(placed) + 40;
    return placed;
  });
  return {
    blocks: {
      blocks: { languageVersion: 0, blocks },
      ...(builder.variables.length > 0 ? { variables: builder.variables } : {}),
    },
    lines: builder.lines,
  };
}

/** The parameters of each block of the pupil's own, by its name. */
function parametersOf(tops: readonly WrittenHead[]): Map<string, readonly string[]> {
  const text = (head: WrittenHead, name: string) => head.fields.find((field) => field.name === name)?.text;
  return new Map(
    tops
      .filter((head) => head.type.startsWith('procedures_def'))
      .map((head) => [(text(head, 'NAME') ?? '').toLowerCase(), namesIn(text(head, 'PARAMS'))]),
  );
}

function namesIn(list: string | undefined): string[] {
  return (list ?? '').split(',').flatMap((name) => name.trim() || []);
}

class Builder {
  readonly variables: { name: string; id: string }[] = [];
  readonly lines = new Map<string, number>();
  readonly #parameters: ReadonlyMap<string, readonly string[]>;

  constructor(parameters: ReadonlyMap<string, readonly string[]>) {
    this.#parameters = parameters;
  }

  /** Blocks below each other. `holder`: the block in whose mouth they are; `null` for a stack of its own. */
  chain(stack: readonly WrittenBlock[], holder: string | null): SavedBlock {
    const built = stack.map((one, index) => {
      const above = stack[index - 1];
      const problem = placeProblem(one, holder === null && index === 0 ? 'top' : 'stack', above);
      if (problem) throw problem;
      return this.#block(one, one.mouths, holder);
    });
    for (const [index, one] of built.entries()) {
      const next = built[index + 1];
      if (next) one.next = { block: next };
    }
    return built[0]!;
  }

  #block(head: WrittenHead, mouths: WrittenBlock['mouths'], holder: string | null): SavedBlock {
    const shape = shapeOf(head.type);
    if (!shape) throw typeProblem(head);
    const id = `b${this.lines.size + 1}`;
    this.lines.set(id, head.line);
    const fields: Record<string, unknown> = {};
    const settings: Record<string, string> = {};
    for (const field of head.fields) {
      if (shape.settings?.includes(field.name)) settings[field.name] = field.text;
      else fields[field.name] = this.#field(head, field);
    }
    const inputs: Record<string, SavedInput> = {};
    for (const { name, value } of head.gaps) {
      if (!hasInput(shape, 'gap', name)) throw gapProblem(head, name);
      const input = this.#value(value, head.line);
      if (input) inputs[name] = input;
    }
    const own = head.type.startsWith('procedures_def') ? head.type : holder;
    for (const mouth of mouths) {
      const name = mouth.name ?? shape.mouths?.[0];
      if (name === undefined || !hasInput(shape, 'mouth', name) || name in inputs)
        throw mouthProblem(head, mouth);
      if (mouth.blocks.length > 0) inputs[name] = { block: this.chain(mouth.blocks, own ?? head.type) };
      else if (mouth.name === null) throw mouthProblem(head, mouth);
    }
    const extraState = mutationOf({
      head,
      mouths: mouths.map((mouth) => mouth.name ?? ''),
      settings,
      holder,
      parameters: this.#parameters,
      variable: (name) => this.#variable(name),
    });
    return {
      type: head.type,
      id,
      ...(extraState === undefined ? {} : { extraState }),
      ...(Object.keys(fields).length > 0 ? { fields } : {}),
      ...(Object.keys(inputs).length > 0 ? { inputs } : {}),
    };
  }

  #field(head: WrittenHead, field: WrittenField): unknown {
    const kind = shapeOf(head.type)?.fields?.[field.name];
    if (kind === 'number' && /^-?\d+(?:\.\d+)?$/.test(field.text)) return Number(field.text);
    if (kind === 'variable' && field.text.trim() !== '') return { id: this.#variable(field.text.trim()) };
    if (kind === 'text' || (Array.isArray(kind) && kind.includes(field.text))) return field.text;
    throw fieldProblem(head, field);
  }

  #value(value: WrittenValue, line: number): SavedInput | undefined {
    switch (value.kind) {
      case 'empty':
        return undefined;
      case 'number':
        return { shadow: this.#shadow('math_number', { NUM: Number(value.text) }, line) };
      case 'text':
        return { shadow: this.#shadow('text', { TEXT: value.text }, line) };
      case 'colour':
        return { shadow: this.#shadow('steckbrett_colour', { COLOUR: value.text }, line) };
      case 'block': {
        const problem = placeProblem(value.block, 'gap', undefined);
        if (problem) throw problem;
        const block = this.#block(value.block, [], null);
        if (value.shadow) return { shadow: block };
        const behind = value.behind ? this.#value(value.behind, line) : undefined;
        return { block, ...behind };
      }
    }
  }

  #shadow(type: string, fields: Record<string, unknown>, line: number): SavedBlock {
    const id = `b${this.lines.size + 1}`;
    this.lines.set(id, line);
    return { type, id, fields };
  }

  /** The id of a variable, which is made when it is first named. Capitals do not tell two variables apart. */
  #variable(name: string): string {
    const known = this.variables.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (known) return known.id;
    const made = { name, id: `v${this.variables.length + 1}` };
    this.variables.push(made);
    return made.id;
  }
}
