import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConsumptionFigures } from '../../api/consumption';
import { below, dayOf, isFuture, search, type Period } from '../../app/period';
import { go } from '../../app/router';
import { consumptionPath } from '../../app/routes';
import { BarChart, type Bar } from '../../charts/bars';
import { Legend, type LegendMark } from '../../charts/legend';
import { Empty } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime, type Day } from '../../i18n/format';
import { FileDownload } from './download';
import { KnownUntil, newestDay } from './known';
import { Readout, periodSummary } from './readout';
import { slotsOf, type Slot } from './slots';
import { DataTable } from './table';
import { periodName, slotName, slotSentence } from './words';

interface Props {
  readonly id: string;
  readonly period: Period;
  readonly point: { readonly gsrn: string; readonly current: ConsumptionFigures; readonly previous?: ConsumptionFigures | null | undefined };
  readonly busy: boolean;
  readonly today: Day;
}

/** Read-out, plot, legend, the way down, table and file: all from one answer of the server. */
export function Card({ id, period, point, busy, today }: Props): JSX.Element {
  const t = messages('consumption');
  const { current, previous } = point;
  const { level } = period;
  const slots = useMemo(() => slotsOf(current, previous, level), [current, previous, level]);
  // A choice belongs to the answer it was made in: another period never shows it, not even for a frame.
  const [choice, setChoice] = useState<{ readonly of: ConsumptionFigures; readonly index: number | null } | null>(null);
  const selected = choice?.of === current ? choice.index : null;
  const box = useRef<HTMLElement>(null);
  const chosen = selected === null ? null : (slots[selected] ?? null);
  const path = consumptionPath(id);
  const periodHref = (target: Period) => path + search(target);

  // Where the button that led down is gone, the focus goes to the chart that it opened.
  const drilled = useRef(false);
  useEffect(() => {
    if (drilled.current && !busy) {
      drilled.current = false;
      box.current?.querySelector<HTMLInputElement>('.chart-slider')?.focus({ preventScroll: true });
    }
  }, [current, busy]);
  const open = (index: number) => {
    const slot = slots[index];
    const target = slot && below(period, slot.start);
    if (target) {
      drilled.current = true;
      go(periodHref(target));
    }
  };

  const name = periodName(period);
  const bars = useMemo(() => slots.map((slot): Bar => barOf(slot, slots, period)), [slots, period, format.value]);
  const known = slots.some((slot) => slot.energyKwh !== null);
  const drawn = known || slots.some((slot) => slot.previousKwh !== null);
  // The same element while the data is the same: choosing a bar must not draw a hundred rows again.
  const table = useMemo(
    () => <DataTable period={period} slots={slots} figures={current} previous={previous ?? null} />,
    [period, slots, current, previous],
  );
  const summary = useMemo(() => periodSummary(period, slots, current), [period, slots, current, format.value]);
  const down = chosen && below(period, chosen.start);
  return (
    <section class="card consumption" ref={box} aria-label={name}>
      {drawn && (
        <Readout period={period} slots={slots} figures={current} previous={previous ?? null} chosen={chosen}>
          {level === 'day' && <ResolutionSwitch period={period} href={periodHref} />}
        </Readout>
      )}
      {drawn ? (
        <>
          <BarChart
            bars={bars}
            label={t.chartLabel(name)}
            hint={level === 'day' ? t.chartHintLeaf : t.chartHint}
            summary={summary}
            selected={selected}
            onSelect={(index) => setChoice({ of: current, index })}
            onOpen={level === 'day' ? null : open}
            axisText={format.value.axisEnergy}
            busy={busy}
          />
          <Legend items={legendOf(slots)} />
        </>
      ) : (
        <NothingKnown period={period} figures={current} today={today} href={periodHref} />
      )}
      {level !== 'day' && known && (
        <p class="consumption-open">
          {down && chosen ? (
            <a
              class="button button-quiet"
              href={periodHref(down)}
              onClick={() => {
                drilled.current = true;
              }}
            >
              {t.open(slotName(chosen, level))} <span aria-hidden="true">→</span>
            </a>
          ) : (
            <span class="hint">{t.choose[level]}</span>
          )}
        </p>
      )}
      {drawn && <KnownUntil period={period} figures={current} slots={slots} />}
      {known && (
        <div class="consumption-more">
          <details>
            <summary>{t.table.show}</summary>
            {table}
          </details>
          <FileDownload id={id} gsrn={point.gsrn} period={period} figures={current} />
        </div>
      )}
      <p class="hidden" role="status">
        {busy ? '' : summary}
      </p>
    </section>
  );
}

