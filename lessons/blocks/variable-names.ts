import type { IVariableMap, IVariableModel, IVariableState, Workspace } from 'blockly/core';

type VariableMap = IVariableMap<IVariableModel<IVariableState>>;

/**
 * Names in a generated program; stands in for Blockly's `Names`, which writes "Zähler" as `Z_C3_A4hler` and breaks on
 * text that is no valid Unicode. Here letters of every script stay: JavaScript takes them.
 */
export class VariableNames {
  private readonly reserved: ReadonlySet<string>;
  private readonly identifier: (text: string) => string;
  private readonly taken = new Set<string>();
  private readonly given = new Map<string, string>();
  private map: VariableMap | null = null;

  /** @param identifier the nearest identifier to a text, in the language that is written. */
  constructor(reserved: readonly string[], identifier = javascriptIdentifier) {
    this.reserved = new Set(reserved);
    this.identifier = identifier;
  }

  /** Forgets every name. */
  reset(): void {
    this.taken.clear();
    this.given.clear();
    this.map = null;
  }

  /** Says where variables are looked up by id. */
  setVariableMap(map: VariableMap): void {
    this.map = map;
  }

  /** Names the variables first, so that helpers get out of their way. */
  populateVariables(workspace: Workspace): void {
    for (const variable of workspace.getVariableMap().getAllVariables())
      this.getName(variable.getId(), 'VARIABLE');
  }

  /** Names the pupil's procedures, for the same reason. */
  populateProcedures(workspace: Workspace): void {
    for (const block of workspace.getTopBlocks(true))
      if (block.type.startsWith('procedures_def'))
        this.getName(String(block.getFieldValue('NAME')), 'PROCEDURE');
  }

  /** The name of a variable, by its id, or of something else, by what it should be called; the same each time. */
  getName(idOrName: string, kind: string): string {
    // To Blockly, procedures whose names differ only in their capitals are one.
    const key = `${kind} ${kind === 'PROCEDURE' ? idOrName.toLowerCase() : idOrName}`;
    const known = this.given.get(key);
    if (known) return known;
    const wanted = (kind === 'VARIABLE' && this.map?.getVariableById(idOrName)?.getName()) || idOrName;
    const name = this.getDistinctName(wanted);
    this.given.set(key, name);
    return name;
  }

  /** A name that nobody has yet: `round`, `round2`. */
  getDistinctName(wanted: string): string {
    const base = this.identifier(wanted);
    let name = base;
    for (let count = 2; this.taken.has(name) || this.reserved.has(name); count++) name = `${base}${count}`;
    this.taken.add(name);
    return name;
  }
}

/** The nearest JavaScript identifier. Letters beyond the basic plane are newer than some engines' tables. */
function javascriptIdentifier(text: string): string {
  const plain = text
    .normalize('NFC')
    .trim()
    .replace(/[^\p{L}\p{Nd}_]|[\u{10000}-\u{10ffff}]/gu, '_');
  return /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`;
}
