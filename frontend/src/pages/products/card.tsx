import type { ComponentChildren, JSX } from 'preact';
import type { Product } from '../../api/products';
import { Fact } from '../../components/fact';
import { PriceList } from '../../components/prices';
import { noticeText } from '../../components/terms-text';
import { messages } from '../../i18n';

/** One product on sale: what it is in plain words, whom it suits, what it costs and binds to. */
export function ProductCard({ product, children }: { product: Product; children?: ComponentChildren }): JSX.Element {
  const t = messages('contracts');
  const { sale } = t;
  return (
    <li class="card contract product">
      <h2 class="contract-name">
        {product.name}
        <span class="contract-kind">{t.kinds[product.kind]}</span>
      </h2>
      {children}
      <div class="product-words">
        <p>{product.description}</p>
        <p class="muted">{sale.suits[product.kind]}</p>
      </div>
      <PriceList of={product} prices={product.currentPrices} />
      <dl class="terms-facts">
        <Fact label={t.facts.validity}>{product.termMonths === null ? sale.openEnded : sale.months(product.termMonths)}</Fact>
        {product.termMonths !== null && product.atEnd && <Fact label={t.facts.atEnd}>{t.atEnd[product.atEnd]}</Fact>}
        <Fact label={t.facts.notice}>{noticeText(product.noticeDays)}</Fact>
      </dl>
    </li>
  );
}
