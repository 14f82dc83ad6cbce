import type { JSX } from 'preact';
import type { Invoice } from '../../api/invoice';
import { rowScope } from '../../components/billing/words';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { groupsOf, pricePerUnit, pricesWithVat, roundingOf, type Row } from './groups';

/** The invoice's rows by what they are for, then the tax by its rates; every figure with or without it, in words. */
export function Rows({ invoice }: { invoice: Invoice }): JSX.Element {
  const { rows: t, withVatShort, withoutVat } = messages('billing').invoice;
  const f = format.value;
  const cents = roundingOf(invoice);
  const withVat = pricesWithVat(invoice.rows);
  const vatNote = withVat ? withVatShort : withoutVat;
  return (
    <section class="card rows" aria-labelledby="rows-title">
      <h2 id="rows-title">{t.title}</h2>
      <p class="rows-line">{t.note}</p>
      <table class="rows-table">
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col" class="number">
              {t.quantity}
            </th>
            <th scope="col" class="number">
              {t.unitPrice}, {vatNote}
            </th>
            <th scope="col" class="number">
              {t.net}
            </th>
            <th scope="col" class="number">
              {t.vatRate}
            </th>
            <th scope="col" class="number">
              {t.gross}
            </th>
          </tr>
        </thead>
        {groupsOf(invoice).map(({ category, net, gross, rows }) => (
          <tbody key={category}>
            <tr class="rows-group">
              <th scope="rowgroup" colSpan={3}>
                {t.categories[category]}
              </th>
              <td class="number rows-net">{f.money(net)}</td>
              <td />
              <td class="number rows-gross">{f.money(gross)}</td>
            </tr>
            {rows.map((row, index) => (
              <InvoiceLine key={index} row={row} price={pricePerUnit(row, withVat, f)} vatNote={Number(row.vatRate) ? vatNote : withoutVat} invoice={invoice} />
            ))}
          </tbody>
        ))}
        <tfoot>
          {cents !== 0 && (
            <tr class="rows-rounding">
              <th scope="row" colSpan={5}>
                {t.rounded}
                <span class="point-address">{t.rounding}</span>
              </th>
              <td class="number rows-gross">{f.money(cents / 100)}</td>
            </tr>
          )}
          <tr>
            <th scope="row" colSpan={3}>
              {t.total}
            </th>
            <td class="number rows-net">{invoice.net && f.money(invoice.net.amount)}</td>
            <td />
            <td class="number rows-gross">{f.money(invoice.total.amount)}</td>
          </tr>
        </tfoot>
      </table>
      <VatTable invoice={invoice} />
    </section>
  );
}

function InvoiceLine(props: { row: Row; price: string | null; vatNote: string; invoice: Invoice }): JSX.Element {
  const t = messages('billing').invoice;
  const f = format.value;
  const { row, price, invoice } = props;
  const quantity = row.quantity === null ? null : `${f.decimal(row.quantity, 0, 3)}\u00a0${row.unit ?? ''}`.trim();
  // On a phone the columns in the middle are lines under the row's name instead.
  const counted = [quantity, price && `${price} ${props.vatNote}`].filter(Boolean).join(' × ');
  const scope = rowScope(row, invoice);
  return (
    <tr>
      <th scope="row">
        <span class="rows-name">{row.description}</span>
        {scope && <span class="point-address">{scope}</span>}
        {counted && <span class="rows-line">{counted}</span>}
        <span class="rows-line">
          {t.withoutVat} {f.money(row.net.amount)}, {t.rows.vatOf(f.vatRate(row.vatRate))}
        </span>
      </th>
      <td class="number rows-quantity">{quantity ?? '–'}</td>
      <td class="number rows-price">{price ?? '–'}</td>
      <td class="number rows-net">{f.money(row.net.amount)}</td>
      <td class="number rows-rate">{f.vatRate(row.vatRate)}</td>
      <td class="number rows-gross">{f.money(row.gross.amount)}</td>
    </tr>
  );
}

function VatTable({ invoice }: { invoice: Invoice }): JSX.Element | null {
  const t = messages('billing').invoice.rows;
  const f = format.value;
  if (!invoice.vatSpecification.length) return null;
  return (
    <table class="rows-vat">
      <caption>{t.vatTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{t.vatRate}</th>
          <th scope="col" class="number">
            {t.net}
          </th>
          <th scope="col" class="number">
            {t.vat}
          </th>
          <th scope="col" class="number">
            {t.gross}
          </th>
        </tr>
      </thead>
      <tbody>
        {invoice.vatSpecification.map(({ rate, net, vat, gross }) => (
          <tr key={rate}>
            <th scope="row">{f.vatRate(rate)}</th>
            <td class="number" data-label={t.net}>
              {f.money(net.amount)}
            </td>
            <td class="number" data-label={t.vat}>
              {f.money(vat.amount)}
            </td>
            <td class="number" data-label={t.gross}>
              {f.money(gross.amount)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
