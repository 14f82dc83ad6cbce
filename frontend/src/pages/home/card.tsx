import type { JSX } from 'preact';
import type { PointFigures } from '../../api/home';
import type { MeteringPoint } from '../../api/session';
import { consumptionPath } from '../../app/routes';
import { marketToday, search, type Period } from '../../app/period';
import { Spark } from '../../charts/spark';
import { Icon } from '../../components/icon';
import { pointAddress, pointName } from '../../components/place-name';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime, type Day } from '../../i18n/format';
import { PointAnswers } from './answers';
import { gapDays, isEstimate, knownUntil, sparkDays } from './figures';

/** One metering point: this month big, yesterday and last month beside it, and what is missing. */
export function PointCard({ point, figures }: { point: MeteringPoint; figures: PointFigures }): JSX.Element {
  const t = messages('home');
  const f = format.value;
  const { yesterday, thisMonth, lastMonth } = figures;
  const name = pointName(point);
  const href = consumptionPath(point.id);
  const month = wallTime(thisMonth.columns.starts[0] ?? '');
  const before = wallTime(lastMonth.columns.starts[0] ?? '');
  const until = knownUntil(yesterday.completeUntil);
  return (
    <article class="card point">
      <h3 class="point-name">
        {name}
        <span class="point-address">{pointAddress(point)}</span>
      </h3>
      {until === null ? (
        <p class="muted">{t.neverDelivered}</p>
      ) : (
        <>
          <div class="point-main">
            <p class={thisMonth.energyKwh === null ? 'big big-words' : 'big'}>{figureText(thisMonth).text}</p>
            <Spark days={sparkDays(thisMonth)} />
            <p class="muted">
              {t.inMonth(f.monthName(month.month))}, {untilText(until)}
            </p>
          </div>
          <dl class="point-more">
            <Value label={t.yesterday} figures={yesterday} pending={t.notYet} />
            <Value label={t.month(f.monthName(before.month))} figures={lastMonth} pending={t.notYet} />
          </dl>
          <Gaps href={href} days={gapDays(thisMonth, yesterday.completeUntil)} />
          <Gaps href={href} days={gapDays(lastMonth, yesterday.completeUntil)} />
        </>
      )}
      <PointAnswers figures={figures} id={point.id} />
      <p class="point-open">
        <a class="button" href={href} aria-label={t.openOf(name)}>
          {t.open}
        </a>
      </p>
    </article>
  );
}

export function untilText(until: NonNullable<ReturnType<typeof knownUntil>>): string {
  const t = messages('home');
  const f = format.value;
  const date = until.day.year === marketToday(new Date()).year ? f.dayAndMonth(until.day) : f.date(until.day);
  return until.time ? t.untilTime(date, f.time(until.time)) : t.until(date);
}

/** A figure in words where there is none, and with its weakness where it has one. */
export function figureText(figures: Pick<PointFigures['yesterday'], 'energyKwh' | 'quality'>): { text: string; note: string | null } {
  const t = messages('home');
  const { energyKwh, quality } = figures;
  if (energyKwh === null) return { text: quality === 'PENDING' ? t.notYet : t.unknown, note: null };
  const note = quality === 'PARTIALLY_MISSING' ? t.partly : isEstimate(quality) ? t.estimate : null;
  return { text: format.value.energy(energyKwh), note };
}

function Value(props: { label: string; figures: Pick<PointFigures['yesterday'], 'energyKwh' | 'quality'>; pending: string }): JSX.Element {
  const { text, note } = figureText(props.figures);
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>
        {text}
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}

function Gaps({ href, days }: { href: string; days: readonly Day[] }): JSX.Element | null {
  const first = days[0];
  if (!first) return null;
  const month: Period = { level: 'month', year: first.year, month: first.month, day: 1, quarters: false };
  return (
    <p class="point-gaps">
      <Icon name="warning" />
      <a href={href + search(month)}>{messages('home').gaps(days.length, format.value.monthName(first.month))}</a>
    </p>
  );
}
