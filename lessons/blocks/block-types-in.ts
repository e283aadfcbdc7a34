/**
 * The block types that saved work mentions.
 *
 * @param saved a workspace as Blockly saves it, or any part of one; what is none has none.
 */
export function blockTypesIn(saved: unknown): Set<string> {
  const found = new Set<string>();
  const open: unknown[] = [saved];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null) continue;
    if ('type' in one && typeof one.type === 'string') found.add(one.type);
    open.push(...Object.values(one));
  }
  return found;
}
