import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { ComparisonQuery } from '../../api/comparison';
import { useQuery } from '../../api/query';
import { useHeadingFocus, useTitle } from '../../app/page';
import { isoDay, marketToday, monthOf, search, shift, yearOf, type Period } from '../../app/period';
import { place } from '../../app/router';
import { annualReportPath, comparisonPath, consumptionPath, type PageProps } from '../../app/routes';
import { sessionEnded } from '../../app/session';
import { LastYear } from '../../components/comparison/last-year';
import { MissingPlace, PlaceName } from '../../components/comparison/place';
import { SimilarHomesCard } from '../../components/comparison/similar';
import { PageIcon } from '../../components/page-icon';
import { FailureNotice } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime, type Day } from '../../i18n/format';
import { comparedDays, comparedPeriod, isOver, lastWholeMonth } from './period';

/** A month or a year against the year before and against similar homes (Electricity Market Act 105 d §). */
export function Page({ params }: PageProps): JSX.Element {
  const t = messages('comparison');
  const id = params['meteringPointId'] ?? '';
  const today = marketToday(new Date());
  const { query: parameters } = place.value;
  const period = useMemo(() => comparedPeriod(parameters, today), [parameters, isoDay(today)]);
  const days = comparedDays(period, today);
  const query = useQuery(
    ComparisonQuery,
    useMemo(() => ({ id, ...days }), [id, days.from, days.to]),
  );
  const heading = useHeadingFocus();
  const name = nameOf(period);
  useTitle(name, t.title);
  if (query.data && !query.data.viewer) queueMicrotask(sessionEnded);
  const node = query.data?.node;
  const comparison = node && 'comparison' in node ? node.comparison : null;
  if (query.data?.viewer && !comparison) return <MissingPlace />;
  return (
    <>
      <div class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {t.title}
          <PlaceName id={id} />
        </h1>
        <LevelSwitch id={id} period={period} today={today} />
      </div>
      <PeriodSteps id={id} period={period} today={today} />
      {query.failure && <FailureNotice failure={query.failure} retry={query.retry} at={query.at} />}
      {comparison ? (
        <div class="cards versus-cards">
          <LastYear comparison={comparison.lastYear} name={name} />
          <SimilarHomesCard homes={comparison.similarHomes} />
        </div>
      ) : (
        query.loading && <ComparisonSkeleton />
      )}
      {comparison && (
        <ul class="elsewhere" role="list">
          <li>
            <a href={consumptionPath(id) + search(period)}>{t.toConsumption(name)}</a>
          </li>
          <li>
            <a href={annualReportPath(id, today.year - 1)}>{t.toReport(String(today.year - 1))}</a>
          </li>
        </ul>
      )}
    </>
  );

  function nameOf(one: Period): string {
    if (one.level === 'month') return format.value.month(one);
    const { to } = comparedDays(one, today);
    // Of the present year the months that are over.
    const last = wallTime(to);
    return last.month === 1 ? String(one.year) : t.yearSoFar(String(one.year), format.value.monthName(last.month - 1));
  }
}

function LevelSwitch({ id, period, today }: { id: string; period: Period; today: Day }): JSX.Element {
  const t = messages('comparison');
  const latest = lastWholeMonth(today);
  const targets = {
    month: period.level === 'month' ? period : period.year === latest.year ? latest : monthOf({ year: period.year, month: 12 }),
    year: yearOf(period.year),
  };
  return (
    <nav class="switch" aria-label={t.level}>
      {(['month', 'year'] as const).map((level) => (
        <a
          key={level}
          data-replace
          href={comparisonPath(id) + search(targets[level])}
          aria-current={period.level === level ? 'true' : undefined}
        >
          {t.levels[level]}
        </a>
      ))}
    </nav>
  );
}

function PeriodSteps({ id, period, today }: { id: string; period: Period; today: Day }): JSX.Element {
  const t = messages('comparison');
  const nameOf = (one: Period) => (one.level === 'year' ? String(one.year) : format.value.month(one));
  const [earlier, later] = [shift(period, -1), shift(period, 1)];
  return (
    <nav class="period" aria-label={t.periodNavigation}>
      <a class="control period-step" data-replace href={comparisonPath(id) + search(earlier)} aria-label={t.previous(nameOf(earlier))}>
        <PageIcon name="left" />
      </a>
      <p class="period-name">
        <strong>{nameOf(period)}</strong>
      </p>
      {isOver(later, today) ? (
        <a class="control period-step" data-replace href={comparisonPath(id) + search(later)} aria-label={t.next(nameOf(later))}>
          <PageIcon name="right" />
        </a>
      ) : (
        <span class="control period-step period-end" />
      )}
    </nav>
  );
}

function ComparisonSkeleton(): JSX.Element {
  return (
    <Skeleton>
      <div class="cards versus-cards">
        <div class="card bone-point" />
        <div class="card bone-point" />
      </div>
    </Skeleton>
  );
}
