import { beforeAll, describe, expect, test, vi } from 'vitest';
import { barsOf } from '../src/components/billing/bar-code';
import { groupsOf, pricePerUnit, pricesWithVat } from '../src/pages/invoice/groups';
import { formatFor } from '../src/i18n/format';

const S = '\u00a0';
const fi = formatFor('fi');
const euros = (amount: string) => ({ amount });

describe('the period', () => {
  let periodText: (from: string, to: string) => string;
  let rangeText: typeof periodText;
  let rowScope: (typeof import('../src/components/billing/words'))['rowScope'];
  beforeAll(async () => {
    vi.stubGlobal('navigator', { languages: ['fi'] });
    ({ periodText, rangeText, rowScope } = await import('../src/components/billing/words'));
  });

  test('is a month by its name only where it is a whole one', () => {
    expect(periodText('2026-02-01', '2026-02-28')).toBe(fi.month({ year: 2026, month: 2 }));
    expect(periodText('2024-02-01', '2024-02-28')).toBe('1.2.–28.2.2024');
    expect(periodText('2026-01-01', '2026-02-28')).toBe('1.1.–28.2.2026');
  });

  test('and the place of a row are said where they are not those of the whole invoice', () => {
    const point = { name: 'Leipomo', address: { street: 'Rantakatu 5', postalCode: '99800', city: 'Ivalo' } };
    const [whole, part] = [{ periodFrom: '2026-10-01', periodTo: '2026-10-31' }, { periodFrom: '2026-10-15', periodTo: '2026-10-31' }];
    expect(rowScope({ ...whole, meteringPoint: point }, { ...whole, meteringPoint: point })).toBeNull();
    expect(rowScope({ ...part, meteringPoint: { ...point, name: null } }, { ...whole, meteringPoint: null })).toBe('Rantakatu 5, 15.10.–31.10.2026');
  });

  test('says both years where they differ', () => {
    expect(rangeText('2025-12-15', '2026-01-14')).toBe('15.12.2025–14.1.2026');
  });
});

describe('rows', () => {
  const row = (category: 'SUPPLY' | 'TAX', description: string) => ({ category, description }) as Parameters<typeof groupsOf>[0]['rows'][number];

  test('stand under what they are for, with the sums that the server gave', () => {
    const rows = [row('SUPPLY', 'Energia'), row('TAX', 'Sähkövero'), row('SUPPLY', 'Perusmaksu')];
    const categories = [
      { category: 'SUPPLY' as const, net: euros('10.00'), gross: euros('12.55') },
      { category: 'TAX' as const, net: euros('1.00'), gross: euros('1.26') },
      { category: 'OTHER' as const, net: euros('0.00'), gross: euros('0.00') },
    ];
    expect(groupsOf({ rows, categories }).map((group) => [group.category, group.gross, group.rows.map((one) => one.description)])).toEqual([
      ['SUPPLY', '12.55', ['Energia', 'Perusmaksu']],
      ['TAX', '1.26', ['Sähkövero']],
    ]);
  });

  test('have prices of energy in cents and others in euros', () => {
    expect(pricePerUnit({ unit: 'kWh', unitPrice: '0.052131', unitPriceGross: '0.065423' }, true, fi)).toBe(`6,5423${S}c/kWh`);
    expect(pricePerUnit({ unit: 'kk', unitPrice: '3.944223', unitPriceGross: null }, false, fi)).toBe(`3,94${S}€/kk`);
    expect(pricePerUnit({ unit: null, unitPrice: null, unitPriceGross: null }, true, fi)).toBeNull();
  });

  test('show prices without the tax unless billing said each of them with it', () => {
    const both = { unit: 'kWh', unitPrice: '1', unitPriceGross: '1.255' };
    const none = { unit: null, unitPrice: null, unitPriceGross: null };
    expect(pricesWithVat([both, none])).toBe(true);
    expect(pricesWithVat([both, { ...both, unitPriceGross: null }])).toBe(false);
  });
});

test('the bar code has its bars where the widths put them, and blanks at both ends', () => {
  const { path, width } = barsOf([2, 1, 1, 3, 2]);
  expect(width).toBe(10 + 9 + 10);
  expect(path.match(/M\d+ 4h\d+/g)).toEqual(['M10 4h2', 'M13 4h1', 'M17 4h2']);
});
