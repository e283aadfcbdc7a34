import type { Block } from 'blockly/core';

/** What a value may be, as a sum: a number that may be whole or not is `Kind.int | Kind.float`. */
export const Kind = { int: 1, float: 2, text: 4, truth: 8, list: 16, any: 31 } as const;

const number = Kind.int | Kind.float;

/** What all the program's lists hold is known together. */
const items = 'items';

/** What blocks give whose kind does not depend on others. */
const fixed: Readonly<Record<string, number>> = {
  logic_compare: Kind.truth,
  logic_operation: Kind.truth,
  logic_negate: Kind.truth,
  logic_boolean: Kind.truth,
  math_round: Kind.int,
  math_random_int: Kind.int,
  math_random_float: Kind.float,
  steckbrett_map: number,
  text: Kind.text,
  text_join: Kind.text,
  text_length: Kind.int,
  text_isEmpty: Kind.truth,
  text_indexOf: Kind.int,
  text_charAt: Kind.text,
  text_getSubstring: Kind.text,
  text_changeCase: Kind.text,
  text_trim: Kind.text,
  text_replace: Kind.text,
  text_reverse: Kind.text,
  steckbrett_text_contains: Kind.truth,
  steckbrett_text_to_number: number,
  lists_create_empty: Kind.list,
  lists_create_with: Kind.list,
  lists_length: Kind.int,
  lists_isEmpty: Kind.truth,
  lists_indexOf: Kind.int,
  lists_getSublist: Kind.list,
  lists_sort: Kind.list,
  lists_reverse: Kind.list,
  steckbrett_button_pressed: Kind.truth,
  steckbrett_switch_closed: Kind.truth,
  steckbrett_motion_seen: Kind.truth,
  steckbrett_pin_high: Kind.truth,
  steckbrett_distance: Kind.int,
  steckbrett_potentiometer: Kind.int,
  steckbrett_brightness: Kind.int,
  steckbrett_climate: number,
  steckbrett_sense_value: number,
  steckbrett_servo_angle: Kind.int,
  steckbrett_note: number,
  steckbrett_colour: Kind.text,
  steckbrett_colour_mix: Kind.text,
  steckbrett_colour_random: Kind.text,
  steckbrett_peer_from: Kind.text,
};

/**
 * Which kinds of value a program's blocks, variables and procedures may have. With them a program says `str` and
 * `range` plainly where that is right, and takes the longer way only where it must.
 */
export class Kinds {
  private readonly known = new Map<string, number>();
  private readonly unbegun: ReadonlySet<string>;

  /**
   * @param blocks all that count.
   * @param unbegun ids of the variables that do not begin at 0 but with a loop or a call.
   */
  constructor(blocks: readonly Block[], unbegun: readonly string[]) {
    this.unbegun = new Set([items, ...unbegun.map((id) => `variable ${id}`)]);
    const learn = (): boolean => blocks.map((block) => this.learn(block)).includes(true);
    while (learn());
  }

  /** Of what lies in an input; an empty one counts as a whole number. */
  in(block: Block, input: string): number {
    const inner = block.getInputTargetBlock(input);
    return inner ? this.of(inner) : Kind.int;
  }

  /** Of a variable, by its id: 0 until it is set. */
  ofVariable(id: string): number {
    return this.known.get(`variable ${id}`) ?? Kind.int;
  }

  /** Of a block that gives a value. */
  of(block: Block): number {
    const found = fixed[block.type];
    if (found !== undefined) return found;
    switch (block.type) {
      case 'math_number':
        return Number.isSafeInteger(Number(block.getFieldValue('NUM'))) ? Kind.int : Kind.float;
      case 'variables_get':
        return this.ofVariable(String(block.getFieldValue('VAR')));
      case 'procedures_callreturn':
        return this.known.get(procedureKey(block)) ?? Kind.int;
      case 'math_arithmetic':
        return this.ofArithmetic(block);
      case 'math_modulo':
        return calculated(this.in(block, 'DIVIDEND') | this.in(block, 'DIVISOR'));
      case 'math_single':
        return ['ABS', 'NEG'].includes(block.getFieldValue('OP'))
          ? calculated(this.in(block, 'NUM'))
          : number;
      case 'math_constrain':
        return this.in(block, 'VALUE') | this.in(block, 'LOW') | this.in(block, 'HIGH');
      case 'steckbrett_minmax':
        return this.in(block, 'A') | this.in(block, 'B');
      case 'lists_split':
        return block.getFieldValue('MODE') === 'JOIN' ? Kind.text : Kind.list;
      case 'lists_getIndex':
        return this.ofItems();
      case 'math_on_list':
        return block.getFieldValue('OP') === 'MODE' ? Kind.list : number;
      default:
        return Kind.any;
    }
  }

