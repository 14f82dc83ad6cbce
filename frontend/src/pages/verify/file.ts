/** All quarter-hours of an invoice as a file, with every decimal that the server gave. */
import type { VatTreatment } from '../../api/consumption';
import type { Quarters } from '../../api/verification';
import { csvText, decimalCell, timeCells } from '../../app/csv-file';
import type { Billing } from '../../i18n/fi/billing';
import type { Consumption } from '../../i18n/fi/consumption';
import type { Language } from '../../i18n/languages';

const PRICE_DIGITS = 9;
const COST_DIGITS = 12;

export function quartersFile(
  columns: Quarters,
  language: Language,
  words: Billing['verify']['file'],
  { qualities, vat }: Pick<Consumption, 'qualities' | 'vat'>,
): string {
  const english = language === 'en';
  const heading = [words.start, words.startOffset, words.end, words.endOffset, words.energy, words.quality, words.spot, words.margin, words.price, words.cost, words.vat];
  const rows = columns.starts.map((start, index) => [
    ...timeCells(start, english),
    ...timeCells(columns.ends[index] as string, english),
    decimalCell(columns.energyKwh[index], english),
    qualities[columns.qualities[index] as Quarters['qualities'][number]],
    decimalCell(columns.spotPrices[index], english, PRICE_DIGITS),
    decimalCell(columns.margins[index], english, PRICE_DIGITS),
    decimalCell(columns.prices[index], english, PRICE_DIGITS),
    decimalCell(columns.costs[index], english, COST_DIGITS),
    vat[columns.vatTreatments[index] as VatTreatment] ?? '',
  ]);
  return csvText([heading, ...rows], english);
}
