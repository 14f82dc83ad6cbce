"""The revision of what customers are shown: a number that every transaction raises which changes any of it.

Who finds it as it was may show again what was read then (`graphql.kept_answers`). It is read before what it vouches for,
so that what is read later can only be newer than it says, never older. It is raised last in a transaction: nothing is
waited for while others wait for it.
"""

import re
from functools import lru_cache

REVISION = "(SELECT number FROM data_revision)"
"""For a statement that reads something else anyway; null where nothing has been written yet."""

RAISE = (
    "INSERT INTO data_revision (id, number) VALUES (1, 1)"
    " ON CONFLICT (id) DO UPDATE SET number = data_revision.number + 1"
)

REVISED = frozenset(
    {
        "comparison_group",
        "consumption_day",
        "consumption_month",
        "contract",
        "contract_price",
        "customer",
        "document",
        "invoice",
        "invoice_row",
        "mandate_request",
        "metering_point",
        "network_company",
        "price_component",
        "price_day",
        "price_month",
        "product",
    }
)
"""Tables whose every change raises the revision."""

DERIVED = frozenset({"cost_month"})
"""Tables that only keep what follows from those."""

APART = frozenset(
    {
        "access_token",
        "access_token_point",
        "account",
        "company_contact",
        "data_export",
        "data_export_part",
        "data_revision",
        "database_info",
        "identification",
        "import_batch",
        "import_ledger",
        "mail_request",
        "mandate",
        "mandate_invitation",
        "master_record",
        "outbox_mail",
        "passkey",
        "passkey_challenge",
        "registration",
        "reset_link",
        "security_event",
        "service_token",
        "session",
        "sign_in_throttle",
        "tortoise_migrations",
        "verification_code",
    }
)
"""Tables that change with every sign-in, mail or imported file, and that the revision says nothing of."""

_WRITES = re.compile(r'\b(?:INSERT INTO|UPDATE|DELETE FROM) +"?(\w+)')
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=512)
def changes_revised(sql: str) -> bool:
    """Whether the statement writes what has a revision."""
    return not REVISED.isdisjoint(_WRITES.findall(sql))


@lru_cache(maxsize=512)
def reads_apart(sql: str) -> bool:
    """Whether the statement may read what has none: whether it so much as names such a table."""
    return not APART.isdisjoint(_WORD.findall(sql))
