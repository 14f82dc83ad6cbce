import type { JSX } from 'preact';
import { ProductsQuery } from '../../api/products';
import { useQuery } from '../../api/query';
import { useHeadingFocus, useTitle } from '../../app/page';
import { FailureNotice } from '../../components/notice';
import { Phones } from '../../components/phones';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { ProductCard } from './card';

/** What is on sale, for anybody. */
export function Page(): JSX.Element {
  const t = messages('contracts').sale;
  useTitle(t.title);
  const heading = useHeadingFocus();
  const query = useQuery(ProductsQuery, {}, { spoken: true });
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      <p class="lead">{t.lead}</p>
      {query.failure && <FailureNotice failure={query.failure} retry={query.retry} at={query.at} />}
      {query.data ? (
        <>
          <ul class="cards products" role="list">
            {query.data.products.map((product) => (
              <ProductCard key={product.id} product={product} />
            ))}
          </ul>
          <p class="hint foot">{messages('contracts').prices.noNetwork}</p>
          <section class="card order" aria-labelledby="order">
            <h2 id="order">{t.order}</h2>
            <p>{t.orderHow}</p>
            <Phones phones={query.data.retailer.phones} />
          </section>
        </>
      ) : (
        query.loading && <ProductsSkeleton />
      )}
    </>
  );
}

function ProductsSkeleton(): JSX.Element {
  return (
    <Skeleton>
      <div class="cards products">
        {[0, 1, 2, 3].map((place) => (
          <div key={place} class="card bone-contract" />
        ))}
      </div>
    </Skeleton>
  );
}
