import type { LastYear } from '../../api/products';

/** What a product would have cost, beside what the year did cost. */
export interface YearOf {
  /** Euros; null where a price is missing. */
  readonly total: number | null;
  readonly fees: number;
  /** Against what it did cost, negative for less; null where either is not known. */
  readonly difference: number | null;
}

export function yearsOf(year: LastYear): Map<string, YearOf> {
  const actual = year.actual ? Number(year.actual.amount) : null;
  return new Map(
    year.products.map(({ product, total: sum, basicFees }) => {
      const total = sum ? Number(sum.amount) : null;
      const difference = total === null || actual === null ? null : Math.round((total - actual) * 100) / 100;
      return [product.id, { total, fees: Number(basicFees.amount), difference }] as const;
    }),
  );
}

/** The least that the year would have cost first, what is not known last; otherwise as they were. */
export function bySum<Product extends { readonly id: string }>(products: readonly Product[], years: ReadonlyMap<string, YearOf>): Product[] {
  const sum = ({ id }: Product) => years.get(id)?.total ?? Infinity;
  return [...products].sort((one, other) => (sum(one) === sum(other) ? 0 : sum(one) - sum(other)));
}
