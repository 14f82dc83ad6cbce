/**
 * Numbers, dates and times, by Intl with an explicit locale (never the browser's own: `en-FI` prints 07/12/2026).
 * A number and its unit are glued with a no-break space. Dates and times are read from the server's own
 * strings (`2025-10-26T03:00:00+03:00`) as wall-clock time: the browser needs no time zone for them.
 */
import { clockTime, LOCALES, type Language } from './languages';

const NBSP = '\u00a0';

/** A calendar day, month 1–12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A wall-clock time in the metering point's time zone. */
export interface WallTime extends Day {
  readonly hour: number;
  readonly minute: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  /** The instant, milliseconds since 1970. */
  readonly instant: number;
}

export interface Format {
  /** `1 234,56 €`, of the server's decimal text or of a number. */
  money(euros: string | number): string;
  /** `5,42 c/kWh`. */
  price(centsPerKwh: string | number): string;
  /** `8 %`, of a ratio. */
  percent(ratio: number): string;
  /** `0,395 c/kWh`: a price that is agreed on, with all its decimals and two at least. */
  exactPrice(centsPerKwh: string | number): string;
  /** `25,5 %`, of per cents as the server writes them. */
  vatRate(percent: string): string;
  /** A bare number: what it counts is said beside it, as in a table's heading. */
  decimal(value: string | number, least: number, most?: number): string;
  /** `0,42 kWh`, `35,5 kWh`, `1 019 kWh`. */
  energy(kwh: number): string;
  /** Like `energy`, for a chart's axis: as many decimals as the axis' top needs, the same on every label. */
  axisEnergy(kwh: number, top: number): string;
  /** `1,83 €`, and `0,034 €` of what is less than ten cents, as one hour is. */
  cost(euros: number): string;
  /** `1,50 €` or `20 €`, for a chart's axis. */
  axisMoney(euros: number, top: number): string;
  /** `12,5 c/kWh`, for a chart's axis. */
  axisPrice(centsPerKwh: number, top: number): string;
  /** `−8 %`, the sign always there, of a ratio (−0.08). */
  change(ratio: number): string;
  /** `7.12.2026` */
  date(day: Day): string;
  /** `26.10.` */
  dayAndMonth(day: Day): string;
  /** `su 26.10.` */
  weekdayDate(day: Day): string;
  /** `su 26.10.2025` */
  fullDate(day: Day): string;
  /** `maaliskuu 2025` */
  month(day: Pick<Day, 'year' | 'month'>): string;
  /** `maaliskuu` */
  monthName(month: number): string;
  /** `maalis` or `M`, for an axis. */
  monthLabel(month: number, narrow: boolean): string;
  /** `14.32` */
  time(at: { hour: number; minute: number }): string;
  /** `3.00–4.00`, or `3.00–4.00 (UTC+3)` where the clock shows the hour twice. */
  timeRange(start: WallTime, minutes: number, repeated: boolean): string;
  /** `Päivitetty 14.32` uses this. */
  clock(at: Date): string;
}

