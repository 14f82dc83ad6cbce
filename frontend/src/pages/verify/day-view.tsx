import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Quarters } from '../../api/verification';
import { place as here } from '../../app/router';
import { BarChart, type Bar } from '../../charts/bars';
import { Legend, type LegendMark } from '../../charts/legend';
import { PageIcon } from '../../components/page-icon';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime } from '../../i18n/format';
import { quartersOf, totalsOf, type Quarter } from './day';
import { QuarterTable } from './table';

interface Props {
  readonly columns: Quarters;
  readonly day: string;
  /** Where the day lies in the columns. */
  readonly place: readonly [number, number];
  readonly earlier: string | null;
  readonly later: string | null;
  readonly taxed: boolean;
}

/** One day: its energy as bars, the price as a line of steps, what is chosen in words, and every quarter as a row. */
export function Day(props: Props): JSX.Element {
  const t = messages('billing').verify.day;
  const { columns, day, place, taxed } = props;
  const f = format.value;
  const name = f.fullDate(wallTime(day));
  const quarters = useMemo(() => quartersOf(columns, place), [columns, place]);
  const totals = useMemo(() => totalsOf(columns, place), [columns, place]);
  const [choice, setChoice] = useState<{ day: string; index: number | null }>({ day, index: null });
  const selected = choice.day === day ? choice.index : null;
  const chosen = selected === null ? null : (quarters[selected] ?? null);
  const bars = useMemo(() => quarters.map((quarter): Bar => barOf(quarter, quarters)), [quarters, f]);
  const priced = quarters.some(({ price }) => price !== null);
  const line = useMemo(() => (priced ? { values: quarters.map(({ price }) => price), axisText: f.axisPrice } : null), [quarters, f]);
  const table = useMemo(() => <QuarterTable name={name} quarters={quarters} totals={totals} />, [quarters, totals, f]);
  const cost = totals.cost === null ? whyNoCost(columns.costStatuses[place[0]]) : f.money(totals.cost);
  const summary = `${name}: ${dayText(totals)}. ${cost}.`;
  const marks: { mark: LegendMark; text: string }[] = [
    { mark: 'own', text: t.energy },
  ];
  if (priced) marks.push({ mark: 'price', text: taxed ? t.price : t.priceOutside });
  if (bars.some(({ mark }) => mark === 'missing')) marks.push({ mark: 'missing', text: messages('consumption').legend.missing });
  return (
    <>
      <DayLinks name={name} earlier={props.earlier} later={props.later} />
      <div class="readout readout-day">
        <p class={(chosen ?? totals).cost === null ? 'big big-words' : 'big'}>{chosen ? costText(chosen.cost) : cost}</p>
        <p class="muted">{chosen ? `${timeText(chosen)}: ${energyText(chosen)}, ${priceText(chosen)}` : dayText(totals)}</p>
      </div>
      <BarChart
        bars={bars}
        line={line}
        label={t.chart(name)}
        hint={t.hint}
        summary={summary}
        selected={selected}
        onSelect={(index) => setChoice({ day, index })}
        onOpen={null}
        axisText={f.axisEnergy}
        busy={false}
      />
      <Legend items={marks} />
      {table}
    </>
  );
}

function DayLinks({ name, earlier, later }: { name: string; earlier: string | null; later: string | null }): JSX.Element {
  const t = messages('billing').verify.day;
  const dayName = (day: string) => format.value.fullDate(wallTime(day));
  const step = (day: string | null, icon: 'left' | 'right', label: (day: string) => string) =>
    day ? (
      <a class="control period-step" data-replace href={`${here.value.path}?paiva=${day}`} aria-label={label(dayName(day))}>
        <PageIcon name={icon} />
      </a>
    ) : (
      <span class="control period-step period-end" />
    );
  return (
    <nav class="period" aria-label={t.navigation}>
      {step(earlier, 'left', t.previous)}
      <p class="period-name">
        <strong>{name}</strong>
      </p>
      {step(later, 'right', t.next)}
    </nav>
  );
}

function barOf(quarter: Quarter, quarters: readonly Quarter[]): Bar {
  const t = messages('billing').verify.day;
  const { start } = quarter;
  // Every third hour; of the hour that the clock shows twice only the first.
  const labelled = start.minute === 0 && start.hour % 3 === 0 && quarters.find((one) => one.start.hour === start.hour) === quarter;
  return {
    value: quarter.energyKwh,
    mark: quarter.energyKwh !== null ? 'solid' : quarter.quality === 'NO_CONTRACT' ? 'none' : 'missing',
    previous: null,
    label: labelled ? String(start.hour) : null,
    narrowLabel: null,
    sentence: t.sentence(timeText(quarter), energyText(quarter), priceText(quarter), costText(quarter.cost)),
  };
}

function timeText({ start, repeated }: Quarter): string {
  return format.value.timeRange(start, 15, repeated);
}

function energyText({ energyKwh, quality }: Quarter): string {
  return energyKwh === null ? messages('consumption').qualities[quality] : `${format.value.decimal(energyKwh, 3)}\u00a0kWh`;
}

function priceText({ price }: Quarter): string {
  return price === null ? messages('billing').verify.day.unknown : `${format.value.decimal(price, 3)}\u00a0c/kWh`;
}

function costText(cost: number | null): string {
  return cost === null ? messages('billing').verify.day.unknown : format.value.cost(cost);
}

function whyNoCost(status: Quarters['costStatuses'][number] | undefined): string {
  const { noCost, noValue } = messages('consumption');
  return status && status in noCost ? noCost[status as keyof typeof noCost] : noValue.missing;
}

/** The day's energy, and what a kilowatt-hour came to where all of it is known. */
function dayText({ energyKwh, cost, unknown }: ReturnType<typeof totalsOf>): string {
  const t = messages('billing').verify.day;
  const f = format.value;
  if (energyKwh === null) return t.unknown;
  if (cost === null || unknown > 0 || energyKwh <= 0) return t.ofDay(f.energy(energyKwh));
  return t.ofDayAt(f.energy(energyKwh), f.price((cost / energyKwh) * 100));
}
