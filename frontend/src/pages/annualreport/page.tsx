import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { AnnualReportQuery, type LegalLink } from '../../api/comparison';
import { useQuery } from '../../api/query';
import { useHeadingFocus, useTitle } from '../../app/page';
import { annualReportPath, comparisonPath, consumptionPath, type PageProps } from '../../app/routes';
import { sessionEnded } from '../../app/session';
import { LastYear } from '../../components/comparison/last-year';
import { MissingPlace, PlaceName } from '../../components/comparison/place';
import { SimilarHomesCard } from '../../components/comparison/similar';
import { Empty, FailureNotice } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { Years } from './years';

/** The report that the Energy Efficiency Act 25 § asks for: the year and three before, comparison, advice. */
export function Page({ params }: PageProps): JSX.Element {
  const t = messages('comparison').report;
  const id = params['meteringPointId'] ?? '';
  const year = /^\d{4}$/.test(params['year'] ?? '') ? Number(params['year']) : 0;
  const query = useQuery(
    AnnualReportQuery,
    useMemo(() => ({ id, year }), [id, year]),
    { spoken: true },
  );
  const heading = useHeadingFocus(String(year));
  useTitle(t.title(String(year)));
  if (query.data && !query.data.viewer) queueMicrotask(sessionEnded);
  const node = query.data?.node;
  const point = node && 'annualReportYears' in node ? node : null;
  if (query.data?.viewer && !point) return <MissingPlace />;
  const report = point?.annualReport;
  return (
    <>
      <div class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {t.title(String(year))}
          <PlaceName id={id} />
        </h1>
        {report && (
          <a class="button button-quiet" href={report.document.url} target="_blank" rel="noopener" type={report.document.mediaType}>
            {t.pdf}
          </a>
        )}
      </div>
      {query.failure && <FailureNotice failure={query.failure} retry={query.retry} at={query.at} />}
      {point && <YearLinks id={id} year={year} years={point.annualReportYears} />}
      {point && !report && (
        <div class="card">
          <Empty what={t.none(String(year))} why={t.noneWhy} />
        </div>
      )}
      {report && (
        <div class="report">
          <Years report={report} />
          <div class="cards">
            <LastYear comparison={report.comparison.lastYear} name={String(year)} />
            <SimilarHomesCard homes={report.comparison.similarHomes} />
          </div>
          <Advice links={query.data?.retailer.legalLinks ?? []} />
        </div>
      )}
      {!point && query.loading && <ReportSkeleton />}
      {point && (
        <ul class="elsewhere" role="list">
          <li>
            <a href={`${consumptionPath(id)}?y=${year}`}>{messages('comparison').toConsumption(String(year))}</a>
          </li>
          <li>
            <a href={comparisonPath(id)}>{t.toComparison}</a>
          </li>
        </ul>
      )}
    </>
  );
}

function YearLinks({ id, year, years }: { id: string; year: number; years: readonly number[] }): JSX.Element | null {
  const t = messages('comparison').report;
  if (years.length === 0 || (years.length === 1 && years[0] === year)) return null;
  const sorted = [...years].sort((one, other) => one - other).slice(-5);
  return (
    <nav class="switch switch-below report-years" aria-label={t.years}>
      {sorted.map((one) => (
        <a key={one} data-replace href={annualReportPath(id, one)} aria-current={one === year ? 'page' : undefined}>
          {one}
        </a>
      ))}
    </nav>
  );
}

/** Where to ask how to use less, and whom to turn to. */
function Advice({ links }: { links: readonly LegalLink[] }): JSX.Element | null {
  const t = messages('comparison').report;
  if (links.length === 0) return null;
  return (
    <section class="card versus" aria-labelledby="advice">
      <h2 id="advice">{t.advice}</h2>
      <ul class="advice" role="list">
        {links.map(({ url, title, about }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noopener">
              {title}
            </a>
            <span class="hint">{about}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ReportSkeleton(): JSX.Element {
  return (
    <Skeleton>
      <div class="report">
        <div class="card bone-point" />
        <div class="cards">
          <div class="card bone-point" />
          <div class="card bone-point" />
        </div>
      </div>
    </Skeleton>
  );
}
