import type { Signature, Signatures } from '../../../api/contract/lending/signatures.ts';
import type { PaperContent } from '../paper-content.ts';
import { germanDate } from '../paper-values.ts';
import { page, type Sheet } from './sheet.ts';

/** The field on the screen is 1000 wide and 300 high. */
const field = { width: 205, height: 61.5 } as const;
const block = 138;
/** What both fields take with the space above them, points. */
export const signaturesHeight = block + 4;

/** A field for each end: place and day, the signature as it was drawn, the name in type; empty lines to sign by hand. */
export function putSignatures(sheet: Sheet, content: PaperContent, signatures: Signatures): void {
  sheet.reserve(block);
  const top = sheet.y + 14;
  const middle = (page.left + page.right) / 2;
  const { association, school } = content;
  const donation = content.loanKind === 'donation';
  put(sheet, page.left, top, {
    title: `Für den Verein${donation ? ' (Schenker)' : ' (Verleiher)'}`,
    party: association.name,
    signature: signatures.association,
    placeAndDay: `${association.city === '' ? '' : `${association.city}, `}${germanDate(content.at)}`,
  });
  put(sheet, middle + 12, top, {
    title: `Für die Schule${donation ? ' (Beschenkte)' : ' (Entleiher)'}`,
    party: school.name,
    signature: signatures.school,
    placeAndDay: `${association.city === '' ? '' : `${association.city}, `}${germanDate(content.at)}`,
  });
  sheet.y = top + block - 14;
}

function put(
  sheet: Sheet,
  x: number,
  top: number,
  of: { title: string; party: string; signature: Signature | null; placeAndDay: string },
): void {
  const { title, party, signature, placeAndDay } = of;
  const small = { size: 8, colour: 'quiet' } as const;
  const write = (y: number, text: string, style: Parameters<Sheet['text']>[3]) => {
    if (text !== '')
      sheet.element('P', () => sheet.content(() => sheet.text(x, y, shortened(sheet, text, style), style)));
  };
  write(top + 9, title, { size: 9.6, weight: 'bold' });
  write(top + 20, party, small);
  if (signature) write(top + 38, placeAndDay, { size: 9.6 });
  line(sheet, x, top + 42);
  write(top + 51, 'Ort, Datum', small);
  if (signature) {
    sheet.element(
      'Figure',
      () => sheet.content(() => draw(sheet, signature, x, top + 45)),
      `Unterschrift von ${signature.name}`,
    );
  }
  line(sheet, x, top + 104);
  if (signature) {
    write(top + 114, signature.name, { size: 9.6 });
    write(top + 123, 'Name, Unterschrift auf dem Bildschirm', small);
  } else write(top + 113, 'Name, Unterschrift', small);
}

function line(sheet: Sheet, x: number, y: number): void {
  sheet.decoration(() => {
    sheet.stroke(
      [
        [x, y],
        [x + field.width, y],
      ],
      0.6,
      'quiet',
    );
  });
}

function draw(sheet: Sheet, { strokes }: Signature, x: number, top: number): void {
  const scale = field.width / 1000;
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
  for (const stroke of strokes) {
    sheet.stroke(
      stroke.map(([px, py]): [number, number] => [
        x + within(px, 1000) * scale,
        top + within(py, 300) * scale,
      ]),
      1.1,
      'ink',
    );
  }
}

/** What is too wide for its field loses its end. */
function shortened(sheet: Sheet, text: string, style: Parameters<Sheet['text']>[3]): string {
  if (sheet.type.width(text, style) <= field.width) return text;
  let short = text;
  while (short !== '' && sheet.type.width(`${short}…`, style) > field.width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}
