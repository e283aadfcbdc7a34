import { describe, expect, it } from 'vitest';
import { type Kept, KeptDraft } from '../../../../web/association/loans/kept-draft.ts';

function storage() {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}

const kept: Kept = {
  requestId: 'r1',
  sentVersion: 4,
  withoutUnpacked: false,
  remarks: 'ein Kratzer',
  association: { name: 'Vera', strokes: [[[1, 2]]], onPaper: false },
  school: { name: 'Theo', strokes: [], onPaper: true },
};

describe('what was signed and the server may not have', () => {
  it('is there again after a reload, with the same id to send it by', () => {
    const place = storage();
    new KeptDraft(place, 'hand-over', 'l1').keep(kept);
    expect(new KeptDraft(place, 'hand-over', 'l1').read()).toEqual(kept);
    expect(new KeptDraft(place, 'return', 'l1').read()).toBeNull();
    expect(new KeptDraft(place, 'hand-over', 'l2').read()).toBeNull();
  });

  it('is gone once the server has it', () => {
    const place = storage();
    const draft = new KeptDraft(place, 'hand-over', 'l1');
    draft.keep(kept);
    draft.forget();
    expect(draft.read()).toBeNull();
    expect(place.map.size).toBe(0);
  });

  it('is nothing where it can’t be read, or the browser forbids to keep', () => {
    const place = storage();
    place.setItem('steckbrett.hand-over.l1', '{"requestId": 3');
    expect(new KeptDraft(place, 'hand-over', 'l1').read()).toBeNull();
    place.setItem('steckbrett.hand-over.l1', '{"requestId": 3}');
    expect(new KeptDraft(place, 'hand-over', 'l1').read()).toBeNull();
    const forbidden = new KeptDraft(null, 'hand-over', 'l1');
    forbidden.keep(kept);
    expect(forbidden.read()).toBeNull();
  });
});
