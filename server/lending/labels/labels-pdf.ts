import { setImmediate } from 'node:timers/promises';
import { type LabelSheet, labelPlace, labelsPerSheet } from '../../api/contract/lending/labels.ts';
import { A4Pdf, mm } from './a4-pdf.ts';
import { type LabelText, layOut } from './label-layout.ts';
import { labelQr, quietZone } from './label-qr.ts';

/** So many labels are drawn at a stretch. */
const breath = 10;

export interface LabelOrder {
  readonly sheet: Pick<LabelSheet, 'geometry' | 'offsetX' | 'offsetY'>;
  readonly labels: readonly LabelText[];
  /** The first label that is still on the first sheet, from 1, line by line. */
  readonly start: number;
  /** What the QR codes begin with. */
  readonly origin: string;
  /** ms since 1970. */
  readonly at: number;
}

/** A4 sheets of labels, one after the other. */
export async function labelsPdf({ sheet, labels, start, origin, at }: LabelOrder): Promise<Uint8Array> {
  const { geometry, offsetX, offsetY } = sheet;
  const pdf = new A4Pdf('Etiketten', at);
  const perSheet = labelsPerSheet(geometry);
  for (const [index, label] of labels.entries()) {
    const at = (start - 1 + index) % perSheet;
    if (index === 0 || at === 0) pdf.newSheet(offsetX, offsetY);
    // A thousand labels take seconds: others are served meanwhile.
    if (index % breath === breath - 1) await setImmediate();
    const { x, y } = labelPlace(geometry, at);
    pdf.doc.save().translate(x * mm, y * mm);
    drawLabel(pdf, geometry, label, origin);
    pdf.doc.restore();
  }
  return pdf.bytes();
}

function drawLabel(
  pdf: A4Pdf,
  { width, height }: LabelSheet['geometry'],
  label: LabelText,
  origin: string,
): void {
  const { qr, lines } = layOut(width, height, label, (text, weight) => pdf.measure(text, weight));
  drawQr(pdf, labelQr(origin, label.code), qr);
  for (const line of lines) pdf.text(line.text, line);
}

/** One path of all dark modules, so that no hair lines show between them. */
function drawQr(
  { doc }: A4Pdf,
  modules: readonly (readonly boolean[])[],
  { x, y, side }: { x: number; y: number; side: number },
): void {
  const unit = (side * mm) / (modules.length + 2 * quietZone);
  const [left, top] = [x * mm + quietZone * unit, y * mm + quietZone * unit];
  for (const [row, dark] of modules.entries()) {
    let start = -1;
    for (let column = 0; column <= dark.length; column += 1) {
      if (dark[column] && start < 0) start = column;
      if (!dark[column] && start >= 0) {
        doc.rect(left + start * unit, top + row * unit, (column - start) * unit, unit);
        start = -1;
      }
    }
  }
  doc.fill('#000000');
}
