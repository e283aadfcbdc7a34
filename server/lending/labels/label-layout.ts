/** A line of text on a label, in mm from the label's left upper corner. */
export interface LabelLine {
  readonly text: string;
  readonly x: number;
  /** Of the line's top. */
  readonly y: number;
  /** Of the letters, mm (as type is measured: from ascender to descender). */
  readonly size: number;
  readonly weight: 'regular' | 'bold';
}

export interface LabelLayout {
  /** The square of the QR code with its quiet zone. */
  readonly qr: { readonly x: number; readonly y: number; readonly side: number };
  readonly lines: readonly LabelLine[];
}

export interface LabelText {
  readonly code: string;
  readonly name: string;
  /** Whose it is and where to go with it, most important first. */
  readonly owner: readonly string[];
  /** Addresses by themselves, best first, for labels without room for `owner`. */
  readonly reach: readonly string[];
}

/** How wide a text of size 1 is. */
export type Measure = (text: string, weight: 'regular' | 'bold') => number;

const largestQr = 30;
/** White between text and the label's edge, mm. */
const edge = 1.2;
const leading = 1.18;
/** Sizes of letters, mm: 5 pt is the smallest that people read. */
const smallest = 1.77;
/** Of an address on labels with room for nothing else: 4.5 pt, mm. */
const tiniest = 1.59;
const sizes = { code: [3, 11], name: [smallest, 4.2], owner: [smallest, 2.7] } as const;

/**
 * What goes where on a label: QR code, then the code as large as it fits, then as much of name and owner as there is
 * room for. Wide labels have the text on the right, others below.
 */
export function layOut(width: number, height: number, text: LabelText, measure: Measure): LabelLayout {
  const beside = width >= height * 1.25;
  const side = Math.min(largestQr, beside ? height : Math.min(width, height * 0.7));
  const qr = { x: beside ? 0 : (width - side) / 2, y: beside ? (height - side) / 2 : 0, side };
  const box = beside
    ? { x: side, y: edge, width: width - side - edge, height: height - 2 * edge }
    : { x: edge, y: side, width: width - 2 * edge, height: height - side - edge };
  return { qr, lines: linesIn(box, text, measure) };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function linesIn(box: Box, { code, name, owner, reach }: LabelText, measure: Measure): LabelLine[] {
  const [least, most] = sizes.code;
  const codeSize = Math.min(
    most,
    (box.height * (box.height < 12 ? 0.55 : 0.42)) / leading,
    box.width / measure(code, 'bold'),
  );
  if (codeSize < Math.min(least, box.height)) return [];
  let left = box.height - codeSize * leading;
  const took = (rows: readonly Row[]) => {
    left -= rows.reduce((sum, { size }) => sum + size * leading, 0);
    return rows;
  };

  // Who finds it needs the address most; then its owners a name; then it is said whose it is.
  const ownerSize = Math.min(sizes.owner[1], Math.max(sizes.owner[0], codeSize * 0.24));
  const whole = (line: string) => wholeRows(line, { width: box.width, height: left }, ownerSize, measure);
  const found = took(
    owner
      .slice(-1)
      .map(whole)
      .find((rows) => rows.length > 0) ??
      reachIn({ width: box.width, height: left }, reach, measure, ownerSize),
  );
  const wished = Math.min(sizes.name[1], Math.max(sizes.name[0], codeSize * 0.42));
  // A long name is set smaller before it is cut. It gets at most half of what is left: the owner stands below.
  const nameSize = Math.max(sizes.name[0], Math.min(wished, (box.width * 1.6) / measure(name, 'regular')));
  const nameRows = Math.max(1, Math.min(2, Math.floor(left / 2 / (nameSize * leading))));
  const named = took(
    left < nameSize * leading
      ? []
      : wrapped(name, box.width / nameSize, nameRows, (part) => measure(part, 'regular')).map((text) => ({
          text,
          size: nameSize,
          weight: 'regular',
        })),
  );
  const owners = owner.slice(0, -1).flatMap((line) => took(whole(line)));

  let y = box.y + Math.max(0, left) / 2;
  return [{ text: code, size: codeSize, weight: 'bold' as const }, ...named, ...owners, ...found].map(
    (row) => {
      const line = { ...row, x: box.x, y };
      y += row.size * leading;
      return line;
    },
  );
}

type Row = Omit<LabelLine, 'x' | 'y'>;
interface Room {
  readonly width: number;
  readonly height: number;
}

/** A line broken into at most two; none where there is no room for all of it: a name or an address that is cut says nothing. */
function wholeRows(line: string, room: Room, size: number, measure: Measure): Row[] {
  const most = Math.min(2, Math.floor((room.height + 1e-9) / (size * leading)));
  if (most < 1) return [];
  const parts = wrapped(line, room.width / size, most, (part) => measure(part, 'regular'));
  return parts.some((part) => part.endsWith('…'))
    ? []
    : parts.map((text) => ({ text, size, weight: 'regular' }));
}

/** The best address that stands on one line, as large as it fits; none where it would be too tiny to be read. */
function reachIn(room: Room, reach: readonly string[], measure: Measure, most: number): Row[] {
  return reach
    .map((text) => ({
      text,
      size: Math.min(most, room.height / leading, room.width / measure(text, 'regular')),
      weight: 'regular' as const,
    }))
    .filter(({ size }) => size >= tiniest)
    .slice(0, 1);
}

/** Breaks a text at blanks into at most so many lines; what does not fit ends with an ellipsis. */
function wrapped(text: string, width: number, most: number, measure: (text: string) => number): string[] {
  const rows: string[] = [];
  let row = '';
  const words = text.split(' ').filter((word) => word !== '');
  for (const [index, word] of words.entries()) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (measure(longer) <= width) {
      row = longer;
      continue;
    }
    if (rows.length === most - 1 || row === '') {
      rows.push(
        shortened(
          row === '' ? words.slice(index).join(' ') : `${row} ${words.slice(index).join(' ')}`,
          width,
          measure,
        ),
      );
      return rows;
    }
    rows.push(row);
    row = word;
    if (measure(word) > width) {
      rows.push(shortened(words.slice(index).join(' '), width, measure));
      return rows.slice(0, most);
    }
  }
  return row === '' ? rows : [...rows, row];
}

function shortened(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let end = text.length;
  while (end > 1 && measure(`${text.slice(0, end).trimEnd()}…`) > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
