/**
 * How strongly JavaScript's operators bind, as Blockly's JavaScript generator counts it: the numbers of its `Order`
 * that our blocks need. The generator itself is a chunk of 9 kB that a page needs for the first run only, so the
 * blocks do not import it.
 */
export const Order = {
  ATOMIC: 0,
  FUNCTION_CALL: 2,
  UNARY_NEGATION: 4.3,
  LOGICAL_NOT: 4.4,
  MULTIPLICATION: 5.1,
  DIVISION: 5.2,
  SUBTRACTION: 6.1,
  ADDITION: 6.2,
  RELATIONAL: 8,
  EQUALITY: 9,
  LOGICAL_AND: 13,
  LOGICAL_OR: 14,
  CONDITIONAL: 15,
  ASSIGNMENT: 16,
  YIELD: 17,
  COMMA: 18,
  NONE: 99,
} as const;
