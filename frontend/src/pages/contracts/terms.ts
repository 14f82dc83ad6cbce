/** What a contract's terms come to, from the server's own days. All days are texts such as `2027-01-31`, which compare as text. */
import type { Contract, PriceOf } from '../../api/contracts';

/** By metering point, as the names say, the earliest first within one. */
export function byStart(contracts: readonly Contract[]): Contract[] {
  const place = ({ meteringPoint: { name, address } }: Contract) => name ?? address.street;
  return [...contracts].sort((one, other) => place(one).localeCompare(place(other)) || one.startDate.localeCompare(other.startDate));
}

/** The contract of the same metering point that begins when this one has ended, or null. */
export function followerOf(contract: Contract, contracts: readonly Contract[]): Contract | null {
  const { endDate, meteringPoint } = contract;
  if (endDate === null) return null;
  const later = contracts.filter((other) => other.meteringPoint.id === meteringPoint.id && other.startDate > endDate);
  return later.sort((one, other) => one.startDate.localeCompare(other.startDate))[0] ?? null;
}

/** Prices that are agreed on to come while the contract lasts, the nearest first. */
export function comingPrices({ prices, endDate }: Pick<Contract, 'prices' | 'endDate'>, today: string): PriceOf[] {
  const coming = prices.filter(({ validFrom }) => validFrom > today && (endDate === null || validFrom <= endDate));
  return coming.sort((one, other) => one.validFrom.localeCompare(other.validFrom));
}

/** Whether a day that a right runs out on is still ahead, or today. */
export function runs(until: string | null, today: string): until is string {
  return until !== null && until >= today;
}
