import { blockTypes } from '../blocks/block-types.ts';
import type { BlockShape } from './block-shape.ts';
import { shapeOf } from './block-shapes.ts';
import { NotationError } from './notation-error.ts';
import type { WrittenField, WrittenHead } from './notation-line.ts';

/** There is no block of this type. */
export function typeProblem({ type, line }: WrittenHead): NotationError {
  const alike = blockTypes.find(
    (known) => known.endsWith(`_${type}`) || known.toLowerCase() === type.toLowerCase(),
  );
  return new NotationError(
    line,
    `Den Block „${type}“ gibt es nicht. ${alike ? `Meinen Sie „${alike}“?` : 'Nehmen Sie einen aus docs/language.md.'}`,
    `There is no block “${type}”. ${alike ? `Do you mean “${alike}”?` : 'Choose one from docs/language.md.'}`,
  );
}

/** Why a block cannot stand where it is written; `undefined` when it can. */
export function placeProblem(
  head: WrittenHead,
  where: 'top' | 'stack' | 'gap',
  above: WrittenHead | undefined,
): NotationError | undefined {
  const shape = shapeOf(head.type);
  if (!shape) return typeProblem(head);
  const { line, type } = head;
  if (where === 'gap') {
    if (shape.place === 'value') return undefined;
    return new NotationError(
      line,
      `„${type}“ gibt keinen Wert und passt in keine Lücke. Schreiben Sie den Block in eine eigene Zeile.`,
      `“${type}” gives no value and fits into no gap. Write the block on a line of its own.`,
    );
  }
  if (where === 'top') return undefined;
  if (shape.place === 'value' && !takesOut(head)) {
    return new NotationError(
      line,
      `„${type}“ ist ein Wert. Schreiben Sie ihn in eine Lücke: LÜCKE: (${type} …).`,
      `“${type}” is a value. Write it into a gap: GAP: (${type} …).`,
    );
  }
  if (shape.place === 'hat') {
    return new NotationError(
      line,
      `Mit „${type}“ beginnt ein neuer Stapel. Setzen Sie eine leere Zeile davor, und rücken Sie nicht ein.`,
      `A new stack begins with “${type}”. Put a blank line in front of it, and do not indent it.`,
    );
  }
  if (above && shapeOf(above.type)?.last && !takesOut(above)) {
    return new NotationError(
      line,
      `Unter „${above.type}“ kann nichts hängen. Setzen Sie eine leere Zeile dazwischen, oder rücken Sie die Zeile ein.`,
      `Nothing can hang below “${above.type}”. Put a blank line in between, or indent the line.`,
    );
  }
  return undefined;
}

/** A list can take something out without giving it on: then the block is a statement. */
function takesOut({ type, fields }: WrittenHead): boolean {
  return type === 'lists_getIndex' && fields.some(({ name, text }) => name === 'MODE' && text === 'REMOVE');
}

/** A field that the block has not, or a value that the field cannot have. */
export function fieldProblem({ type, line }: WrittenHead, { name, text }: WrittenField): NotationError {
  const shape = shapeOf(type);
  const kind = shape?.fields?.[name];
  if (kind === undefined) {
    const gap = shape?.gaps?.includes(name);
    return new NotationError(
      line,
      `„${type}“ hat kein Feld „${name}“. ${gap ? `Es ist eine Lücke: ${name}: ${text}.` : hasOf(shape, 'de')}`,
      `“${type}” has no field “${name}”. ${gap ? `It is a gap: ${name}: ${text}.` : hasOf(shape, 'en')}`,
    );
  }
  if (kind === 'number') {
    return new NotationError(
      line,
      `„${name}“ braucht eine Zahl, mit Punkt geschrieben: ${name}=0.5.`,
      `“${name}” needs a number, written with a point: ${name}=0.5.`,
    );
  }
  if (typeof kind === 'string') {
    return new NotationError(line, `„${name}“ ist leer. Ergänzen Sie es.`, `“${name}” is empty. Fill it in.`);
  }
  const choices = kind.length > 12 ? `${kind.slice(0, 12).join(', ')}, …` : kind.join(', ');
  return new NotationError(
    line,
    `„${name}“ kann nicht „${text}“ sein. Es gibt: ${choices}.`,
    `“${name}” cannot be “${text}”. There are: ${choices}.`,
  );
}

/** A gap that the block has not. */
export function gapProblem({ type, line }: WrittenHead, name: string): NotationError {
  const shape = shapeOf(type);
  const field = shape?.fields?.[name] !== undefined || shape?.settings?.includes(name);
  return new NotationError(
    line,
    `„${type}“ hat keine Lücke „${name}“. ${field ? `Es ist ein Feld: ${name}=….` : hasOf(shape, 'de')}`,
    `“${type}” has no gap “${name}”. ${field ? `It is a field: ${name}=….` : hasOf(shape, 'en')}`,
  );
}

/** A mouth that the block has not, or that is filled already, or that is empty. */
export function mouthProblem(
  { type }: WrittenHead,
  { name, line }: { readonly name: string | null; readonly line: number },
): NotationError {
  if (name === null) {
    return new NotationError(
      line,
      `In „${type}“ kann nichts stecken. Rücken Sie die Zeilen darunter nicht ein.`,
      `Nothing can be put inside “${type}”. Do not indent the lines below it.`,
    );
  }
  return new NotationError(
    line,
    `„${type}“ hat hier kein „${name}“ (mehr). ${hasOf(shapeOf(type), 'de')}`,
    `“${type}” has no (other) “${name}” here. ${hasOf(shapeOf(type), 'en')}`,
  );
}

/** What a block has room for, in a sentence. */
function hasOf(shape: BlockShape | undefined, language: 'de' | 'en'): string {
  const fields = [...Object.keys(shape?.fields ?? {}), ...(shape?.settings ?? [])].map((name) => `${name}=`);
  const gaps = [...(shape?.gaps ?? []), ...(shape?.numbered?.gap ? [`${shape.numbered.gap}0`] : [])];
  const all = [...fields, ...gaps.map((name) => `${name}:`), ...(shape?.mouths ?? [])].join(', ');
  if (all === '') return language === 'de' ? 'Er hat nichts dergleichen.' : 'It has nothing of the kind.';
  return language === 'de' ? `Er hat: ${all}.` : `It has: ${all}.`;
}
