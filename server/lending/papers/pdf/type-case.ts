import { fontBytes, type Style, type Subset, subsets, type Weight } from './typefaces.ts';

/** What this file uses of PDFKit's fonts; their inner font is not in its types. */
interface EmbeddedFont {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

/** A piece of text that one font has every sign of. */
export interface Piece {
  readonly text: string;
  readonly face: string;
}

/** The fonts of one document: which has which signs, and how wide they are. Fonts are read when they are first needed. */
export class TypeCase {
  readonly #doc: PDFKit.PDFDocument;
  readonly #faces = new Map<string, EmbeddedFont>();
  readonly #widths = new Map<string, number>();

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
  }

  /** In points. */
  width(text: string, { size, weight = 'regular' }: Style): number {
    const key = `${weight}\0${text}`;
    let unit = this.#widths.get(key);
    if (unit === undefined) {
      unit = 0;
      for (const piece of this.pieces(text, weight)) {
        unit += this.#doc.font(piece.face).fontSize(1000).widthOfString(piece.text) / 1000;
      }
      this.#widths.set(key, unit);
    }
    return unit * size;
  }

  /** Cuts a text where the font has to change. What no font has becomes its plain letter, else a question mark. */
  pieces(text: string, weight: Weight): Piece[] {
    const pieces: { text: string; face: string }[] = [];
    for (const sign of plainBlanks(text)) {
      const [shown, face] = this.#place(sign, weight);
      const last = pieces.at(-1);
      if (last?.face === face) last.text += shown;
      else pieces.push({ text: shown, face });
    }
    return pieces;
  }

  #place(sign: string, weight: Weight): [string, string] {
    for (const subset of subsets) {
      const face = `${weight}-${subset}`;
      if (this.#font(weight, subset).font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)) return [sign, face];
    }
    const plain = sign.normalize('NFD').charAt(0);
    return [plain !== sign && /[a-z]/i.test(plain) ? plain : '?', `${weight}-latin`];
  }

  #font(weight: Weight, subset: Subset): EmbeddedFont {
    const face = `${weight}-${subset}`;
    const known = this.#faces.get(face);
    if (known) return known;
    this.#doc.registerFont(face, fontBytes(weight, subset)).font(face);
    const font = (this.#doc as unknown as { readonly _font: EmbeddedFont })._font;
    this.#faces.set(face, font);
    return font;
  }
}

/** Ohm's sign, which the fonts lack, becomes the word; blanks of all widths become the one (or the unbreakable one) that fonts have; signs that are not seen go. */
function plainBlanks(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u03a9\u2126]/g, 'Ohm')
    .replace(/[\u202f\u2007]/g, '\u00a0')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\t\u2000-\u2006\u2008-\u200a]/g, ' ')
    .replace(/[\p{Cc}]/gu, '');
}
