import PDFDocument from 'pdfkit';
import type { Impact } from '../../api/contract/lending/reports.ts';
import { TypeCase } from '../papers/pdf/type-case.ts';
import { colours, type Style } from '../papers/pdf/typefaces.ts';

/** What stands on the report beside its figures. */
export interface ImpactPaper {
  readonly impact: Impact;
  readonly association: string;
  /** `Schuljahr 2026/27`. */
  readonly title: string;
  /** Whose part of it: a sponsor, a place; empty: all. */
  readonly scope: string;
  readonly lessonTitle: (lessonId: string) => string;
  /** ms since 1970; the day stands at the foot. */
  readonly at: number;
}

const page = { left: 56, right: 539, top: 56, bottom: 780, width: 483 } as const;
const pale = '#e4efe8';
const amber = '#c98a1b';
const line = '#d5ddd8';

/** A year's impact to be printed: A4, German, on as few pages as it takes. */
export async function impactPdf(paper: ImpactPaper): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: 'de-DE',
    displayTitle: true,
    info: {
      Title: `Wirkungsbericht ${paper.title}`,
      Author: paper.association,
      Creator: 'Steckbrett',
      Producer: 'Steckbrett',
      CreationDate: new Date(paper.at),
      ModDate: new Date(paper.at),
    },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve) => doc.on('end', resolve));
  new Report(doc, paper).write();
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

class Report {
  readonly #doc: PDFKit.PDFDocument;
  readonly #paper: ImpactPaper;
  readonly #type: TypeCase;
  #y: number = page.top;

  constructor(doc: PDFKit.PDFDocument, paper: ImpactPaper) {
    this.#doc = doc;
    this.#paper = paper;
    this.#type = new TypeCase(doc);
  }

