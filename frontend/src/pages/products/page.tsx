import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ProductsQuery, type Product } from '../../api/products';
import { useQuery } from '../../api/query';
import { useHeadingFocus, useTitle } from '../../app/page';
import { place } from '../../app/router';
import { signInPath } from '../../app/routes';
import { session } from '../../app/session';
import { FailureNotice } from '../../components/notice';
import { Phones } from '../../components/phones';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { ProductCard } from './card';

/** What is on sale, for anybody; for those who are signed in beside what their own last year would have cost. */
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
          <Products products={query.data.products} />
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

type LastYearModule = typeof import('./last-year');
let loaded: LastYearModule | null = null;

function Products({ products }: { products: readonly Product[] }): JSX.Element {
  const { status } = session.value;
  const [, arrived] = useState(loaded);
  useEffect(() => {
    if (status !== 'in' || loaded) return;
    // Without it the list still says what is on sale.
    import('./last-year').then(
      (module) => arrived((loaded = module)),
      () => {},
    );
  }, [status]);
  if (status === 'in' && loaded) return <loaded.ProductsForPoint products={products} />;
  return (
    <>
      {status === 'out' && (
        <p>
          <a href={signInPath(place.value.href)}>{messages('contracts').lastYear.signIn}</a>
        </p>
      )}
      <ul class="cards products" role="list">
        {products.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </ul>
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
