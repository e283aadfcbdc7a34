import {
  type LabelLanguage,
  type LabelSheet,
  labelPlace,
  labelsPerSheet,
  paperSize,
} from '../../api/contract/lending/labels.ts';
import { A4Pdf, mm } from './a4-pdf.ts';

/**
 * The outlines of a sheet's labels as this printer prints them now, with rulers whose zero is the edge of the first
 * label: hold it against a sheet of labels, read how far it is off, enter that as the offset.
 */
export async function testPagePdf(
  sheet: LabelSheet,
  at: number,
  language: LabelLanguage = 'de',
): Promise<Uint8Array> {
  const { geometry, offsetX, offsetY, name } = sheet;
  const words = language === 'en' ? english : german;
  const pdf = new A4Pdf(words.title(name), at, language === 'en' ? 'en-GB' : 'de-DE');
  const { doc } = pdf;
  pdf.newSheet(offsetX, offsetY);
  doc.lineWidth(0.2 * mm).strokeColor('#000000');
  for (let index = 0; index < labelsPerSheet(geometry); index += 1) {
    const { x, y } = labelPlace(geometry, index);
    doc.rect(x * mm, y * mm, geometry.width * mm, geometry.height * mm).stroke();
  }
  drawRulers(pdf);
  drawWords(pdf, sheet, words);
  return pdf.bytes();
}

/** Millimetres from the paper's edges, within the first 30 mm of the middle of each side. */
function drawRulers({ doc }: A4Pdf): void {
  doc.lineWidth(0.1 * mm);
  for (let at = 0; at <= 30; at += 1) {
    const long = at % 10 === 0 ? 5 : at % 5 === 0 ? 3.5 : 2;
    const [x, y] = [paperSize.width / 2, paperSize.height / 2];
    doc.moveTo(at * mm, y * mm).lineTo(at * mm, (y + long) * mm);
    doc.moveTo(x * mm, at * mm).lineTo((x + long) * mm, at * mm);
    doc.moveTo((paperSize.width - at) * mm, y * mm).lineTo((paperSize.width - at) * mm, (y + long) * mm);
    doc.moveTo(x * mm, (paperSize.height - at) * mm).lineTo((x + long) * mm, (paperSize.height - at) * mm);
  }
  doc.stroke('#1b56c4');
}

interface Words {
  readonly title: (sheet: string) => string;
  readonly sizes: (sheet: LabelSheet) => string;
  readonly steps: readonly string[];
}

const german: Words = {
  title: (sheet) => `Testseite: ${sheet}`,
  sizes: ({ geometry, offsetX, offsetY }) =>
    `${geometry.columns} × ${geometry.rows} Etiketten, ${inGerman(geometry.width)} × ${inGerman(geometry.height)} mm. Versatz jetzt: ${inGerman(offsetX)} mm nach rechts, ${inGerman(offsetY)} mm nach unten.`,
  steps: [
    '1. In Originalgröße drucken (100 %, nicht „an Seite anpassen“).',
    '2. Nachmessen: Die Linie unten ist genau 100 mm lang.',
    '3. Hinter einen Bogen Etiketten legen und gegen das Licht halten.',
    '4. Ablesen, um wie viele mm die Rahmen verschoben sind. Die kleinen Striche',
    '    am Rand sind Millimeter. Den Gegenwert als Versatz eintragen.',
  ],
};

const english: Words = {
  title: (sheet) => `Test page: ${sheet}`,
  sizes: ({ geometry, offsetX, offsetY }) =>
    `${geometry.columns} × ${geometry.rows} labels, ${geometry.width} × ${geometry.height} mm. Offset now: ${offsetX} mm to the right, ${offsetY} mm down.`,
  steps: [
    '1. Print in original size (100 %, not “fit to page”).',
    '2. Measure: the line below is 100 mm long.',
    '3. Put it behind a sheet of labels and hold both against the light.',
    '4. Read by how many mm the frames are off. The small marks at the edge',
    '    are millimetres. Enter the opposite as the offset.',
  ],
};

function drawWords(pdf: A4Pdf, sheet: LabelSheet, words: Words): void {
  const { doc } = pdf;
  const [left, top, width] = [35, 60, 140];
  const lines = [
    { text: words.title(sheet.name), size: 5.2, weight: 'bold' as const },
    { text: words.sizes(sheet), size: 3.1, weight: 'regular' as const },
    ...words.steps.map((text) => ({ text, size: 3.6, weight: 'regular' as const })),
  ];
  doc.rect((left - 6) * mm, (top - 6) * mm, (width + 12) * mm, 66 * mm).fillAndStroke('#ffffff', '#000000');
  let y = top;
  for (const line of lines) {
    pdf.text(line.text, { ...line, x: left, y });
    y += line.size * 1.6;
  }
  doc
    .lineWidth(0.3 * mm)
    .moveTo(left * mm, (y + 8) * mm)
    .lineTo((left + 100) * mm, (y + 8) * mm);
  for (const end of [left, left + 100])
    doc.moveTo(end * mm, (y + 5.5) * mm).lineTo(end * mm, (y + 10.5) * mm);
  doc.stroke('#000000');
  pdf.text('100 mm', { x: left + 44, y: y + 2.6, size: 3.6, weight: 'regular' });
}

function inGerman(value: number): string {
  return value.toLocaleString('de-DE', { maximumFractionDigits: 3 });
}
