import { expect, it } from 'vitest';
import { partOwner } from '../../../../web/association/loans/part-owner.ts';
import { counted, item } from './loan.ts';

it('says whose parts they are where the name alone does not', () => {
  const itemList = [item('B1', { state: 'released', exchangedFor: 'asset-B2' }), item('B2')];
  const parts = [counted('B1', 'LED'), counted('B2', 'LED'), counted('B2', 'Kabel')];
  expect(parts.map((part) => partOwner(part, parts, { itemList }))).toEqual(['B1', 'B2', '']);
});
