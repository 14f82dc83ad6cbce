"""How an invoice is paid, in words and as pictures that a bank's app reads: pure."""

from omavirta.api.language import Language
from omavirta.billing.payment import PaymentData, code_128_widths, qr_picture, qr_text
from omavirta.billing.references import grouped, grouped_reference
from omavirta.documents.formatting import NBSP, day, money
from omavirta.documents.parts import Fact, PaymentSlip, Picture
from omavirta.documents.texts.invoice import InvoiceTexts

BAR_CODE_MILLIMETRES = (105.0, 12.0)
"""As the bar code of a bank transfer form."""
QR_MILLIMETRES = 30.0


def payment_slip(payment: PaymentData, texts: InvoiceTexts, language: Language) -> PaymentSlip:
    facts = [
        Fact(texts.payee, (payment.payee,)),
        Fact(texts.account, (_glued(grouped(payment.iban)),)),
        *([] if payment.bic is None else [Fact(texts.bank, (payment.bic,))]),
        Fact(texts.reference, (reference_text(payment),)),
        Fact(texts.due_date, (day(payment.due_date, language),)),
        Fact(texts.amount, (money(payment.amount, language),)),
    ]
    return PaymentSlip(
        tuple(facts),
        _qr(payment, texts.qr_description),
        None if payment.bar_code is None else _bar_code(payment.bar_code, texts.bar_code_description),
    )


def reference_text(payment: PaymentData) -> str:
    return _glued(grouped_reference(payment.reference))


def _glued(text: str) -> str:
    return text.replace(" ", NBSP)


def _qr(payment: PaymentData, description: str) -> Picture:
    path, size = qr_picture(qr_text(payment))
    return Picture(_svg(size, size, path), description, QR_MILLIMETRES, QR_MILLIMETRES)


def _bar_code(digits: str, description: str) -> Picture:
    x = 0
    bars: list[str] = []
    for position, modules in enumerate(code_128_widths(digits)):
        if position % 2 == 0:
            bars.append(f"M{x} 0h{modules}v1h-{modules}z")
        x += modules
    width, height = BAR_CODE_MILLIMETRES
    return Picture(_svg(x, 1, "".join(bars)), description, width, height, digits)


def _svg(width: int, height: int, path: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' preserveAspectRatio="none" shape-rendering="crispEdges"><path d="{path}"/></svg>'
    )
