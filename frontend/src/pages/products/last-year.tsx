/** For those who are signed in: what their own last twelve months would have cost with each product. A chunk of its own. */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { LastYearQuery, type LastYear, type LastYearPoint, type Product } from '../../api/products';
import { useQuery } from '../../api/query';
import { customer } from '../../app/customer';
import { addDays } from '../../app/period';
import { sessionEnded } from '../../app/session';
import { FailureNotice } from '../../components/notice';
import { pointAddress, pointName } from '../../components/place-name';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime } from '../../i18n/format';
import { ProductCard } from './card';
import { bySum, yearsOf, type YearOf } from './order';

export function ProductsForPoint({ products }: { products: readonly Product[] }): JSX.Element | null {
  const points = customer.value?.meteringPoints.nodes ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const point = points.find(({ id }) => id === chosen) ?? points[0];
  return point ? <Compared key={point.id} id={point.id} products={products} choose={setChosen} /> : <Plain products={products} />;
}

function Plain({ products }: { products: readonly Product[] }): JSX.Element {
  return (
    <ul class="cards products" role="list">
      {products.map((product) => (
        <ProductCard key={product.id} product={product} />
      ))}
    </ul>
  );
}

function Compared(props: { id: string; products: readonly Product[]; choose: (id: string) => void }): JSX.Element {
  const t = messages('contracts').lastYear;
  const { id, products, choose } = props;
  const query = useQuery(
    LastYearQuery,
    useMemo(() => ({ id }), [id]),
  );
  if (query.data && !query.data.viewer) queueMicrotask(sessionEnded);
  const node = query.data?.node;
  const point = node && 'lastYearWithProducts' in node ? node : null;
  return (
    <>
      <section class="card year" aria-labelledby="last-year">
        <h2 id="last-year">{t.title}</h2>
        <PointChoice id={id} choose={choose} />
        {query.failure && <FailureNotice failure={query.failure} retry={query.retry} at={query.at} />}
        {point ? (
          <Actual year={point.lastYearWithProducts} />
        ) : (
          query.loading && (
            <Skeleton>
              <div class="bone bone-big" />
              <div class="bone bone-line" />
            </Skeleton>
          )
        )}
      </section>
      {point ? <Sorted products={products} point={point} /> : <Plain products={products} />}
    </>
  );
}

function PointChoice({ id, choose }: { id: string; choose: (id: string) => void }): JSX.Element {
  const points = customer.value?.meteringPoints.nodes ?? [];
  const text = (point: (typeof points)[number]) => `${pointName(point)}, ${pointAddress(point)}`;
  if (points.length === 1) return <p>{points.map(text)}</p>;
  return (
    <select class="control" aria-label={messages('contracts').lastYear.point} value={id} onChange={(event) => choose(event.currentTarget.value)}>
      {points.map((point) => (
        <option key={point.id} value={point.id}>
          {text(point)}
        </option>
      ))}
    </select>
  );
}

/** What the year did cost, of which days and how much use, and what such a sum does not tell. */
function Actual({ year }: { year: LastYear }): JSX.Element {
  const t = messages('contracts').lastYear;
  const f = format.value;
  const { from, to, energyKwh, knownShare, actual } = year;
  if (energyKwh === null) return <p class="muted">{t.nothingKnown}</p>;
  const period = t.period(f.date(wallTime(from)), f.date(addDays(wallTime(to), -1)));
  return (
    <>
      <div>
        <p class={actual ? 'big' : 'big big-words'}>{actual ? f.money(actual.amount) : t.actualUnknown}</p>
        <p class="muted">{t.actual(period, f.energy(energyKwh))}</p>
      </div>
      {knownShare < 1 && <p>{t.knownShare(f.percent(Math.min(knownShare, 0.99)))}</p>}
      <p class="hint">{t.honest}</p>
    </>
  );
}

function Sorted({ products, point }: { products: readonly Product[]; point: LastYearPoint }): JSX.Element {
  const t = messages('contracts').lastYear;
  const years = useMemo(() => yearsOf(point.lastYearWithProducts), [point]);
  const sorted = useMemo(() => bySum(products, years), [products, years]);
  const most = Math.max(...[...years.values()].map(({ total }) => total ?? 0), Number(point.lastYearWithProducts.actual?.amount ?? 0), 1e-9);
  return (
    <ul class="cards products" role="list" aria-label={t.sorted}>
      {sorted.map((product) => {
        const year = years.get(product.id);
        return (
          <ProductCard key={product.id} product={product}>
            {product.id === point.activeContract?.product.id && <p class="badge product-own">{t.own}</p>}
            {year && <YearSum year={year} most={most} />}
          </ProductCard>
        );
      })}
    </ul>
  );
}

function YearSum({ year: { total, difference }, most }: { year: YearOf; most: number }): JSX.Element {
  const t = messages('contracts').lastYear;
  const f = format.value;
  if (total === null) return <p class="product-year muted">{t.unknown}</p>;
  return (
    <div class="product-year">
      <p class="big">{f.money(total)}</p>
      <span class="versus-bar" style={{ width: `${(Math.max(0, total) / most) * 100}%` }} />
      <p class="muted">
        {t.would}
        {difference !== null && ` ${difference === 0 ? t.same : difference < 0 ? t.less(f.money(-difference)) : t.more(f.money(difference))}`}
      </p>
    </div>
  );
}
