/** Texts of Blockly's blocks, fields and plugins that the language leaves out. */
const leftOut =
  /^(COLOUR_|MATH_(TRIG|ATAN2|CONSTANT|IS)_|TEXT_(PROMPT|PRINT|COUNT)_|LISTS_REPEAT_|LOGIC_(NULL|TERNARY)|CONTROLS_REPEAT_(TITLE|TOOLTIP)|FIELD_(BITMAP|MULTILINEINPUT)_|WORKSPACE_SEARCH_|MINIMAP_|ARIA_TYPE_FIELD_(ANGLE|BITMAP|COLOUR|DATE|GRID))|_BACKPACK$|_HUE$/;

/**
 * Blockly's texts without those that nobody sees here, 2.5 kB less in gzip. Help addresses become empty: they lead to
 * pages of others, which a school's network need not let through; their entry in the menu is then grey.
 */
export function trimmed(messages: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages)
      .filter(([key]) => !leftOut.test(key))
      .map(([key, text]) => [key, key.endsWith('_HELPURL') ? '' : text]),
  );
}