  /** Of what is in lists: in this one if it stands there written out, otherwise in any of the program's. */
  ofItems(list: Block | null = null): number {
    if (list?.type !== 'lists_create_with') return this.known.get(items) ?? Kind.int;
    return list.getChildren(false).reduce((kinds, item) => kinds | this.of(item), 0);
  }

  private ofArithmetic(block: Block): number {
    const both = this.in(block, 'A') | this.in(block, 'B');
    const operator = block.getFieldValue('OP');
    if (operator === 'ADD' && both & Kind.text) return calculated(both) | Kind.text;
    return operator === 'DIVIDE' || operator === 'POWER' ? number : calculated(both);
  }

  /** Takes up what a block does to variables and procedures. @returns whether anything was new. */
  private learn(block: Block): boolean {
    const variable = String(block.getFieldValue('VAR') ?? '');
    switch (block.type) {
      case 'variables_set':
        return this.add(`variable ${variable}`, this.in(block, 'VALUE'));
      case 'math_change':
        return this.add(`variable ${variable}`, calculated(this.in(block, 'DELTA')));
      case 'text_append':
        return this.add(`variable ${variable}`, Kind.text);
      case 'controls_for':
        return this.add(
          `variable ${variable}`,
          calculated(this.in(block, 'FROM') | this.in(block, 'TO') | this.in(block, 'BY')),
        );
      case 'controls_forEach':
        return this.add(`variable ${variable}`, this.ofItems(block.getInputTargetBlock('LIST')));
      case 'lists_create_with':
        return this.add(items, this.ofItems(block));
      case 'lists_setIndex':
        return this.add(items, this.in(block, 'TO'));
      case 'lists_split':
        return this.add(items, Kind.text);
      case 'math_on_list':
        return block.getFieldValue('OP') === 'MODE' && this.add(items, number);
      case 'procedures_defreturn':
        return this.add(procedureKey(block), this.in(block, 'RETURN'));
      case 'procedures_ifreturn': {
        const outer = block.getRootBlock();
        return this.add(procedureKey(outer), this.in(block, 'VALUE'));
      }
      case 'procedures_callnoreturn':
      case 'procedures_callreturn':
        return block
          .getVarModels()
          .map((parameter, index) => this.add(`variable ${parameter.getId()}`, this.in(block, `ARG${index}`)))
          .includes(true);
      default:
        return false;
    }
  }

  private add(key: string, kind: number): boolean {
    const before = this.known.get(key) ?? (this.unbegun.has(key) ? 0 : Kind.int);
    this.known.set(key, before | kind);
    return (before | kind) !== before;
  }
}

function procedureKey(block: Block): string {
  return `procedure ${String(block.getFieldValue('NAME') ?? '').toLowerCase()}`;
}

/** What comes of calculating with these: whole numbers of whole ones. */
function calculated(kinds: number): number {
  return kinds === Kind.int ? Kind.int : number;
}

const neverNegative = new Set([
  'math_random_float',
  'text_length',
  'text_indexOf',
  'lists_length',
  'lists_indexOf',
  'steckbrett_distance',
  'steckbrett_potentiometer',
  'steckbrett_brightness',
  'steckbrett_note',
  'steckbrett_servo_angle',
]);
const growing = ['ADD', 'MULTIPLY', 'DIVIDE'];

/** Whether a block's number can be seen to be 0 or more. */
export function isNeverNegative(block: Block | null): boolean {
  if (!block || neverNegative.has(block.type)) return true;
  const both = (a: string, b: string) =>
    isNeverNegative(block.getInputTargetBlock(a)) && isNeverNegative(block.getInputTargetBlock(b));
  if (block.type === 'math_number') return Number(block.getFieldValue('NUM')) >= 0;
  if (block.type === 'math_random_int') return both('FROM', 'TO');
  return block.type === 'math_arithmetic' && growing.includes(block.getFieldValue('OP')) && both('A', 'B');
}

/** Whether it is this and nothing else. */
export function isOnly(kinds: number, kind: number): boolean {
  return (kinds & ~kind) === 0;
}
