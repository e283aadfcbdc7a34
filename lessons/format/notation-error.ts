/** What is wrong with blocks in notation: the line, from 1, and one sentence per language. */
export class NotationError extends Error {
  readonly line: number;
  readonly de: string;
  readonly en: string;

  constructor(line: number, de: string, en: string) {
    super(`line ${line}: ${en}`);
    this.name = 'NotationError';
    this.line = line;
    this.de = de;
    this.en = en;
  }
}
