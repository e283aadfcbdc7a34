import { describe, expect, it } from 'vitest';
import {
  groupItems,
  isBack,
  itemByScan,
  lackingParts,
  progress,
} from '../../../../web/association/loans/loan-items.ts';
import { proposeRefill, stockLeft } from '../../../../web/association/loans/refill.ts';
import { counted, item } from './loan.ts';

describe('the things of a loan', () => {
  const itemList = [
    item('K10'),
    item('P12', { insideOf: 'item-B1' }),
    item('B1', { insideOf: 'item-K2' }),
    item('K2'),
    item('P3', { insideOf: 'item-K2' }),
    item('P9', { state: 'released', insideOf: 'item-K2' }),
  ];

  it('stand by the kit that they are in, however deep, by number', () => {
    const groups = groupItems({ itemList, parts: [counted('B1', 'led')] });
    const codes = groups.map(({ head, inside }) => [head, ...inside].map(({ asset }) => asset.code));
    expect(codes).toEqual([['K2', 'B1', 'P3', 'P12'], ['K10']]);
    expect(groups[0]?.parts).toHaveLength(1);
  });

  it('count the parts of what was exchanged with what took its place', () => {
    const exchanged = [
      item('K2'),
      item('B1', { state: 'released', outAt: 1, insideOf: 'item-K2', exchangedFor: 'asset-B2' }),
      item('B2', { state: 'released', outAt: 2, exchangedFor: 'asset-B3' }),
      item('B3', { state: 'out', outAt: 3 }),
    ];
    const groups = groupItems({ itemList: exchanged, parts: [counted('B1', 'led'), counted('B3', 'led')] });
    expect(groups.map(({ head, parts }) => [head.asset.code, parts.map((one) => one.assetId)])).toEqual([
      ['B3', ['asset-B1', 'asset-B3']],
      ['K2', []],
    ]);
  });

  it('are grouped as well where things name each other', () => {
    const odd = [item('B1', { insideOf: 'item-B2' }), item('B2', { insideOf: 'item-B1' })];
    expect(groupItems({ itemList: odd, parts: [] }).length).toBeGreaterThan(0);
  });

  it('are found by a code as typed, and not by the label of somebody else', () => {
    expect(itemByScan({ itemList }, ' p 12 ')?.asset.code).toBe('P12');
    expect(itemByScan({ itemList }, 'https://elsewhere.example/t/P12')).toBeUndefined();
    expect(itemByScan({ itemList }, 'P9')).toBeUndefined();
    expect(itemByScan({ itemList }, 'hello')).toBeUndefined();
  });

  it('count as done by what is done with them; what was let go counts for nothing', () => {
    const some = [
      item('K1', { state: 'back' }),
      item('P1', { state: 'missing' }),
      item('P2', { state: 'out' }),
    ];
    expect(progress({ itemList: [...some, item('P3', { state: 'released' })] }, isBack)).toEqual({
      done: 2,
      of: 3,
    });
  });
});

describe('what lacks after a return', () => {
  const parts = [
    counted('K1', 'led', { back: 7, damaged: 1 }),
    counted('K2', 'led', { back: 8 }),
    counted('K1', 'wire', { back: 10 }),
    counted('K2', 'wire'),
  ];

  it('is what is missing and what is broken; what was not counted lacks nothing', () => {
    expect(lackingParts({ parts }).map(({ part, lacks }) => `${part.assetId} ${lacks}`)).toEqual([
      'asset-K1 4',
      'asset-K2 2',
    ]);
  });

  it('is filled up kit after kit, as long as the stock lasts', () => {
    const stock = [{ id: 'led', stock: 5 }];
    const refill = proposeRefill(parts, stock);
    expect([...refill]).toEqual([
      ['asset-K1 led', 4],
      ['asset-K2 led', 1],
    ]);
    expect(stockLeft('led', stock, parts, refill)).toBe(0);
    expect(stockLeft('led', stock, parts, new Map())).toBe(5);
  });
});
