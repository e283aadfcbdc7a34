import PDFDocument from 'pdfkit';
import { TypeCase } from '../papers/pdf/type-case.ts';

/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** A PDF of A4 sheets whose measures are millimetres. */
export class A4Pdf {
  readonly doc: PDFKit.PDFDocument;
  readonly type: TypeCase;
  readonly #chunks: Buffer[] = [];
  readonly #done: Promise<void>;

  /** @param at ms since 1970, the day it is made. */
  constructor(title: string, at: number, lang = 'de-DE') {
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      lang,
      displayTitle: true,
      info: { Title: title, Creator: 'Steckbrett', Producer: 'Steckbrett', CreationDate: new Date(at) },
    });
    this.type = new TypeCase(this.doc);
    this.doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#done = new Promise((resolve) => this.doc.once('end', resolve));
  }

  /** A fresh sheet; everything on it is drawn so far from where it should be, mm. */
  newSheet(offsetX = 0, offsetY = 0): void {
    this.doc.addPage();
    this.doc.translate(offsetX * mm, offsetY * mm);
  }

  /** How wide a text of size 1 is. */
  measure(text: string, weight: 'regular' | 'bold'): number {
    return this.type.width(text, { size: 1, weight });
  }

  /** Puts one line down, its left upper corner at a place, letters of a size; all mm. */
  text(text: string, place: { x: number; y: number; size: number; weight: 'regular' | 'bold' }): void {
    let x = place.x * mm;
    const size = place.size * mm;
    for (const piece of this.type.pieces(text, place.weight)) {
      this.doc.font(piece.face).fontSize(size).fillColor('#000000');
      this.doc.text(piece.text, x, place.y * mm, { lineBreak: false, baseline: 'top' });
      x += this.doc.widthOfString(piece.text);
    }
  }

  async bytes(): Promise<Uint8Array> {
    this.doc.end();
    await this.#done;
    return Buffer.concat(this.#chunks);
  }
}