  write(): void {
    const { impact, lessonTitle } = this.#paper;
    this.#head();
    this.#tiles();
    this.#months();
    const figures = new Intl.NumberFormat('de-DE');
    this.#table(
      'Lektionen',
      ['Lektion', 'Klassen', 'Kinder'],
      impact.lessons.map((one) => [
        lessonTitle(one.lessonId),
        figures.format(one.classes),
        figures.format(one.pupils),
      ]),
    );
    this.#table(
      'Schulen',
      ['Schule', 'Leihen', 'Kinder'],
      impact.schoolList.map((one) => [
        one.municipality === '' ? one.name : `${one.name}, ${one.municipality}`,
        figures.format(one.loans),
        figures.format(one.pupils),
      ]),
    );
    this.#table(
      'Kits',
      ['Kit', 'Tage unterwegs', 'Leihen'],
      impact.kits.map((one) => [
        `${one.code}  ${one.name}`,
        figures.format(one.days),
        figures.format(one.loans),
      ]),
    );
    this.#table(
      'Bestand und Verluste',
      ['', 'Stück', 'Wert'],
      [
        ['Verlorene Pis und andere Geräte', figures.format(impact.lostDevices), ''],
        ['Verlorene Teile', figures.format(impact.lostParts), ''],
        ['Beschädigt zurückgekommen', figures.format(impact.damaged), ''],
        ['Zeitwert der Verluste', '', euros(impact.lostCents)],
        ['Zeitwert des Bestands am Ende des Zeitraums', '', euros(impact.valueCents)],
        ['Zeitwert dessen, was heute verliehen ist', '', euros(impact.atRiskCents)],
      ],
    );
    this.#feet();
  }

  #head(): void {
    const { association, title, scope, impact } = this.#paper;
    this.#doc.rect(0, 0, 595.28, 8).fill(colours.board);
    this.#text(page.left, this.#y + 10, association || 'Steckbrett', {
      size: 10,
      weight: 'bold',
      colour: 'quiet',
    });
    this.#text(page.left, this.#y + 40, `Wirkungsbericht ${title}`, {
      size: 24,
      weight: 'bold',
      colour: 'board',
    });
    const span = `${germanDay(impact.from)} bis ${germanDay(impact.to)}`;
    this.#text(page.left, this.#y + 60, scope === '' ? span : `${scope} · ${span}`, {
      size: 10.5,
      colour: 'quiet',
    });
    this.#y += 82;
  }

  #tiles(): void {
    const { impact } = this.#paper;
    const figures = new Intl.NumberFormat('de-DE');
    const tiles = [
      [figures.format(impact.schools), 'Schulen'],
      [figures.format(impact.classes), 'Klassen'],
      [figures.format(impact.pupils), 'Kinder'],
      [figures.format(impact.goals), 'erreichte Ziele'],
      [figures.format(impact.municipalities), 'Orte'],
      [figures.format(impact.loans), 'Leihen'],
      [figures.format(impact.donations), 'Spenden'],
      [`${Math.round(impact.kitUse * 100)} %`, 'Auslastung der Kits'],
    ] as const;
    const gap = 9;
    const width = (page.width - 3 * gap) / 4;
    tiles.forEach(([figure, name], index) => {
      const x = page.left + (index % 4) * (width + gap);
      const y = this.#y + Math.floor(index / 4) * 66;
      this.#doc.roundedRect(x, y, width, 58, 6).fill(pale);
      this.#text(x + 11, y + 31, figure, { size: 21, weight: 'bold', colour: 'board' });
      this.#text(x + 11, y + 47, name, { size: 9, colour: 'quiet' });
    });
    this.#y += 148;
  }

  /** Bars: children of each month; dots above: kits that were out. */
  #months(): void {
    const { months } = this.#paper.impact;
    const most = Math.max(1, ...months.map(({ pupils }) => pupils));
    const mostKits = Math.max(1, ...months.map(({ kitsOut }) => kitsOut));
    this.#heading('Monat für Monat', 190);
    const height = 104;
    const base = this.#y + height + 6;
    const step = page.width / Math.max(1, months.length);
    const bar = Math.min(24, step * 0.6);
    this.#doc.moveTo(page.left, base).lineTo(page.right, base).lineWidth(0.7).strokeColor(line).stroke();
    months.forEach(({ month, pupils, kitsOut }, index) => {
      const middle = page.left + step * (index + 0.5);
      const tall = (pupils / most) * height * 0.78;
      if (pupils > 0) {
        this.#doc
          .roundedRect(middle - bar / 2, base - tall, bar, tall, Math.min(3, tall / 2))
          .fill(colours.board);
        this.#middle(middle, base - tall - 4, String(pupils), { size: 7.5, weight: 'bold' });
      }
      if (kitsOut > 0) {
        const y = base - (kitsOut / mostKits) * height * 0.78;
        this.#doc.circle(middle + bar / 2 + 5, y, 2.6).fill(amber);
        this.#text(middle + bar / 2 + 9, y + 2.5, String(kitsOut), { size: 6.5, colour: 'quiet' });
      }
      this.#middle(middle, base + 12, monthName(month), { size: 7.5, colour: 'quiet' });
    });
    const legend = base + 29;
    this.#doc.roundedRect(page.left, legend - 7, 8, 8, 2).fill(colours.board);
    this.#text(page.left + 13, legend, 'Kinder in Klassen', { size: 8.5, colour: 'quiet' });
    this.#doc.circle(page.left + 112, legend - 3, 3).fill(amber);
    this.#text(page.left + 120, legend, 'Kits, die unterwegs waren', { size: 8.5, colour: 'quiet' });
    this.#y = legend + 12;
  }

  #table(name: string, heads: readonly [string, string, string], rows: readonly (readonly string[])[]): void {
    if (rows.length === 0) return;
    this.#heading(name, 74);
    this.#row(heads, { size: 8, weight: 'bold', colour: 'quiet' });
    for (const row of rows) {
      if (this.#y + 18 > page.bottom) {
        this.#newPage();
        this.#row(heads, { size: 8, weight: 'bold', colour: 'quiet' });
      }
      this.#row(row, { size: 9.5 });
    }
  }

  #row([name = '', first = '', second = '']: readonly string[], style: Style): void {
    const columns = [page.right - 100, page.right] as const;
    this.#text(page.left, this.#y + 11, this.#cut(name, page.width - 200, style), style);
    this.#right(columns[0], this.#y + 11, first, style);
    this.#right(columns[1], this.#y + 11, second, style);
    this.#y += 17;
    this.#doc
      .moveTo(page.left, this.#y)
      .lineTo(page.right, this.#y)
      .lineWidth(0.5)
      .strokeColor(line)
      .stroke();
  }

  /** @param needs points that should follow on the same page. */
  #heading(name: string, needs: number): void {
    if (this.#y + needs > page.bottom) this.#newPage();
    else this.#y += 18;
    this.#text(page.left, this.#y + 10, name, { size: 12.5, weight: 'bold' });
    this.#y += 18;
  }

  #newPage(): void {
    this.#doc.addPage();
    this.#y = page.top;
  }

  #feet(): void {
    const { association, at } = this.#paper;
    const { count } = this.#doc.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.#doc.switchToPage(index);
      const style = { size: 8, colour: 'quiet' } as const;
      const made = new Date(at).toLocaleDateString('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'long' });
      const by = [association, `erstellt am ${made}`, 'nur Zahlen, keine Namen von Kindern'];
      this.#text(page.left, 812, by.filter((one) => one !== '').join(' · '), style);
      this.#right(page.right, 812, `Seite ${index + 1} von ${count}`, style);
    }
  }

  #text(x: number, y: number, text: string, style: Style): void {
    let at = x;
    for (const piece of this.#type.pieces(text, style.weight ?? 'regular')) {
      this.#doc
        .font(piece.face, style.size)
        .fillColor(colours[style.colour ?? 'ink'])
        .text(piece.text, at, y, { lineBreak: false, baseline: 'alphabetic' });
      at += this.#doc.widthOfString(piece.text);
    }
  }

  #right(x: number, y: number, text: string, style: Style): void {
    this.#text(x - this.#type.width(text, style), y, text, style);
  }

  #middle(x: number, y: number, text: string, style: Style): void {
    this.#text(x - this.#type.width(text, style) / 2, y, text, style);
  }

  #cut(text: string, width: number, style: Style): string {
    let shown = text;
    while (shown.length > 1 && this.#type.width(shown, style) > width) shown = `${shown.slice(0, -2)}…`;
    return shown;
  }
}

function euros(cents: number): string {
  return (cents / 100).toLocaleString('de-DE', { style: 'currency', currency: 'EUR' });
}

function germanDay(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('de-DE', { timeZone: 'UTC', dateStyle: 'long' });
}

function monthName(month: string): string {
  return new Date(`${month}-15T12:00:00Z`).toLocaleDateString('de-DE', { timeZone: 'UTC', month: 'short' });
}
