import type { PriceOf } from '../api/contracts';
import { messages } from '../i18n';
import { format } from '../i18n/format-in-use';
import { noticeIn, withVat } from './agreed';

export function noticeText(days: number | null): string {
  const t = messages('contracts');
  if (days === null) return t.noNotice;
  const { unit, count } = noticeIn(days);
  return t[unit](count);
}

/** `8,49 c/kWh` or `4,95 €/kk`, with VAT; `month` is what a month is called after a slash. */
export function priceText(price: Pick<PriceOf, 'amount' | 'vatIncluded' | 'vatRate' | 'unit'>, month: string): string {
  const f = format.value;
  return price.unit === 'EUR_PER_MONTH' ? `${f.money(withVat(price))}/${month}` : f.exactPrice(withVat(price));
}
