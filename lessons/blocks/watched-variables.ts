import type { IVariableModel, IVariableState, Workspace } from 'blockly/core';
import { reservedWords } from './reserved-words.ts';
import { VariableNames } from './variable-names.ts';

/** As many as a program may show. */
const most = 100;

type Variable = IVariableModel<IVariableState>;

/**
 * The variables that a workspace's blocks read or write, in the order of the blocks. The parameters of a procedure are
 * not among them: inside it they hide the variable of the same name, and each call has its own.
 */
export function watchedVariables(workspace: Workspace): readonly Variable[] {
  const found = new Map<string, Variable>();
  for (const block of workspace.getAllBlocks(true)) {
    if (block.type.startsWith('procedures_')) continue;
    const root = block.getRootBlock();
    const parameters = root.type.startsWith('procedures_def') ? root.getVarModels() : [];
    for (const variable of block.getVarModels()) {
      const isParameter = parameters.some((one) => one.getId() === variable.getId());
      if (!isParameter) found.set(variable.getId(), variable);
    }
  }
  return [...found.values()].slice(0, most);
}

/** What the variables of a workspace's program are called in its source, with the names that the pupil gave them. */
export function variableNames(workspace: Workspace): ReadonlyMap<string, string> {
  const names = new VariableNames(reservedWords);
  names.setVariableMap(workspace.getVariableMap());
  names.populateVariables(workspace);
  return new Map(
    watchedVariables(workspace).map((variable) => [
      names.getName(variable.getId(), 'VARIABLE'),
      variable.getName(),
    ]),
  );
}
