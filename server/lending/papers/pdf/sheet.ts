import PDFDocument from 'pdfkit';
import type { PageMark } from '../../../api/contract/lending/paper-preview.ts';
import { TypeCase } from './type-case.ts';
import { type Colour, colours, type Style } from './typefaces.ts';

/** A4 with the margins of a letter that is filed, points. */
export const page = { width: 595.28, height: 841.89, left: 68, right: 541, top: 62, bottom: 768 } as const;

export interface SheetFacts {
  readonly title: string;
  readonly author: string;
  /** Marks are kept, for a preview. */
  readonly preview: boolean;
  /** What screen readers read it in; German when left out. */
  readonly language?: 'de' | 'en';
  /** ms since 1970; stands in the file as the day it was made, so that the same paper has the same bytes. */
  readonly at: number;
}

/**
 * Paper to write on, from top to bottom: text and lines at places in points, new pages when one is full. It becomes a
 * tagged PDF (what stands within which element is told to screen readers) and keeps every mark for a preview.
 */
export class Sheet {
  /** Where the next thing begins, points from the top. */
  y: number = page.top;
  readonly pages: PageMark[][] = [];
  readonly type: TypeCase;
  readonly #doc: PDFKit.PDFDocument;
  readonly #open: PDFKit.PDFStructureElement[] = [];
  readonly #chunks: Buffer[] = [];
  readonly #measured: boolean;
  #page: PageMark[] = [];

  constructor({ title, author, preview, language = 'de', at }: SheetFacts) {
    this.#measured = preview;
    this.#doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: language === 'de' ? 'de-DE' : 'en-GB',
      displayTitle: true,
      info: {
        Title: title,
        Author: author,
        Creator: 'Steckbrett',
        Producer: 'Steckbrett',
        CreationDate: new Date(at),
        ModDate: new Date(at),
      },
    });
    this.#doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.type = new TypeCase(this.#doc);
    const root = this.#doc.struct('Document');
    this.#doc.addStructure(root);
    this.#open.push(root);
    this.newPage();
  }

  newPage(): void {
    this.#doc.addPage();
    this.#page = [];
    this.pages.push(this.#page);
    this.y = page.top;
  }

  /** Begins a new page unless so much is free on this one. */
  reserve(height: number): void {
    if (this.y + height > page.bottom && this.y > page.top) this.newPage();
  }

  /** What `write` puts down belongs to an element such as `P`, `H1`, `Table`; `alt` says what a picture shows. */
  element<Result>(tag: string, write: () => Result, alt?: string): Result {
    const element = this.#doc.struct(tag, alt === undefined ? {} : { alt });
    this.#open.at(-1)?.add(element);
    this.#open.push(element);
    const result = write();
    this.#open.pop();
    element.end();
    return result;
  }

  /** What `write` puts down, on one page, is content of the element that is open. */
  content(write: () => void): void {
    const content = this.#doc.markStructureContent('Span');
    write();
    this.#doc.endMarkedContent();
    this.#open.at(-1)?.add(content);
  }

  /** What `write` puts down is no content: rules, page numbers. */
  decoration(write: () => void): void {
    this.#doc.markContent('Artifact');
    write();
    this.#doc.endMarkedContent();
  }

  /** Writes a run; `y` is where its letters stand. */
  text(x: number, y: number, text: string, style: Style): void {
    const weight = style.weight ?? 'regular';
    const colour = colours[style.colour ?? 'ink'];
    let at = x;
    const pieces = this.type.pieces(text, weight);
    for (const piece of pieces) {
      this.#doc
        .font(piece.face, style.size)
        .fillColor(colour)
        .text(piece.text, at, y, { lineBreak: false, baseline: 'alphabetic' });
      // Measuring takes as long as writing: only where somebody wants to know.
      if (this.#measured || pieces.length > 1) at += this.#doc.widthOfString(piece.text);
    }
    if (this.#measured) this.#page.push({ text, x, y, size: style.size, weight, colour, width: at - x });
  }

  /** Strokes a path of straight lines. */
  stroke(points: readonly (readonly [number, number])[], width: number, colour: Colour): void {
    const [first, ...rest] = points;
    if (!first) return;
    this.#doc.moveTo(...first);
    // A single point is a dot: a line of no length with a round end.
    for (const point of rest.length > 0 ? rest : [first]) this.#doc.lineTo(...point);
    this.#doc.lineWidth(width).lineCap('round').lineJoin('round').strokeColor(colours[colour]).stroke();
    if (this.#measured)
      this.#page.push({ points: points.map(([x, y]) => [x, y]), width, colour: colours[colour] });
  }

  /** A rectangle, full or with a frame inside its edges; it is on paper only, no preview shows it. */
  box(
    { x, y, width, height }: { x: number; y: number; width: number; height: number },
    { fill, frame, radius = 0 }: { fill?: Colour; frame?: Colour; radius?: number },
  ): void {
    const line = 1;
    if (fill) this.#doc.roundedRect(x, y, width, height, Math.min(radius, height / 2)).fill(colours[fill]);
    if (!frame) return;
    const inner = [Math.max(0, width - line), Math.max(0, height - line)] as const;
    this.#doc
      .rect(x + line / 2, y + line / 2, ...inner)
      .lineWidth(line)
      .strokeColor(colours[frame])
      .stroke();
  }

  /** A large word across the page, behind nothing: pale. */
  acrossPage(word: string, style: Style): void {
    const width = this.type.width(word, style);
    const turn = { angle: -52, x: page.width / 2, y: page.height / 2 };
    this.#doc.save().rotate(turn.angle, { origin: [turn.x, turn.y] });
    this.#doc.opacity(0.45);
    this.text(turn.x - width / 2, turn.y + style.size / 3, word, style);
    this.#doc.restore();
    const mark = this.#page.at(-1);
    if (mark && 'text' in mark)
      this.#page[this.#page.length - 1] = { ...mark, turn: turn.angle, opacity: 0.45 };
  }

  /** Ends the paper. @param finish is called for each page, from 1, to number it. */
  async end(finish: (page: number, pages: number) => void): Promise<Buffer> {
    this.#open[0]?.end();
    this.pages.forEach((marks, index) => {
      this.#doc.switchToPage(index);
      this.#page = marks;
      finish(index + 1, this.pages.length);
    });
    const done = new Promise<void>((resolve) => {
      this.#doc.on('end', resolve);
    });
    this.#doc.end();
    await done;
    return Buffer.concat(this.#chunks);
  }
}
