import type { JSX } from 'preact';
import type { VerifiedInvoice, VerifiedRow } from '../../api/verification';
import { centsOf } from '../../components/billing/cents';
import { OutcomeMark } from '../../components/billing/outcome-mark';
import { rowScope } from '../../components/billing/words';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';

/** A credit note's rows stand beside those that they undo. */
function wordsOf({ kind }: VerifiedInvoice) {
  const { rows, credit } = messages('billing').verify;
  return kind === 'CREDIT_NOTE' ? { ...rows, ...credit.rows } : rows;
}

/** Each row as billed and as we reckon it, and in words why the two differ. */
export function Rows({ invoice }: { invoice: VerifiedInvoice }): JSX.Element {
  const t = wordsOf(invoice);
  const f = format.value;
  const { rows, computedTotal, difference, vatOutside } = invoice.verification;
  return (
    <section class="card verify-rows" aria-labelledby="verify-rows-title">
      <h2 id="verify-rows-title">{t.title}</h2>
      <p class="hint">{vatOutside ? t.noteOfCredit : t.note}</p>
      <table class="rows-vat verified">
        <thead>
          <tr>
            <th scope="col">{t.row}</th>
            <th scope="col" class="number">
              {t.billed}
            </th>
            <th scope="col" class="number">
              {t.computed}
            </th>
            <th scope="col" class="number">
              {t.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Line key={index} row={row} invoice={invoice} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            <Sum label={t.billed} text={f.money(invoice.total.amount)} />
            <Sum label={t.computed} text={computedTotal && f.money(computedTotal.amount)} />
            <Sum label={t.difference} text={difference && f.money(difference.amount)} />
          </tr>
        </tfoot>
      </table>
      {rounding(invoice) !== 0 && <p class="hint">{messages('billing').invoice.rows.rounding}</p>}
    </section>
  );
}

/** Cents between the billed rows and the total. */
function rounding({ total, verification }: VerifiedInvoice): number {
  return centsOf(total.amount) - verification.rows.reduce((sum, { billed }) => sum + centsOf(billed?.amount ?? '0'), 0);
}

function Line({ row, invoice }: { row: VerifiedRow; invoice: VerifiedInvoice }): JSX.Element {
  const t = wordsOf(invoice);
  const { money } = format.value;
  const { billed, computed, difference, status, reason } = row;
  const scope = row.row && rowScope(row.row, invoice);
  return (
    <tr class={status === 'MATCHES' ? 'verified-same' : undefined}>
      <th scope="row">
        <span class="verified-name">{row.row?.description ?? row.creditedRow?.description ?? (row.kind && t.kinds[row.kind])}</span>
        {scope && <span class="point-address">{scope}</span>}
        {invoice.verification.creditsWhole === false ? (
          row.creditedRow && row.creditedRow.description !== row.row?.description && <span class="point-address">{messages('billing').verify.credit.of(row.creditedRow.description)}</span>
        ) : (
          <span class={`verified-note outcome-${status.toLowerCase()}`}>
            <OutcomeMark of={status} />
            {status === 'MATCHES' ? t.matches : reason && t.reasons[reason]}
          </span>
        )}
        <Quantities row={row} words={t.quantities} />
      </th>
      <Sum label={t.billed} text={billed ? money(billed.amount) : t.notBilled} />
      <Sum label={t.computed} text={computed && money(computed.amount)} />
      <Sum label={t.difference} text={difference && money(difference.amount)} />
    </tr>
  );
}

/** The quantities, where they are what differs. */
function Quantities({ row, words }: { row: VerifiedRow; words: (billed: string, computed: string) => string }): JSX.Element | null {
  const { billedQuantity, computedQuantity } = row;
  if (row.status === 'MATCHES' || billedQuantity === null || computedQuantity === null) return null;
  if (Number(billedQuantity) === Number(computedQuantity)) return null;
  const text = (quantity: string) => `${format.value.decimal(quantity, 0, 3)}\u00a0${row.row?.unit ?? ''}`.trim();
  return <span class="point-address">{words(text(billedQuantity), text(computedQuantity))}</span>;
}

function Sum({ label, text }: { label: string; text: string | null }): JSX.Element {
  return (
    <td class={text === null ? 'number verified-none' : 'number'} data-label={label}>
      {text ?? '–'}
    </td>
  );
}
