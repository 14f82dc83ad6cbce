"""`node(id)`: finding a main object again by its opaque id. What the asker may not see is not there."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from omavirta.api.access import Scope
from omavirta.api.context import Info
from omavirta.api.loaders import supply_periods_of
from omavirta.api.nodes import Node, decode_id
from omavirta.api.types.access_token import AccessToken
from omavirta.api.types.contract import Contract, Product
from omavirta.api.types.customer import Customer
from omavirta.api.types.data_export import DataExport
from omavirta.api.types.invoice import Invoice
from omavirta.api.types.mandate import Mandate, MandateInvitation, MandateRequest
from omavirta.api.types.metering_point import MeteringPoint, NetworkCompany
from omavirta.api.types.passkey import Passkey
from omavirta.api.types.session import Session
from omavirta.api.types.viewer import Account
from omavirta.billing.queries import invoices
from omavirta.contracts.queries import contracts, products
from omavirta.customers.queries import customers_of
from omavirta.identity.company_users import find_invitation, find_mandate, find_request
from omavirta.identity.exports import find_export
from omavirta.identity.passkeys import passkeys_of
from omavirta.identity.sessions import live_sessions
from omavirta.identity.tokens import live_tokens
from omavirta.metering.points import network_companies


async def find_node(info: Info, id_: str) -> Node | None:
    """The object, or None: for another's id, one made up, or something that is no id at all."""
    decoded = decode_id(id_)
    if decoded is None:
        return None
    type_name, key = decoded
    find = _FINDERS.get(type_name)
    return None if find is None else await find(info, key)


async def _account(info: Info, key: UUID) -> Node | None:
    access = info.context.access
    if key != access.account_id or Scope.ACCOUNT_READ not in access.scopes:
        return None
    return None if access.account is None else Account.of(access.account)


async def _session(info: Info, key: UUID) -> Node | None:
    context = info.context
    account_id = context.access.account_id
    if account_id is None or Scope.ACCOUNT_READ not in context.access.scopes:
        return None
    rows = await live_sessions(context.database, account_id, context.clock(), key)
    return Session.of(rows[0], context.session) if rows else None


async def _passkey(info: Info, key: UUID) -> Node | None:
    owner = _account_owner(info)
    rows = [] if owner is None else await passkeys_of(info.context.database, owner)
    return next((Passkey.of(row) for row in rows if row.id == key), None)


async def _access_token(info: Info, key: UUID) -> Node | None:
    owner = _account_owner(info)
    now = info.context.clock()
    rows = [] if owner is None else await live_tokens(info.context.database, owner, now)
    return next((AccessToken.of(row) for row in rows if row.id == key), None)


async def _data_export(info: Info, key: UUID) -> Node | None:
    owner = _account_owner(info)
    row = None if owner is None else await find_export(info.context.database, owner, key)
    return None if row is None else DataExport.of(row)


def _account_owner(info: Info) -> UUID | None:
    """Whose account the asker may read; None for nobody, and for a token."""
    access = info.context.access
    return access.account_id if Scope.ACCOUNT_READ in access.scopes else None


async def _customer(info: Info, key: UUID) -> Node | None:
    rows = await customers_of(info.context.database, info.context.access, [key])
    return Customer.of(rows[0]) if rows else None


async def _mandate(info: Info, key: UUID) -> Node | None:
    access = info.context.access
    if Scope.ACCOUNT_READ not in access.scopes:
        return None
    row = await find_mandate(info.context.database, access, key)
    return None if row is None else Mandate.of(row, access.account_id)


async def _mandate_request(info: Info, key: UUID) -> Node | None:
    access = info.context.access
    if Scope.ACCOUNT_READ not in access.scopes:
        return None
    row = await find_request(info.context.database, access, key)
    return None if row is None else MandateRequest.of(row)


async def _mandate_invitation(info: Info, key: UUID) -> Node | None:
    access = info.context.access
    if Scope.ACCOUNT_READ not in access.scopes:
        return None
    row = await find_invitation(info.context.database, access, key, info.context.clock())
    return None if row is None else MandateInvitation.of(row)


async def _metering_point(info: Info, key: UUID) -> Node | None:
    return MeteringPoint(key=key) if await info.context.load(supply_periods_of, key) else None


async def _network_company(info: Info, key: UUID) -> Node | None:
    row = (await network_companies(info.context.database, [key])).get(key)
    return None if row is None else NetworkCompany.of(row)


async def _product(info: Info, key: UUID) -> Node | None:
    row = (await products(info.context.database, [key])).get(key)
    return None if row is None else Product.of(row)


async def _contract(info: Info, key: UUID) -> Node | None:
    if Scope.CONTRACTS_READ not in info.context.access.scopes:
        return None
    row = (await contracts(info.context.database, info.context.access, [key])).get(key)
    return None if row is None else Contract.of(row)


async def _invoice(info: Info, key: UUID) -> Node | None:
    if Scope.INVOICES_READ not in info.context.access.scopes:
        return None
    row = (await invoices(info.context.database, info.context.access, [key])).get(key)
    return None if row is None else Invoice.of(row)


_FINDERS: dict[str, Callable[[Info, UUID], Awaitable[Node | None]]] = {
    "Account": _account,
    "Session": _session,
    "Passkey": _passkey,
    "AccessToken": _access_token,
    "DataExport": _data_export,
    "Customer": _customer,
    "Mandate": _mandate,
    "MandateRequest": _mandate_request,
    "MandateInvitation": _mandate_invitation,
    "MeteringPoint": _metering_point,
    "NetworkCompany": _network_company,
    "Product": _product,
    "Contract": _contract,
    "Invoice": _invoice,
}