export function formatFor(language: Language): Format {
  const locale = LOCALES[language];
  const numbers = [0, 1, 2, 3].map(
    (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const euroFormats = [0, 1, 2, 3].map(
    (digits) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const inEuros = (digits: number) => (amount: number) => (euroFormats[digits] as Intl.NumberFormat).format(withoutSign(amount, digits));
  const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (day: Day) => format.format(Date.UTC(day.year, day.month - 1, day.day));
  };
  const glued = (options: Intl.DateTimeFormatOptions) => {
    const format = dates(options);
    return (day: Day) => format(day).replaceAll(' ', NBSP);
  };
  const english = language === 'en';
  const monthStyle = english ? 'short' : 'numeric';
  const monthOnly = { long: dates({ month: 'long' }), short: dates({ month: 'short' }), narrow: dates({ month: 'narrow' }) };
  const month = dates({ month: 'long', year: 'numeric' });
  const hour = english ? '2-digit' : 'numeric';
  const wall = new Intl.DateTimeFormat(locale, { hour, minute: '2-digit', timeZone: 'UTC' });
  const time = (at: { hour: number; minute: number }) => wall.format(Date.UTC(2000, 0, 1, at.hour, at.minute));
  const number = (value: number, digits: number) => (numbers[digits] as Intl.NumberFormat).format(value === 0 ? 0 : value);

  const decimals = new Map<string, Intl.NumberFormat>();
  const decimal = (value: string | number, least: number, most = least) => {
    const key = `${least}-${most}`;
    const found = decimals.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
    decimals.set(key, found);
    return found.format(withoutSign(Number(value), most));
  };

  return {
    money: (amount) => inEuros(2)(Number(amount)),
    price: (cents) => decimal(cents, 2) + NBSP + 'c/kWh',
    percent: (ratio) => whole.format(ratio),
    exactPrice: (cents) => decimal(cents, 2, 5) + NBSP + 'c/kWh',
    vatRate: (percent) => rate.format(Number(percent) / 100),
    decimal,
    energy: (kwh) => number(kwh, energyDigits(kwh)) + NBSP + 'kWh',
    axisEnergy: (kwh, top) => number(kwh, axisDigits(top)) + NBSP + 'kWh',
    cost: (amount) => inEuros(Math.abs(amount) < 0.0995 && amount !== 0 ? 3 : 2)(amount),
    axisMoney: (amount, top) => inEuros(Math.max(axisDigits(top), axisDigits(top) && 2))(amount),
    axisPrice: (cents, top) => number(cents, axisDigits(top)) + NBSP + 'c/kWh',
    change: (ratio) => percent.format(Math.round(ratio * 100) / 100 || 0),
    // sv-FI and fi-FI both write 7.12.2026; Intl ends a Finnish day and month with a full stop.
    date: glued({ day: 'numeric', month: monthStyle, year: 'numeric' }),
    dayAndMonth: glued({ day: 'numeric', month: monthStyle }),
    weekdayDate: dates({ weekday: 'short', day: 'numeric', month: monthStyle }),
    fullDate: dates({ weekday: 'short', day: 'numeric', month: monthStyle, year: 'numeric' }),
    month: ({ year, month: number }) => month({ year, month: number, day: 1 }),
    monthName: (number) => monthOnly.long({ year: 2000, month: number, day: 1 }),
    monthLabel: (number, narrow) => monthOnly[narrow ? 'narrow' : 'short']({ year: 2000, month: number, day: 1 }),
    time,
    timeRange: (start, minutes, repeated) => {
      // The end is told by the start's own clock: 3.00–4.00 both times in October, 2.00–3.00 in March.
      const end = (start.hour * 60 + start.minute + minutes) % (24 * 60);
      const range = `${time(start)}–${time({ hour: Math.floor(end / 60), minute: end % 60 })}`;
      return repeated ? `${range} (${offsetName(start.offset)})` : range;
    },
    clock: (at) => clockTime(language, at),
  };
}

/** What is shown as zero is zero: −0,00 says nothing. */
function withoutSign(value: number, digits: number): number {
  return Math.abs(value) < 0.5 / 10 ** digits ? 0 : value;
}

/** Two decimals under 10, one under 100, none above, decided on the rounded number: 9.996 is `10,0`. */
function energyDigits(kwh: number): number {
  const size = Math.abs(kwh);
  if (Math.round(size * 100) < 1000) return 2;
  return Math.round(size * 10) < 1000 ? 1 : 0;
}

/** The fewest decimals that tell half of `top` exactly, at most three. */
function axisDigits(top: number): number {
  const half = Math.abs(top) / 2;
  for (let digits = 0; digits < 3; digits++) {
    if (Math.abs(half * 10 ** digits - Math.round(half * 10 ** digits)) < 1e-9) return digits;
  }
  return 3;
}

/** `UTC+3`, of minutes east of UTC. */
export function offsetName(offset: number): string {
  const hours = Math.floor(Math.abs(offset) / 60);
  const minutes = Math.abs(offset) % 60;
  return `UTC${offset < 0 ? '−' : '+'}${hours}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}`;
}

/** Reads `2025-10-26T03:00:00+03:00`, or a UTC time with `Z`. */
export function wallTime(text: string): WallTime {
  const [year, month, day, hour, minute] = [0, 5, 8, 11, 14].map((at, index) =>
    Number(text.slice(at, at + (index === 0 ? 4 : 2))),
  ) as [number, number, number, number, number];
  const zone = /([+-])(\d\d):(\d\d)$/.exec(text);
  const offset = zone ? (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
  return { year, month, day, hour, minute, offset, instant: Date.UTC(year, month - 1, day, hour, minute) - offset * 60_000 };
}
