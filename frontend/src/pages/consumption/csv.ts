/** The period as a file. A missing value is an empty cell, and its quality, or the state of its cost, says why. */
import type { ConsumptionFigures, CostStatus, Quality, VatTreatment } from '../../api/consumption';
import { csvText, decimalCell, timeCells } from '../../app/csv-file';
import { isoDay, type Period, type Resolution } from '../../app/period';
import type { Consumption } from '../../i18n/fi/consumption';
import type { Language } from '../../i18n/languages';

type Words = Pick<Consumption, 'file' | 'qualities' | 'costStatuses' | 'vat'>;

export function csvOf(figures: ConsumptionFigures, language: Language, words: Words): string {
  const english = language === 'en';
  const { file, qualities, costStatuses, vat } = words;
  const { columns } = figures;
  const rows = columns.starts.map((start, index) => [
    ...timeCells(start, english),
    ...timeCells(columns.ends[index] as string, english),
    decimalCell(columns.energyKwh[index], english),
    qualities[columns.qualities[index] as Quality],
    decimalCell(columns.prices[index], english),
    decimalCell(columns.costs[index], english, 8),
    costStatuses[columns.costStatuses[index] as CostStatus],
    vat[columns.vatTreatments[index] as VatTreatment] ?? '',
  ]);
  const head = [file.start, file.startOffset, file.end, file.endOffset, file.energy, file.quality, file.price, file.cost, file.costStatus, file.vat];
  return csvText([head, ...rows], english);
}

/** `kulutus-643007127123456780-2025-03-PT1H.csv`: the metering point, the period, and the interval as ISO 8601 writes it. */
export function csvName(gsrn: string, period: Period, resolution: Resolution, words: Pick<Words, 'file'>): string {
  const day = isoDay(period).slice(0, { year: 4, month: 7, day: 10 }[period.level]);
  const interval = { MONTH: 'P1M', DAY: 'P1D', HOUR: 'PT1H', QUARTER_HOUR: 'PT15M' }[resolution];
  return `${[words.file.name, gsrn, day, interval].join('-')}.csv`;
}
