/** The type under which the part dropdown is registered with Blockly. */
export const partFieldType = 'field_steckbrett_part';
/** The name of the field that holds a part's id, on every block that speaks to a part. */
export const partFieldName = 'PART';

/** A dropdown of the wired parts of this type, as an argument of a block's JSON definition. */
export function partArgument(part: string) {
  return { type: partFieldType, name: partFieldName, part };
}

/** What a block that speaks to a part adds to its definition: the warning when the part is not wired. */
export const partExtension = 'steckbrett_part';
