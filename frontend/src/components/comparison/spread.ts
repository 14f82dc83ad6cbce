import type { SimilarHomes } from '../../api/comparison';

/** Places on a strip, 0–100 from nothing used to a little more than the largest of them. */
export interface Spread {
  readonly lower: number;
  readonly upper: number;
  readonly median: number;
  readonly own: number | null;
}

export function spread(
  homes: Pick<SimilarHomes, 'lowerQuartile' | 'upperQuartile' | 'median' | 'ownKwh'>,
): Spread | null {
  const { lowerQuartile, upperQuartile, median, ownKwh } = homes;
  if (lowerQuartile === null || upperQuartile === null || median === null) return null;
  const end = Math.max(upperQuartile, ownKwh ?? 0) * 1.15;
  if (end <= 0) return null;
  const at = (kwh: number) => Math.round((Math.max(0, kwh) / end) * 1000) / 10;
  return { lower: at(lowerQuartile), upper: at(upperQuartile), median: at(median), own: ownKwh === null ? null : at(ownKwh) };
}
