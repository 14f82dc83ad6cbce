"""Customers with their contacts, metering points, and contracts with their prices."""

from collections.abc import Sequence
from uuid import UUID

import orjson

from omavirta.identity.events import EventKind, record_event
from omavirta.masterdata.records.base import Kind
from omavirta.masterdata.records.customers import ContractRecord, CustomerRecord, MeteringPointRecord
from omavirta.masterdata.writing.statements import PRICE_COLUMNS, Taken, Writer, price_values, upsert
from omavirta.storage.database import as_uuid, placeholders
from omavirta.storage.ids import new_id

_CUSTOMER = upsert("customer", ("id", "number", "kind", "name", "business_id", "identity_hash"))
_POINT = upsert(
    "metering_point",
    (
        "id",
        "gsrn",
        "name",
        "street",
        "postal_code",
        "city",
        "network_company_id",
        "dwelling",
        "heating",
        "floor_area_m2",
        "climate_zone",
    ),
)
_CONTRACT = upsert(
    "contract",
    (
        "id",
        "customer_id",
        "metering_point_id",
        "product_id",
        "number",
        "start_date",
        "end_date",
        "concluded_on",
        "confirmed_on",
        "sold_at_distance",
        "notice_days",
        "at_end",
        "terms_version",
        "attributes",
    ),
)


async def write_customers(writer: Writer, taken: Sequence[Taken[CustomerRecord]]) -> None:
    await _end_rights_of_others(writer, taken)
    await writer.transaction.execute_many(
        _CUSTOMER,
        [
            (
                one.id,
                one.record.number,
                one.record.kind.value,
                one.record.name,
                one.record.business_id,
                one.record.identity_code,
            )
            for one in taken
        ],
    )
    await writer.transaction.execute(
        f"DELETE FROM company_contact WHERE customer_id IN ({placeholders(1, len(taken))})",
        *(one.id for one in taken),
    )
    await writer.transaction.execute_many(
        "INSERT INTO company_contact (id, customer_id, identity_hash, kind) VALUES ($1, $2, $3, $4)",
        [
            (new_id(), one.id, contact.identity_code, contact.kind.value)
            for one in taken
            for contact in one.record.contacts
        ],
    )


async def write_metering_points(writer: Writer, taken: Sequence[Taken[MeteringPointRecord]]) -> None:
    await writer.transaction.execute_many(
        _POINT,
        [
            (
                one.id,
                one.record.gsrn,
                one.record.name,
                one.record.street,
                one.record.postal_code,
                one.record.city,
                one.id_of(Kind.NETWORK_COMPANY, one.record.network_company),
                one.record.dwelling,
                one.record.heating,
                one.record.floor_area_m2,
                one.record.climate_zone,
            )
            for one in taken
        ],
    )


async def write_contracts(writer: Writer, taken: Sequence[Taken[ContractRecord]]) -> None:
    await writer.transaction.execute_many(_CONTRACT, [_contract_values(one) for one in taken])
    customers = list({one.id_of(Kind.CUSTOMER, one.record.customer) for one in taken})
    await writer.transaction.execute(
        f"DELETE FROM contract_price WHERE customer_id IN ({placeholders(1, len(customers))})"
        f" AND contract_id IN ({placeholders(1 + len(customers), len(taken))})",
        *customers,
        *(one.id for one in taken),
    )
    await writer.transaction.execute_many(
        f"INSERT INTO contract_price (id, customer_id, contract_id, {PRICE_COLUMNS}) VALUES ({placeholders(1, 10)})",
        [
            (new_id(), one.id_of(Kind.CUSTOMER, one.record.customer), one.id, *price_values(price))
            for one in taken
            for price in one.record.prices
        ],
    )


async def _end_rights_of_others(writer: Writer, taken: Sequence[Taken[CustomerRecord]]) -> None:
    """Where a person's identity code is said, whoever was taken for that person sees nothing of the customer any more. Those
    whom a mandate of the master data lets in stay.
    """
    codes: dict[UUID, str] = {
        one.id: one.record.identity_code
        for one in taken
        if not one.is_new and one.record.identity_code is not None
    }
    if not codes:
        return
    rows = await writer.transaction.fetch(
        "SELECT m.customer_id, m.id, m.account_id, a.identity_hash FROM mandate m JOIN account a ON a.id = m.account_id"
        f" WHERE m.customer_id IN ({placeholders(2, len(codes))}) AND a.identity_hash IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM master_record r WHERE r.kind = $1 AND r.target_id = m.id) ORDER BY m.id",
        Kind.MANDATE.value,
        *codes,
    )
    for customer_id, mandate_id, account_id, identity_hash in rows:
        if codes[as_uuid(customer_id)] != identity_hash:
            await writer.transaction.execute("DELETE FROM mandate WHERE id = $1", as_uuid(mandate_id))
            await record_event(writer.transaction, EventKind.MANDATE_REMOVED, writer.now, as_uuid(account_id))


def _contract_values(one: Taken[ContractRecord]) -> tuple[object, ...]:
    contract = one.record
    attributes = contract.attributes()
    return (
        one.id,
        one.id_of(Kind.CUSTOMER, contract.customer),
        one.id_of(Kind.METERING_POINT, contract.metering_point),
        one.id_of(Kind.PRODUCT, contract.product),
        contract.number,
        contract.start_date,
        contract.end_date,
        contract.concluded_on,
        contract.confirmed_on,
        contract.sold_at_distance,
        contract.notice_days,
        None if contract.at_end is None else contract.at_end.value,
        contract.terms_version,
        orjson.dumps(attributes).decode() if attributes else None,
    )
