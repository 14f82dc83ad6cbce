import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConsumptionFigures } from '../../api/consumption';
import { below, dayOf, inUnitOf, isFuture, search, type Period } from '../../app/period';
import { go } from '../../app/router';
import { consumptionPath } from '../../app/routes';
import { BarChart, type Bar, type Line } from '../../charts/bars';
import { Legend, type LegendMark } from '../../charts/legend';
import { Empty } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime, type Day } from '../../i18n/format';
import { KnownUntil, newestDay } from './known';
import { Readout, periodSummary } from './readout';
import { slotsOf, type Slot } from './slots';
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
  const slots = useMemo(() => slotsOf(current, previous, period), [current, previous, level, period.euros]);
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
  const drawn = known || slots.some((slot) => slot.previous !== null);
  const line = useMemo(() => priceLine(slots, level), [slots, level, format.value]);
  const more = useMore(known);
  const summary = useMemo(() => periodSummary(period, slots, current), [period, slots, current, format.value]);
  const down = chosen && below(period, chosen.start);
  return (
    <section class="card consumption" ref={box} aria-label={name}>
      {drawn && (
        <Readout period={period} slots={slots} figures={current} previous={previous ?? null} chosen={chosen}>
          <UnitSwitch period={period} href={periodHref} />
        </Readout>
      )}
      {drawn ? (
        <>
          <BarChart
            bars={bars}
            line={line}
            label={period.euros ? t.costChartLabel(name) : t.chartLabel(name)}
            hint={level === 'day' ? t.chartHintLeaf : t.chartHint}
            summary={summary}
            selected={selected}
            onSelect={(index) => setChoice({ of: current, index })}
            onOpen={level === 'day' ? null : open}
            axisText={period.euros ? format.value.axisMoney : format.value.axisEnergy}
            busy={busy}
          />
          <Legend items={legendOf(slots, period, line !== null)} />
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
      {level === 'day' && drawn && <ResolutionSwitch period={period} href={periodHref} />}
      {drawn && <KnownUntil period={period} figures={current} previous={previous ?? null} slots={slots} />}
      {known && more && <more.More id={id} gsrn={point.gsrn} period={period} slots={slots} figures={current} previous={previous ?? null} />}
      {known && !more && <div class="consumption-more consumption-more-coming" />}
      <p class="hidden" role="status">
        {busy ? '' : summary}
      </p>
    </section>
  );
}

function barOf(slot: Slot, slots: readonly Slot[], period: Period): Bar {
  return {
    value: slot.value,
    mark: slot.mark === 'partial' && slot.unfinished ? 'solid' : slot.mark,
    previous: slot.previous,
    label: axisLabel(slot, slots, period),
    narrowLabel: period.level === 'year' ? format.value.monthLabel(slot.start.month, true) : null,
    sentence: slotSentence(slot, period),
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

/** The price of each hour or quarter; nothing where none is known, and over longer times it would hide more than it tells. */
function priceLine(slots: readonly Slot[], level: Period['level']): Line | null {
  if (level !== 'day' || slots.every(({ price }) => price === null)) return null;
  return { values: slots.map(({ price }) => price), axisText: format.value.axisPrice };
}

function legendOf(slots: readonly Slot[], period: Period, priced: boolean): { mark: LegendMark; text: string }[] {
  const { legend } = messages('consumption');
  const has = (mark: Slot['mark']) => slots.some((slot) => slot.mark === mark && !(mark === 'partial' && slot.unfinished));
  const items: { mark: LegendMark; text: string }[] = [{ mark: 'own', text: period.euros ? legend.cost : legend.own }];
  if (slots.some((slot) => slot.previous !== null)) items.push({ mark: 'previous', text: legend.previous });
  if (priced) items.push({ mark: 'price', text: legend.price });
  if (has('estimate')) items.push({ mark: 'estimate', text: legend.estimate });
  if (has('partial')) items.push({ mark: 'partial', text: legend.partial });
  if (has('missing')) items.push({ mark: 'missing', text: legend.missing });
  return items;
}

type MoreModule = typeof import('./more');
let loadedMore: MoreModule | null = null;

/** Table and file, once there is something to put in them. Without their code the chart still stands. */
function useMore(wanted: boolean): MoreModule | null {
  const [, arrived] = useState(loadedMore);
  useEffect(() => {
    if (!wanted || loadedMore) return;
    import('./more').then(
      (module) => arrived((loadedMore = module)),
      () => {},
    );
  }, [wanted]);
  return loadedMore;
}

/** Kilowatt-hours or euros, in the corner. Takes the page's place in the history: it is the same period. */
function UnitSwitch({ period, href }: { period: Period; href: (target: Period) => string }): JSX.Element {
  const t = messages('consumption');
  const { euros, ...inEnergy } = period;
  return (
    <nav class="switch" aria-label={t.unit}>
      <a data-replace href={href(inEnergy)} aria-current={euros ? undefined : 'true'}>
        kWh
      </a>
      <a data-replace href={href({ ...inEnergy, euros: true })} aria-current={euros ? 'true' : undefined}>
        €
      </a>
    </nav>
  );
}

function ResolutionSwitch({ period, href }: { period: Period; href: (target: Period) => string }): JSX.Element {
  const t = messages('consumption');
  return (
    <nav class="switch switch-below" aria-label={t.resolution}>
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
  const target: Period = period.level === 'day' ? inUnitOf(period, dayOf(newest)) : { ...period, year: newest.year, month: period.level === 'month' ? newest.month : 1 };
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
