import { NotationError } from './notation-error.ts';
import type { WrittenHead } from './notation-line.ts';

/** What a block's extra state follows from. */
export interface Mutable {
  readonly head: WrittenHead;
  /** The names of its mouths; the first may be empty. */
  readonly mouths: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  /** The type of the block in whose mouth it is; the definition's, inside one. */
  readonly holder: string | null;
  /** The parameters of each block of the pupil's own, by its name in small letters. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  /** The id of a variable. */
  readonly variable: (name: string) => string;
}

/** What Blockly saves beside fields and inputs: how many gaps and mouths a block has grown. */
export function mutationOf(one: Mutable): unknown {
  const { head, settings } = one;
  const field = (name: string) => head.fields.find((known) => known.name === name)?.text;
  switch (head.type) {
    case 'text_join':
    case 'lists_create_with':
      return { itemCount: head.gaps.length === 0 ? 0 : 1 + Math.max(...numbers(head, 'ADD')) };
    case 'controls_if':
      return branches(one);
    case 'lists_getIndex':
      return field('MODE') === 'REMOVE' ? { isStatement: true } : undefined;
    case 'lists_split':
      return field('MODE') === undefined ? undefined : { mode: field('MODE') };
    case 'text_charAt':
      return `<mutation at="${hasPlace(field('WHERE'))}"></mutation>`;
    case 'text_getSubstring':
      return `<mutation at1="${hasPlace(field('WHERE1'))}" at2="${hasPlace(field('WHERE2'))}"></mutation>`;
    case 'math_on_list':
      return `<mutation op="${field('OP') ?? 'SUM'}"></mutation>`;
    case 'procedures_ifreturn':
      return `<mutation value="${one.holder === 'procedures_defnoreturn' ? 0 : 1}"></mutation>`;
    case 'procedures_defnoreturn':
    case 'procedures_defreturn': {
      const names = (settings.PARAMS ?? '').split(',').flatMap((name) => name.trim() || []);
      return names.length === 0
        ? undefined
        : { params: names.map((name) => ({ name, id: one.variable(name) })) };
    }
    case 'procedures_callnoreturn':
    case 'procedures_callreturn':
      return call(one);
    default:
      return undefined;
  }
}

/** Where a block asks for "#", not for the first, the last or any. */
function hasPlace(where: string | undefined): boolean {
  return where === undefined || where === 'FROM_START' || where === 'FROM_END';
}

function branches({ head, mouths }: Mutable): unknown {
  const doors = mouths.flatMap((name) => (/^DO\d+$/.test(name) ? Number(name.slice(2)) : []));
  const elseIfCount = Math.max(0, ...numbers(head, 'IF'), ...doors);
  const hasElse = mouths.includes('ELSE');
  if (elseIfCount === 0 && !hasElse) return undefined;
  return { ...(elseIfCount > 0 ? { elseIfCount } : {}), ...(hasElse ? { hasElse } : {}) };
}

/** What a call's parameters are called stands in its definition; without one here, they are called by number. */
function call({ head, settings, parameters }: Mutable): unknown {
  const name = settings.NAME;
  if (name === undefined) {
    throw new NotationError(
      head.line,
      `Dem Aufruf fehlt der Name. Schreiben Sie ${head.type} NAME=….`,
      `The call lacks its name. Write ${head.type} NAME=….`,
    );
  }
  const known = parameters.get(name.toLowerCase());
  const given = numbers(head, 'ARG');
  const params = known ?? Array.from({ length: 1 + Math.max(-1, ...given) }, (_, at) => `x${at + 1}`);
  if (given.some((at) => at >= params.length)) {
    throw new NotationError(
      head.line,
      `„${name}“ hat nur ${params.length} Eingaben (ARG0 ist die erste). Streichen Sie die anderen, oder ergänzen Sie PARAMS.`,
      `“${name}” has only ${params.length} inputs (ARG0 is the first). Take out the others, or add to PARAMS.`,
    );
  }
  return params.length === 0 ? { name } : { name, params };
}

/** The numbers of the gaps `ADD0`, `ADD1`, … that are written. */
function numbers(head: WrittenHead, stem: string): number[] {
  return head.gaps.flatMap(({ name }) => (name.startsWith(stem) ? Number(name.slice(stem.length)) : []));
}
