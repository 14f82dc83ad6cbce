/** Plain arithmetic and order of what is agreed on: prices and times of notice. */
import type { PriceOf } from '../api/contracts';

/** What a customer pays, in the price's own unit: where it is agreed on without VAT, the tax is added. */
export function withVat({ amount, vatIncluded, vatRate }: Pick<PriceOf, 'amount' | 'vatIncluded' | 'vatRate'>): number {
  // Past the fifth decimal there is only what binary fractions add.
  return vatIncluded ? Number(amount) : Math.round(Number(amount) * (100 + Number(vatRate)) * 1000) / 100_000;
}

const ORDER: readonly PriceOf['kind'][] = [
  'ENERGY',
  'DAY_ENERGY',
  'NIGHT_ENERGY',
  'WINTER_WEEKDAY_ENERGY',
  'OTHER_ENERGY',
  'MARGIN',
  'MONTHLY_FEE',
];

/** As a price list is read: energy before fees, the dearer time first. */
export function inOrder<Price extends Pick<PriceOf, 'kind'>>(prices: readonly Price[]): Price[] {
  return [...prices].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

/** A time of notice as people say it: whole weeks up to four. */
export function noticeIn(days: number): { unit: 'days' | 'weeks'; count: number } {
  return days > 0 && days % 7 === 0 && days <= 28 ? { unit: 'weeks', count: days / 7 } : { unit: 'days', count: days };
}
