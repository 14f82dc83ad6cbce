"""Network companies and products."""

from collections.abc import Sequence

import orjson

from omavirta.masterdata.records.catalogue import NetworkCompanyRecord, ProductRecord
from omavirta.masterdata.writing.statements import PRICE_COLUMNS, Taken, Writer, price_values, upsert
from omavirta.storage.database import placeholders
from omavirta.storage.ids import new_id

_COMPANY = upsert("network_company", ("id", "name", "phone", "website"))
_PRODUCT = upsert(
    "product",
    (
        "id",
        "code",
        "kind",
        "names",
        "descriptions",
        "valid_from",
        "valid_to",
        "term_months",
        "notice_days",
        "at_end",
        "attributes",
    ),
)


async def write_network_companies(writer: Writer, taken: Sequence[Taken[NetworkCompanyRecord]]) -> None:
    await writer.transaction.execute_many(
        _COMPANY, [(one.id, one.record.name, one.record.phone, one.record.website) for one in taken]
    )


async def write_products(writer: Writer, taken: Sequence[Taken[ProductRecord]]) -> None:
    await writer.transaction.execute_many(_PRODUCT, [_values(one) for one in taken])
    await writer.transaction.execute(
        f"DELETE FROM price_component WHERE product_id IN ({placeholders(1, len(taken))})",
        *(one.id for one in taken),
    )
    await writer.transaction.execute_many(
        f"INSERT INTO price_component (id, product_id, {PRICE_COLUMNS}) VALUES ({placeholders(1, 9)})",
        [(new_id(), one.id, *price_values(price)) for one in taken for price in one.record.prices],
    )


def _values(one: Taken[ProductRecord]) -> tuple[object, ...]:
    product = one.record
    return (
        one.id,
        product.code,
        product.kind.value,
        orjson.dumps(product.names.model_dump()).decode(),
        orjson.dumps(product.descriptions.model_dump()).decode(),
        product.valid_from,
        product.valid_to,
        product.term_months,
        product.notice_days,
        None if product.at_end is None else product.at_end.value,
        orjson.dumps(product.attributes()).decode(),
    )
