import type { JSX } from 'preact';
import type { Payment } from '../../api/invoice';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { Copyable } from '../copy';
import { barsOf } from './bar-code';
import { dayText } from './words';

/** How to pay: each fact to copy, and the two codes that a bank's app reads. On paper's white in both themes, or no app reads them. */
export function Pay({ payment }: { payment: Payment }): JSX.Element {
  const t = messages('billing').invoice.pay;
  const { barCode } = payment;
  return (
    <section class="card pay" aria-labelledby="pay-title">
      <h2 id="pay-title">{t.title}</h2>
      <dl class="pay-facts">
        <Copyable label={t.amount} value={format.value.money(payment.amount.amount)} text={amountToType(payment.amount.amount)} words={t} />
        <Copyable label={t.dueDate} value={dayText(payment.dueDate)} words={t} />
        <Copyable label={t.reference} value={payment.referenceText} text={payment.reference} words={t} />
        <Copyable label={t.iban} value={payment.ibanText} text={payment.iban} words={t} />
        {payment.bic && (
          <div class="copyable">
            <dt>{t.bic}</dt>
            <dd>
              <span class="copyable-value">{payment.bic}</span>
            </dd>
          </div>
        )}
        <Copyable label={t.payee} value={payment.payee} words={t} />
        {barCode && <Copyable label={t.barCode} value={grouped(barCode)} text={barCode} words={t} class="copyable-long" />}
      </dl>
      <div class="pay-codes">
        <h3>{t.scan}</h3>
        <QrCode payment={payment} label={t.qrPicture} />
        {payment.barCodeWidths && <BarCode widths={payment.barCodeWidths} label={t.barPicture} />}
      </div>
      <p class="hint">{t.how}</p>
    </section>
  );
}

function QrCode({ payment, label }: { payment: Payment; label: string }): JSX.Element {
  const { qrPath, qrSize } = payment;
  return (
    <svg class="paper qr" viewBox={`0 0 ${qrSize} ${qrSize}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={qrPath} />
    </svg>
  );
}

/** One CSS pixel a module, so that every screen draws the narrowest bars alike. */
function BarCode({ widths, label }: { widths: readonly number[]; label: string }): JSX.Element {
  const { path, width } = barsOf(widths);
  return (
    <svg class="paper bar-code" width={width} height="64" viewBox={`0 0 ${width} 64`} preserveAspectRatio="none" role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}

/** As an online bank's field takes it: a comma and no sign. */
function amountToType(amount: string): string {
  return Number(amount).toFixed(2).replace('.', ',');
}

/** In groups of six, to read and compare. */
function grouped(digits: string): string {
  return digits.replace(/(\d{6})(?=\d)/g, '$1 ');
}
