import { describe, expect, it } from 'vitest';
import { generateProgram } from '../../../lessons/blocks/generator.ts';
import { variableNames } from '../../../lessons/blocks/watched-variables.ts';
import { type SavedBlock, start, workspaceOf } from './workspace.ts';

const variable = (id: string) => ({ block: { type: 'variables_get', fields: { VAR: { id } } } });
const set = (id: string): SavedBlock => ({
  type: 'variables_set',
  fields: { VAR: { id } },
  inputs: { VALUE: { block: { type: 'math_number', fields: { NUM: 1 } } } },
});
const procedure: SavedBlock = {
  type: 'procedures_defnoreturn',
  fields: { NAME: 'sag' },
  extraState: { params: [{ name: 'was', id: 'was' }] },
  inputs: { STACK: { block: { type: 'steckbrett_print', inputs: { VALUE: variable('was') } } } },
};

describe('the variables that a program shows', () => {
  it('are those of its blocks, by their names in the source, without parameters', async () => {
    const workspace = await workspaceOf([start(set('a'), set('b'), set('c')), procedure], {
      variables: [
        { id: 'a', name: 'Zähler' },
        { id: 'b', name: 'große Zahl' },
        { id: 'c', name: 'let' },
        { id: 'unused', name: 'übrig' },
      ],
    });
    expect([...variableNames(workspace)]).toEqual([
      ['Zähler', 'Zähler'],
      ['große_Zahl', 'große Zahl'],
      ['let2', 'let'],
    ]);
    expect(generateProgram(workspace)).toContain(
      "$watch(['Zähler', 'große_Zahl', 'let2'], () => [Zähler, große_Zahl, let2]);",
    );
  });

  it('are not mentioned where there are none', async () => {
    expect(generateProgram(await workspaceOf([start()]))).not.toContain('$watch');
  });
});
