import { getHolidays, type Region } from 'feiertagejs';
import { expect, it } from 'vitest';
import { landSchema } from '../../../../server/api/contract/lending/schools.ts';
import { holidayNames } from '../../../../server/lending/calendar/holiday-names.ts';

it('every public holiday of every Land has an English name of its own', () => {
  const regions: Region[] = ['BUND', ...landSchema.options];
  const holidays = regions.flatMap((region) =>
    // 2017 had Reformation Day everywhere, 2020 and 2025 Berlin its Liberation Day, 2028 brings another.
    [2017, 2020, 2025, 2026, 2027, 2028].flatMap((year) => getHolidays(year, region)),
  );
  const names = new Map(holidays.map((one) => [one.name, holidayNames(one)]));
  expect(names.size).toBeGreaterThan(15);
  for (const { name, nameEn } of names.values()) expect(nameEn).not.toBe(name);
  expect(new Set([...names.values()].map(({ nameEn }) => nameEn)).size).toBe(names.size);
});
