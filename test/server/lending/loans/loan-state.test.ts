import { describe, expect, it } from 'vitest';
import { loanStates, loanSteps } from '../../../../server/api/contract/lending/loans.ts';
import { loanTable, nextState } from '../../../../server/lending/loans/loan-state.ts';

/** Where each step leads from each state when everything is done with it, and while something is left; – is refused. */
const table = `
            reserve           decline   cancel     pack              unpack    hand-over no-show  return         extend    exchange restock reopen
requested   reserved          declined  cancelled  –                 –         –         –        –              –         –        –       –
reserved    packed/reserved   –         cancelled  packed/reserved   reserved  out       no-show  –              reserved  –        –       –
packed      –                 –         cancelled  packed            reserved  out       no-show  –              packed    –        –       –
out         –                 –         –          –                 –         –         –        returned/out   out       out      –       returned/out
returned    –                 –         –          –                 –         –         –        returned/out   –         –        closed  returned/out
closed      –                 –         –          –                 –         –         –        –              –         –        –       closed
declined    –                 –         –          –                 –         –         –        –              –         –        –       –
cancelled   –                 –         –          –                 –         –         –        –              –         –        –       –
no-show     –                 –         –          –                 –         –         –        –              –         –        –       –
`;

const [head = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const expected = new Map(
  rows.map(([state = '', ...cells]) => [state, new Map(head.map((step, at) => [step, cells[at] ?? '']))]),
);

describe('the table of a loan’s states', () => {
  const cases = loanStates.flatMap((state) => loanSteps.map((step) => [state, step] as const));
  it.each(cases)('%s: %s', (state, step) => {
    const cell = expected.get(state)?.get(step) ?? 'nothing in the table';
    if (cell !== '–') {
      const [wholly, partly = wholly] = cell.split('/');
      expect([nextState(state, step), nextState(state, step, false)]).toEqual([wholly, partly]);
      return;
    }
    const refused = nextState(state, step);
    expect(refused).toMatchObject({ code: 'loan-step-refused' });
    if (typeof refused !== 'string') {
      expect(refused.message.de).toMatch(/^Die Leihe ist [^.]+\. .+ geht nur, solange sie [^.]+ ist\./);
      expect(refused.message.en).toMatch(/^The loan is [^.]+\. .+ works only while it is [^.]+\./);
    }
  });

  it('tells whoever handed over by mistake what to do', () => {
    for (const step of ['cancel', 'no-show', 'unpack'] as const) {
      expect(nextState('out', step)).toMatchObject({
        message: { de: expect.stringContaining('Versehen'), en: expect.stringContaining('by mistake') },
      });
    }
  });

  it('leads from a request to the shelf, and everywhere it leads is a state', () => {
    const reached = new Set(['requested']);
    for (let round = 0; round < loanStates.length; round += 1) {
      for (const state of loanStates.filter((one) => reached.has(one))) {
        for (const next of Object.values(loanTable[state])) reached.add(next.partly).add(next.wholly);
      }
    }
    expect([...reached].sort()).toEqual([...loanStates].sort());
  });
});