function barOf(slot: Slot, slots: readonly Slot[], period: Period): Bar {
  return {
    value: slot.energyKwh,
    mark: slot.mark === 'partial' && slot.unfinished ? 'solid' : slot.mark,
    previous: slot.previousKwh,
    label: axisLabel(slot, slots, period),
    narrowLabel: period.level === 'year' ? format.value.monthLabel(slot.start.month, true) : null,
    sentence: slotSentence(slot, period.level),
  };
}

/** Every month, every fifth day, every third hour. */
function axisLabel(slot: Slot, slots: readonly Slot[], period: Period): string | null {
  const { start } = slot;
  if (period.level === 'year') return format.value.monthLabel(start.month, false);
  if (period.level === 'month') return start.day === 1 || (start.day % 5 === 0 && start.day < 31) ? String(start.day) : null;
  if (start.minute !== 0 || start.hour % 3 !== 0) return null;
  // Of the hour that the clock shows twice only the first is labelled.
  const first = slots.find((other) => other.start.hour === start.hour && other.start.minute === 0);
  return first === slot ? String(start.hour) : null;
}

function legendOf(slots: readonly Slot[]): { mark: LegendMark; text: string }[] {
  const { legend } = messages('consumption');
  const has = (mark: Slot['mark']) => slots.some((slot) => slot.mark === mark && !(mark === 'partial' && slot.unfinished));
  const items: { mark: LegendMark; text: string }[] = [{ mark: 'own', text: legend.own }];
  if (slots.some((slot) => slot.previousKwh !== null)) items.push({ mark: 'previous', text: legend.previous });
  if (has('estimate')) items.push({ mark: 'estimate', text: legend.estimate });
  if (has('partial')) items.push({ mark: 'partial', text: legend.partial });
  if (has('missing')) items.push({ mark: 'missing', text: legend.missing });
  return items;
}

function ResolutionSwitch({ period, href }: { period: Period; href: (target: Period) => string }): JSX.Element {
  const t = messages('consumption');
  return (
    <nav class="switch" aria-label={t.resolution}>
      {[false, true].map((quarters) => (
        <a key={String(quarters)} data-replace href={href({ ...period, quarters })} aria-current={period.quarters === quarters ? 'true' : undefined}>
          {quarters ? t.quarter : t.hour}
        </a>
      ))}
    </nav>
  );
}

function NothingKnown(props: { period: Period; figures: ConsumptionFigures; today: Day; href: (target: Period) => string }): JSX.Element {
  const { empty } = messages('consumption');
  const { period, figures, today, href } = props;
  const newest = newestDay(figures.completeUntil);
  if (!newest) {
    return (
      <Empty what={empty.never} why={empty.neverWhy}>
        <a class="button" href="/">
          {empty.home}
        </a>
      </Empty>
    );
  }
  const start = figures.columns.starts[0];
  const late = isFuture(period, newest) || isFuture(period, today) || (start !== undefined && wallTime(start).instant >= wallTime(figures.completeUntil ?? '').instant);
  const target: Period = period.level === 'day' ? dayOf(newest) : { ...period, year: newest.year, month: period.level === 'month' ? newest.month : 1 };
  return (
    <Empty what={late ? empty.future : empty.before} why={late ? messages('consumption').known.daily : empty.beforeWhy}>
      <a class="button" data-replace href={href(target)}>
        {empty.latest(periodName(target))}
      </a>
    </Empty>
  );
}

/** The card's own geometry, so that nothing moves when the data comes. */
export function CardSkeleton(): JSX.Element {
  return (
    <Skeleton>
      <div class="card consumption">
        <div class="bone bone-big" />
        <div class="bone bone-line" />
        <div class="bone bone-plot" />
        <div class="bone bone-line" />
      </div>
    </Skeleton>
  );
}
