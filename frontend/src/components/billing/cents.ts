/** Whole cents, of `55.68`: sums of them are exact. */
export function centsOf(amount: string): number {
  return Math.round(Number(amount) * 100);
}
