/**
 * The file: opens by a double click in a spreadsheet set to Finnish or Swedish (byte order mark, semicolons, decimal
 * commas) or to English (commas, decimal points). Times are local, as a spreadsheet reads them, each with its
 * offset beside it, so that both hours of the autumn night are there. A missing value is an empty cell, and its quality says why.
 */
import type { ConsumptionFigures, Quality } from '../../api/consumption';
import { isoDay, type Period, type Resolution } from '../../app/period';
import type { Consumption } from '../../i18n/fi/consumption';
import { offsetName, wallTime, type WallTime } from '../../i18n/format';
import type { Language } from '../../i18n/languages';

type Words = Pick<Consumption, 'file' | 'qualities'>;

export function csvOf(figures: ConsumptionFigures, language: Language, words: Words): string {
  const english = language === 'en';
  const separator = english ? ',' : ';';
  const { file, qualities } = words;
  const { columns } = figures;
  const rows = [[file.start, file.startOffset, file.end, file.endOffset, file.energy, file.quality]];
  columns.starts.forEach((startText, index) => {
    const start = wallTime(startText);
    const end = wallTime(columns.ends[index] as string);
    const value = columns.energyKwh[index];
    rows.push([
      spreadsheetTime(start, english),
      spreadsheetOffset(start),
      spreadsheetTime(end, english),
      spreadsheetOffset(end),
      value === null || value === undefined ? '' : decimal(value, english),
      qualities[columns.qualities[index] as Quality],
    ]);
  });
  return '\ufeff' + rows.map((row) => row.map((cell) => quoted(cell, separator)).join(separator) + '\r\n').join('');
}

/** `kulutus-643007127123456780-2025-03-PT1H.csv`: the metering point, the period, and the interval as ISO 8601 writes it. */
export function csvName(gsrn: string, period: Period, resolution: Resolution, words: Words): string {
  const day = isoDay(period).slice(0, { year: 4, month: 7, day: 10 }[period.level]);
  const interval = { MONTH: 'P1M', DAY: 'P1D', HOUR: 'PT1H', QUARTER_HOUR: 'PT15M' }[resolution];
  return `${[words.file.name, gsrn, day, interval].join('-')}.csv`;
}

function spreadsheetTime(at: WallTime, english: boolean): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = english ? `${at.year}-${two(at.month)}-${two(at.day)}` : `${at.day}.${at.month}.${at.year}`;
  return `${date} ${two(at.hour)}:${two(at.minute)}`;
}

/** A plain `+3` would be read as a number, `+03:00` as a time. */
function spreadsheetOffset(at: WallTime): string {
  return offsetName(at.offset);
}

/** All decimals that the server gave, never in exponent form. */
function decimal(value: number, english: boolean): string {
  const text = value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 6 });
  return english ? text : text.replace('.', ',');
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
