/** An invoice's rows as they are shown. */
import type { Invoice } from '../../api/invoice';
import { centsOf } from '../../components/billing/cents';
import type { Format } from '../../i18n/format';

export type Row = Invoice['rows'][number];
export type Category = Row['category'];

export interface Group {
  readonly category: Category;
  /** As the server has summed them, without and with value added tax. */
  readonly net: string;
  readonly gross: string;
  readonly rows: readonly Row[];
}

/** In the server's order of categories; those without a row are left out. */
export function groupsOf(invoice: Pick<Invoice, 'rows' | 'categories'>): Group[] {
  return invoice.categories
    .map(({ category, net, gross }) => ({
      category,
      net: net.amount,
      gross: gross.amount,
      rows: invoice.rows.filter((row) => row.category === category),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** Cents from the sum of the rows to the total: value added tax is of the sum at each rate, not of each row. */
export function roundingOf({ categories, total }: Pick<Invoice, 'categories' | 'total'>): number {
  return centsOf(total.amount) - categories.reduce((sum, { gross }) => sum + centsOf(gross.amount), 0);
}

type Priced = Pick<Row, 'unit' | 'unitPrice' | 'unitPriceGross'>;

/** Whether unit prices are shown with value added tax: where billing said it of every row that has a price. */
export function pricesWithVat(rows: readonly Priced[]): boolean {
  return rows.every(({ unitPrice, unitPriceGross }) => unitPriceGross !== null || unitPrice === null);
}

/** `6,54 c/kWh` or `4,95 €/kk`; null where the row has no price. */
export function pricePerUnit(row: Priced, withVat: boolean, f: Pick<Format, 'money' | 'decimal'>): string | null {
  const price = withVat ? row.unitPriceGross : row.unitPrice;
  if (price === null) return null;
  const euros = Number(price);
  if (row.unit === 'kWh') return `${f.decimal(euros * 100, 2, 4)}\u00a0c/kWh`;
  return row.unit ? `${f.money(euros)}/${row.unit}` : f.money(euros);
}
