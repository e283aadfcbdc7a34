import { describe, expect, it } from 'vitest';
import type { Loan, LoanItemState } from '../../../../server/api/contract/lending/loans.ts';
import { type KeptStep, KeptSteps } from '../../../../web/association/loans/kept-steps.ts';
import { loanAsSaid } from '../../../../web/association/loans/loan-as-said.ts';
import { returnNext } from '../../../../web/association/loans/return-next.ts';
import { mostUrgentFirst } from '../../../../web/association/loans/urgency.ts';

/** A loan with these things: each with its state. */
function loan(states: Record<string, LoanItemState>): Loan {
  const itemList = Object.entries(states).map(([code, state]) => ({
    id: `i-${code}`,
    asset: { code },
    state,
  }));
  return { itemList } as unknown as Loan;
}

function statesOf({ itemList }: Loan): Record<string, LoanItemState> {
  return Object.fromEntries(itemList.map(({ asset, state }) => [asset.code, state]));
}

function back(...codes: string[]): KeptStep {
  const items = codes.map((code) => ({ itemId: `i-${code}`, remark: '', photoIds: [] }));
  return { what: 'back', requestId: 'r', code: codes[0] ?? '', items };
}

describe('a loan while the server has not answered', () => {
  it('shows each scan at once, the last word on a thing counts', () => {
    const steps: KeptStep[] = [
      { what: 'pack', code: 'P1', packed: true },
      { what: 'pack', code: 'P2', packed: true },
      { what: 'pack', code: 'P1', packed: false },
    ];
    const said = loanAsSaid(loan({ P1: 'reserved', P2: 'reserved', P3: 'packed' }), steps);
    expect(statesOf(said)).toEqual({ P1: 'reserved', P2: 'packed', P3: 'packed' });
  });

  it('shows what came back, and what is out after all', () => {
    const steps: KeptStep[] = [back('P1', 'P2'), { what: 'out', code: 'P2', itemId: 'i-P2' }];
    const said = loanAsSaid(loan({ P1: 'out', P2: 'out', P3: 'missing' }), steps);
    expect(statesOf(said)).toEqual({ P1: 'back', P2: 'out', P3: 'missing' });
  });

  it('believes the server where somebody else was quicker', () => {
    const steps: KeptStep[] = [{ what: 'pack', code: 'P1', packed: true }, back('P2')];
    const said = loanAsSaid(loan({ P1: 'out', P2: 'damaged' }), steps);
    expect(statesOf(said)).toEqual({ P1: 'out', P2: 'damaged' });
  });
});

describe('scans that the server may not have', () => {
  const place = () => {
    const map = new Map<string, string>();
    return {
      map,
      getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, value: string) => void map.set(key, value),
      removeItem: (key: string) => void map.delete(key),
    };
  };

  it('are there again after a reload, of each loan its own, and gone once they are done', () => {
    const storage = place();
    const steps: KeptStep[] = [{ what: 'pack', code: 'P1', packed: true }, back('P2')];
    new KeptSteps(storage, 'l1').keep(steps);
    expect(new KeptSteps(storage, 'l1').read()).toEqual(steps);
    expect(new KeptSteps(storage, 'l2').read()).toEqual([]);
    new KeptSteps(storage, 'l1').keep([]);
    expect(storage.map.size).toBe(0);
  });

  it('are none where nothing can be read or kept', () => {
    const storage = place();
    storage.setItem('steckbrett.steps.l1', '[{"what":"burn"}]');
    expect(new KeptSteps(storage, 'l1').read()).toEqual([]);
    storage.setItem('steckbrett.steps.l1', '[');
    expect(new KeptSteps(storage, 'l1').read()).toEqual([]);
    const forbidden = new KeptSteps(null, 'l1');
    forbidden.keep([back('P1')]);
    expect(forbidden.read()).toEqual([]);
  });
});

describe('what is next', () => {
  it('at a return: the things, the parts, the signatures, the shelf', () => {
    const counted = [{ back: 1 }] as unknown as Loan['parts'];
    const open = [{ back: null }] as unknown as Loan['parts'];
    const signed = [{ kind: 'return' }] as unknown as Loan['papers'];
    expect(returnNext({ state: 'out', parts: open, papers: [] })).toBe('things');
    expect(returnNext({ state: 'returned', parts: open, papers: [] })).toBe('parts');
    expect(returnNext({ state: 'returned', parts: counted, papers: [] })).toBe('signing');
    expect(returnNext({ state: 'returned', parts: counted, papers: signed })).toBe('shelf');
    expect(returnNext({ state: 'closed', parts: counted, papers: signed })).toBeNull();
  });

  it('among loans: the next hand-over or return first, what was given for good last', () => {
    const dated = (
      name: string,
      state: Loan['state'],
      startsAt: number,
      endsAt: number,
      kind: Loan['kind'] = 'loan',
    ) => ({
      ...{ name, kind, state, startsAt, endsAt },
    });
    const loans = [
      dated('next month', 'requested', 40, 50),
      dated('given', 'out', 1, 9_000, 'donation'),
      dated('overdue', 'out', 1, 8),
      dated('today', 'reserved', 10, 30),
      dated('this week', 'out', 2, 15),
    ];
    expect(mostUrgentFirst(loans).map(({ name }) => name)).toEqual([
      'overdue',
      'today',
      'this week',
      'next month',
      'given',
    ]);
  });
});
