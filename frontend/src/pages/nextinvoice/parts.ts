/** What an estimate is made of. */
import type { Estimate } from '../../api/next-invoice';
import { centsOf } from '../../components/billing/cents';

/** Euros of all estimates together; null where one that will be invoiced has none. */
export function sumOf(estimates: readonly Pick<Estimate, 'total'>[]): number | null {
  let cents = 0;
  for (const { total } of estimates) {
    if (!total) return null;
    cents += centsOf(total.amount);
  }
  return cents / 100;
}

type Sums = Pick<Estimate, 'costSoFar' | 'energyCost' | 'basicFees' | 'total'>;

/** Euros of the energy still to come, and the shares of the whole in per cents; null where they make no picture. */
export function partsOf({ costSoFar, energyCost, basicFees, total }: Sums): { toCome: number | null; shares: { soFar: number; toCome: number; fees: number } | null } {
  if (!costSoFar || !energyCost || !basicFees || !total) return { toCome: null, shares: null };
  const [soFar, energy, fees, all] = [costSoFar, energyCost, basicFees, total].map(({ amount }) => centsOf(amount)) as [number, number, number, number];
  // A negative part, or one larger than the whole, as spot prices can make it, is told in figures alone.
  const drawn = fees >= 0 && soFar >= 0 && energy >= soFar && all > 0;
  const share = (cents: number) => (cents / all) * 100;
  return { toCome: (energy - soFar) / 100, shares: drawn ? { soFar: share(soFar), toCome: share(energy - soFar), fees: share(fees) } : null };
}
