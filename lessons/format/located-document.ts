import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, Scalar } from 'yaml';
import { LessonError, lessonProblem } from './lesson-problem.ts';

/** A YAML or JSON file whose every value knows its line. */
export interface LocatedDocument {
  readonly file: string;
  readonly value: unknown;
  /** The line of what stands at this path, or of its nearest ancestor that is there; of a key where there is one. */
  lineOf(path: readonly PropertyKey[]): number;
  /** The line at which the text at this path begins: in a `|` block, the line behind the sign. */
  textLineOf(path: readonly PropertyKey[]): number;
}

/**
 * Reads YAML 1.2, or what a file that ends in `.json` holds. JSON is a part of YAML, which is slower to read and knows
 * the lines: so it is read as YAML only when somebody asks for one.
 *
 * @throws LessonError `lesson-syntax` with the line of each mistake.
 */
export function readDocument(file: string, text: string): LocatedDocument {
  const json = file.endsWith('.json') ? parsedJson(text) : undefined;
  if (!json) return readYaml(file, text);
  let yaml: LocatedDocument | undefined;
  const located = () => {
    yaml ??= readYaml(file, text);
    return yaml;
  };
  return {
    file,
    value: json.value,
    lineOf: (path) => located().lineOf(path),
    textLineOf: (path) => located().textLineOf(path),
  };
}

/** The value, unless it is no JSON. */
function parsedJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** What comes after the first mistakes mostly comes of them. */
const enoughErrors = 3;

function readYaml(file: string, text: string): LocatedDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // JSON allows a key twice; looking for one takes long.
    uniqueKeys: !file.endsWith('.json'),
  });
  if (document.errors.length > 0) {
    throw new LessonError(
      document.errors
        .slice(0, enoughErrors)
        .map((error) =>
          lessonProblem(
            { file, line: lines.linePos(error.pos[0]).line },
            'lesson-syntax',
            `Das lässt sich nicht lesen. Prüfen Sie Einrückung, Klammern, Kommas und Anführungszeichen (${error.message}).`,
            `This cannot be read. Check indentation, brackets, commas and quotes (${error.message}).`,
          ),
        ),
    );
  }
  const lineAt = (offset: number) => lines.linePos(offset).line;
  return {
    file,
    value: unfold(file, document),
    lineOf: (path) => lineAt(offsetOf(document, path)),
    textLineOf(path) {
      const node = nodeAt(document, path);
      if (!isScalar(node) || !node.range) return lineAt(offsetOf(document, path));
      const block = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
      return lineAt(node.range[0]) + (block ? 1 : 0);
    },
  };
}

/** The document's value. Aliases may multiply a few lines into gigabytes; the parser counts them and gives up. */
function unfold(file: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    const problem = lessonProblem(
      { file, line: null },
      'lesson-syntax',
      'Die Datei verweist zu oft auf sich selbst. Schreiben Sie die Werte aus, statt & und * zu benutzen.',
      'The file refers to itself too often. Write the values out instead of using & and *.',
      String(cause),
    );
    throw new LessonError([problem], { cause });
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let offset = document.contents?.range?.[0] ?? 0;
  let node: unknown = document.contents;
  for (const name of path) {
    const { key, value } = childOf(node, name);
    const place = key ?? value;
    if (!isNode(place) || !place.range) break;
    offset = place.range[0];
    node = value;
  }
  return offset;
}

function nodeAt(document: Document, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((node, name) => childOf(node, name).value, document.contents);
}

/** What a map or a list has under a name; numbers as keys go by the same name as texts. */
function childOf(node: unknown, name: PropertyKey): { key?: unknown; value?: unknown } {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(name));
    return pair ? { key: pair.key, value: pair.value } : {};
  }
  return isSeq(node) ? { value: node.items[Number(name)] } : {};
}
