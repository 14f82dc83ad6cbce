import type { JSX } from 'preact';
import type { PriceOf } from '../api/contracts';
import { messages } from '../i18n';
import { format } from '../i18n/format-in-use';
import { inOrder } from './agreed';
import { priceText } from './terms-text';

/** What prices are of: a product, or a contract with its product's kind. */
export interface Priced {
  readonly kind: string;
  readonly spotShare: string | null;
  readonly energyPriceFloor: string | null;
}

/** A price list: what is paid for on the left, the price with VAT on the right, what the prices hold under it. */
export function PriceList({ of, prices }: { of: Priced; prices: readonly PriceOf[] }): JSX.Element {
  const t = messages('contracts').prices;
  const f = format.value;
  const rows = inOrder(prices).map((price) => ({ price, label: label(price, of), value: <Amount price={price} of={of} /> }));
  return (
    <>
      <dl class="prices">
        {rows.map(({ price, label: text, value }) => (
          <div key={price.kind}>
            <dt>{text}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">
        {t.vat(vatRates(prices))}
        {of.energyPriceFloor !== null && ` ${Number(of.energyPriceFloor) === 0 ? t.neverNegative : t.floor(f.exactPrice(of.energyPriceFloor))}`}
      </p>
    </>
  );
}

function label(price: PriceOf, { kind, spotShare }: Priced): string {
  const t = messages('contracts').prices;
  if (kind === 'SPOT_AND_FIXED' && spotShare !== null) {
    const spot = Number(spotShare);
    if (price.kind === 'ENERGY') return t.fixedShare(format.value.percent(1 - spot));
    if (price.kind === 'MARGIN') return t.spotShare(format.value.percent(spot));
  }
  return t.kinds[price.kind];
}

function Amount({ price, of }: { price: PriceOf; of: Priced }): JSX.Element {
  const t = messages('contracts').prices;
  const amount = <strong>{priceText(price, t.month)}</strong>;
  if (price.kind === 'MARGIN') {
    return (
      <>
        {t.spot} + {amount}
      </>
    );
  }
  if (price.kind === 'ENERGY' && of.kind === 'CONSUMPTION_IMPACT') {
    return (
      <>
        {amount} ± {t.impact}
      </>
    );
  }
  return amount;
}

/** `25,5 %`, or both where a list has several. */
function vatRates(prices: readonly PriceOf[]): string {
  return [...new Set(prices.map(({ vatRate }) => Number(vatRate)))].map((rate) => format.value.vatRate(String(rate))).join(', ');
}
