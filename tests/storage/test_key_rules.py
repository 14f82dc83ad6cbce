"""The key rules of docs/architecture.md, read from the schema that the migrations leave behind."""

import pytest

from omavirta.storage.database import Database

pytestmark = pytest.mark.anyio

FAMILIES = {
    "customer": {
        "customer",
        "company_contact",
        "contract",
        "contract_price",
        "document",
        "invoice",
        "invoice_row",
        "mandate",
        "mandate_invitation",
        "mandate_request",
    },
    "metering_point": {"metering_point", "consumption_day", "consumption_month", "cost_month"},
}
CATALOGUES = {"network_company", "product", "price_component", "price_day", "price_month"}
# Of no family: what opens an account, what goes out and came in, and what this database is.
HOUSEKEEPING = {
    "account",
    "session",
    "access_token",
    "access_token_point",
    "data_export",
    "data_export_part",
    "identification",
    "mail_request",
    "outbox_mail",
    "passkey",
    "passkey_challenge",
    "registration",
    "reset_link",
    "security_event",
    "verification_code",
    "sign_in_throttle",
    "import_ledger",
    "import_batch",
    "master_record",
    "service_token",
    "comparison_group",
    "data_revision",
    "database_info",
    "tortoise_migrations",
}


class Catalogue:
    """Tables, columns, unique rules (as sets of columns) and foreign keys, as the database itself tells them."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def tables(self) -> set[str]:
        if self.database.dialect == "sqlite":
            rows = await self.database.fetch(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            )
        else:
            rows = await self.database.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return {row[0] for row in rows}

    async def columns(self, table: str) -> set[str]:
        if self.database.dialect == "sqlite":
            rows = await self.database.fetch("SELECT name FROM pragma_table_info($1)", table)
        else:
            rows = await self.database.fetch(
                "SELECT column_name FROM information_schema.columns WHERE table_name = $1", table
            )
        return {row[0] for row in rows}

    async def unique_rules(self, table: str) -> list[frozenset[str]]:
        if self.database.dialect == "sqlite":
            rows = await self.database.fetch(
                "SELECT list.name, info.name FROM pragma_index_list($1) AS list"
                ' JOIN pragma_index_info(list.name) AS info WHERE list."unique" = 1',
                table,
            )
        else:
            rows = await self.database.fetch(
                "SELECT i.indexrelid::text, a.attname FROM pg_index i"
                " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)"
                " WHERE i.indisunique AND i.indrelid = ($1::text)::regclass",
                table,
            )
        rules: dict[str, set[str]] = {}
        for row in rows:
            rules.setdefault(row[0], set()).add(row[1])
        return [frozenset(columns) for columns in rules.values()]

    async def references(self, table: str) -> set[str]:
        if self.database.dialect == "sqlite":
            rows = await self.database.fetch('SELECT "table" FROM pragma_foreign_key_list($1)', table)
        else:
            rows = await self.database.fetch(
                "SELECT c.relname FROM pg_constraint k JOIN pg_class c ON c.oid = k.confrelid"
                " WHERE k.contype = 'f' AND k.conrelid = ($1::text)::regclass",
                table,
            )
        return {row[0] for row in rows}


def key_column(family: str, table: str) -> str:
    """A family's first table is keyed by its own id, the others carry that id."""
    return "id" if table == family else f"{family}_id"


async def test_every_table_is_in_a_family_a_catalogue_or_the_housekeeping(database: Database) -> None:
    known = set.union(*FAMILIES.values(), CATALOGUES, HOUSEKEEPING)
    assert await Catalogue(database).tables() == known


@pytest.mark.parametrize("family", FAMILIES)
async def test_every_table_of_a_family_carries_its_key(database: Database, family: str) -> None:
    for table in FAMILIES[family]:
        assert key_column(family, table) in await Catalogue(database).columns(table), table


@pytest.mark.parametrize("family", FAMILIES)
async def test_every_unique_rule_but_the_uuid_primary_key_includes_the_key(
    database: Database, family: str
) -> None:
    for table in FAMILIES[family]:
        for rule in await Catalogue(database).unique_rules(table):
            assert rule == {"id"} or key_column(family, table) in rule, (table, rule)


@pytest.mark.parametrize("family", FAMILIES)
async def test_no_foreign_key_leaves_a_family_except_to_a_catalogue(database: Database, family: str) -> None:
    for table in FAMILIES[family]:
        assert await Catalogue(database).references(table) <= FAMILIES[family] | CATALOGUES, table


async def test_catalogues_and_housekeeping_refer_to_no_family(database: Database) -> None:
    for table in CATALOGUES | HOUSEKEEPING:
        assert await Catalogue(database).references(table) <= CATALOGUES | HOUSEKEEPING, table
