import { NotationError } from './notation-error.ts';

/** A word or a text behind `FIELD=`. */
export interface WrittenField {
  readonly name: string;
  readonly text: string;
}

/** What is written behind `GAP:`. */
export type WrittenValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number' | 'text' | 'colour'; readonly text: string }
  /** A block; `shadow`: it cannot be pulled out. `behind`: the shadow that appears when it is pulled out. */
  | {
      readonly kind: 'block';
      readonly block: WrittenHead;
      readonly shadow: boolean;
      readonly behind?: WrittenValue;
    };

/** A block without its mouths: what one line says. */
export interface WrittenHead {
  readonly type: string;
  readonly line: number;
  readonly fields: readonly WrittenField[];
  readonly gaps: readonly { readonly name: string; readonly value: WrittenValue }[];
}

/** How deep gaps may lie in each other. */
const deepest = 40;

/**
 * Reads one line of the notation: `type FIELD=value GAP: value …`.
 *
 * @throws NotationError
 */
export function readLine(text: string, line: number): WrittenHead {
  const reader = new LineReader(text, line);
  const head = reader.head(0);
  if (!reader.ended) throw reader.unexpected();
  return head;
}

class LineReader {
  readonly #text: string;
  readonly #line: number;
  #at = 0;

  constructor(text: string, line: number) {
    this.#text = text;
    this.#line = line;
  }

  get ended(): boolean {
    this.#take(/\s*/y);
    return this.#at >= this.#text.length;
  }

  head(depth: number): WrittenHead {
    if (depth > deepest) {
      throw new NotationError(
        this.#line,
        'Hier stecken zu viele Blöcke ineinander. Teilen Sie die Rechnung auf.',
        'Too many blocks lie in each other here. Split the calculation.',
      );
    }
    const type = this.#take(/\s*([A-Za-z][A-Za-z0-9_]*)(?=[\s)}]|$)/y);
    if (type === undefined) throw this.unexpected();
    const fields: WrittenField[] = [];
    const gaps: { name: string; value: WrittenValue }[] = [];
    const names = new Set<string>();
    for (;;) {
      const name = this.#take(/\s*([A-Z][A-Z0-9_]*)(?=\s*[=:])/y);
      if (name === undefined) break;
      if (names.has(name)) {
        throw new NotationError(
          this.#line,
          `„${name}“ steht hier zweimal. Streichen Sie eines davon.`,
          `“${name}” stands here twice. Take one of them out.`,
        );
      }
      names.add(name);
      if (this.#take(/\s*(=)/y) !== undefined) fields.push({ name, text: this.#fieldText() });
      else {
        this.#take(/\s*(:)/y);
        gaps.push({ name, value: this.#value(depth) });
      }
    }
    return { type, line: this.#line, fields, gaps };
  }

  unexpected(): NotationError {
    const rest = this.#text.slice(this.#at).trim();
    const shown = rest.length > 40 ? `${rest.slice(0, 40)}…` : rest;
    return shown === ''
      ? new NotationError(
          this.#line,
          'Hier hört die Zeile mittendrin auf. Ergänzen Sie, was fehlt.',
          'The line stops halfway here. Add what is missing.',
        )
      : new NotationError(
          this.#line,
          `„${shown}“ lässt sich hier nicht lesen. Gemeint ist: blockart FELD=wert LÜCKE: wert.`,
          `“${shown}” cannot be read here. What is meant: blocktype FIELD=value GAP: value.`,
        );
  }

  #fieldText(): string {
    const quoted = this.#quoted();
    if (quoted !== undefined) return quoted;
    const bare = this.#take(/\s*([^\s"(){}|=:]+)/y);
    if (bare === undefined) throw this.unexpected();
    return bare;
  }

  #value(depth: number): WrittenValue {
    const plain = this.#plain();
    if (plain) return plain;
    if (this.#take(/\s*(\(\s*\))/y) !== undefined) return { kind: 'empty' };
    if (this.#take(/\s*(\{)/y) !== undefined) {
      const block = this.head(depth + 1);
      if (this.#take(/\s*(\})/y) === undefined) throw this.unexpected();
      return { kind: 'block', block, shadow: true };
    }
    if (this.#take(/\s*(\()/y) === undefined) throw this.unexpected();
    const block = this.head(depth + 1);
    if (this.#take(/\s*(\))/y) === undefined) throw this.unexpected();
    if (this.#take(/\s*(\|)/y) === undefined) return { kind: 'block', block, shadow: false };
    const behind = this.#value(depth + 1);
    if (behind.kind === 'empty' || (behind.kind === 'block' && !behind.shadow)) {
      throw new NotationError(
        this.#line,
        'Hinter „|“ steht, was in der Lücke bleibt: eine Zahl, ein Text, eine Farbe oder {block}.',
        'Behind “|” stands what stays in the gap: a number, a text, a colour or {block}.',
      );
    }
    return { kind: 'block', block, shadow: false, behind };
  }

  #plain(): WrittenValue | undefined {
    const number = this.#take(/\s*(-?\d+(?:\.\d+)?)(?=[\s)}|]|$)/y);
    if (number !== undefined) return { kind: 'number', text: number };
    const colour = this.#take(/\s*(#[0-9a-fA-F]{6})(?=[\s)}|]|$)/y);
    if (colour !== undefined) return { kind: 'colour', text: colour.toLowerCase() };
    const quoted = this.#quoted();
    return quoted === undefined ? undefined : { kind: 'text', text: quoted };
  }

  #quoted(): string | undefined {
    const inside = this.#take(/\s*"((?:[^"\\]|\\["\\n])*)"/y);
    return inside?.replace(/\\(["\\n])/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign));
  }

  /** Takes what fits at the present place, and gives its first group. */
  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found) return undefined;
    this.#at = pattern.lastIndex;
    return found[1] ?? '';
  }
}
