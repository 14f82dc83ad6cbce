import { expect, test } from 'vitest';
import type { Contract, PriceOf } from '../src/api/contracts';
import { inOrder, noticeIn, withVat } from '../src/components/agreed';
import type { LastYear } from '../src/api/products';
import { bySum, yearsOf } from '../src/pages/products/order';
import { byStart, comingPrices, followerOf, runs } from '../src/pages/contracts/terms';

function contract(given: Partial<Contract> & { point?: string }): Contract {
  const { point = 'Koti', ...rest } = given;
  return {
    startDate: '2025-01-01',
    endDate: null,
    prices: [],
    meteringPoint: { id: point, name: point, gsrn: '', address: { street: '', postalCode: '', city: '' } },
    ...rest,
  } as unknown as Contract;
}

function price(validFrom: string, kind: PriceOf['kind'] = 'ENERGY'): PriceOf {
  return { kind, amount: '8.49', unit: 'CENT_PER_KWH', vatRate: '25.5', vatIncluded: true, validFrom };
}

test('a contract is followed by the next one of its own metering point', () => {
  const ending = contract({ endDate: '2026-12-31' });
  const next = contract({ startDate: '2027-01-01' });
  const after = contract({ startDate: '2028-01-01' });
  const elsewhere = contract({ startDate: '2027-01-01', point: 'Mökki' });
  expect(followerOf(ending, [after, elsewhere, next, ending])).toBe(next);
  expect(followerOf(next, [ending, next])).toBeNull();
});

test('contracts come by metering point, the earliest first', () => {
  const [a, b, c] = [contract({ point: 'Koti', startDate: '2027-01-01' }), contract({ point: 'Koti' }), contract({ point: 'Aitta' })] as const;
  expect(byStart([a, b, c])).toEqual([c, b, a]);
});

test('a price to come counts while the contract lasts', () => {
  const prices = [price('2025-01-01'), price('2027-03-01'), price('2026-12-01')];
  expect(comingPrices({ prices, endDate: '2026-12-31' }, '2026-11-28').map(({ validFrom }) => validFrom)).toEqual(['2026-12-01']);
  expect(comingPrices({ prices, endDate: null }, '2026-11-28').map(({ validFrom }) => validFrom)).toEqual(['2026-12-01', '2027-03-01']);
});

test('notice is told in weeks where they are whole, up to four', () => {
  expect([14, 28, 30, 1, 35].map(noticeIn).map(({ unit, count }) => `${count} ${unit}`)).toEqual(['2 weeks', '4 weeks', '30 days', '1 days', '35 days']);
});

test('a right runs through its last day', () => {
  expect([runs('2026-11-28', '2026-11-28'), runs('2026-11-27', '2026-11-28'), runs(null, '2026-11-28')]).toEqual([true, false, false]);
});

test('tax is added where a price is agreed on without it', () => {
  expect(withVat({ amount: '6.77', vatIncluded: false, vatRate: '25.5' })).toBe(8.49635);
  expect(withVat({ amount: '8.49', vatIncluded: true, vatRate: '25.5' })).toBe(8.49);
});

test('fees come after energy', () => {
  const prices = [price('2025-01-01', 'MONTHLY_FEE'), price('2025-01-01', 'NIGHT_ENERGY'), price('2025-01-01', 'DAY_ENERGY')];
  expect(inOrder(prices).map(({ kind }) => kind)).toEqual(['DAY_ENERGY', 'NIGHT_ENERGY', 'MONTHLY_FEE']);
});

test('what is on sale comes by what the year would have cost, the unknown last', () => {
  const year = {
    actual: { amount: '100.00' },
    products: [
      { product: { id: 'dear' }, total: { amount: '120.10' }, basicFees: { amount: '10.00' } },
      { product: { id: 'unknown' }, total: null, basicFees: { amount: '10.00' } },
      { product: { id: 'cheap' }, total: { amount: '80.30' }, basicFees: { amount: '10.00' } },
    ],
  } as unknown as LastYear;
  const years = yearsOf(year);
  expect(bySum([{ id: 'dear' }, { id: 'unknown' }, { id: 'cheap' }], years).map(({ id }) => id)).toEqual(['cheap', 'dear', 'unknown']);
  expect(['dear', 'unknown', 'cheap'].map((id) => years.get(id)?.difference)).toEqual([20.1, null, -19.7]);
});
