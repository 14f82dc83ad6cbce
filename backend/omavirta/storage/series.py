"""The tables of series: a row a local day, its values one compact block (`metering.block`).

Beside them a row a local month: what was metered in it and which version of it there is (consumption_month), which version
of its prices there is (price_month), and what it cost (cost_month). What they hold can be computed anew.

All are plain SQL because their primary keys are composite, which keeps a year's days side by side on disk: on SQLite a
table is its own index (WITHOUT ROWID). Columns are ordered so that PostgreSQL pads nothing.
"""

from tortoise.migrations.schema_editor.base import BaseSchemaEditor
from tortoise.migrations.schema_generator.state_apps import StateApps

_SQLITE = (
    """
    CREATE TABLE consumption_day (
        metering_point_id CHAR(36) NOT NULL REFERENCES metering_point (id) ON DELETE RESTRICT,
        series SMALLINT NOT NULL,
        day INT NOT NULL,
        source_time BIGINT NOT NULL,
        total_micro_kwh BIGINT,
        revision INT NOT NULL,
        resolution SMALLINT NOT NULL,
        worst_quality SMALLINT NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (metering_point_id, series, day)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE price_day (
        area VARCHAR(16) NOT NULL,
        day INT NOT NULL,
        source_time BIGINT NOT NULL,
        revision INT NOT NULL,
        resolution SMALLINT NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (area, day)
    ) WITHOUT ROWID
    """,
)
_POSTGRES = (
    """
    CREATE TABLE consumption_day (
        metering_point_id UUID NOT NULL REFERENCES metering_point (id) ON DELETE RESTRICT,
        source_time BIGINT NOT NULL,
        total_micro_kwh BIGINT,
        day INT NOT NULL,
        revision INT NOT NULL,
        series SMALLINT NOT NULL,
        resolution SMALLINT NOT NULL,
        worst_quality SMALLINT NOT NULL,
        data BYTEA NOT NULL,
        PRIMARY KEY (metering_point_id, series, day)
    )
    """,
    # Blocks are already packed: trying to compress them again costs time and gains nothing.
    "ALTER TABLE consumption_day ALTER COLUMN data SET STORAGE EXTERNAL",
    """
    CREATE TABLE price_day (
        area VARCHAR(16) NOT NULL,
        source_time BIGINT NOT NULL,
        day INT NOT NULL,
        revision INT NOT NULL,
        resolution SMALLINT NOT NULL,
        data BYTEA NOT NULL,
        PRIMARY KEY (area, day)
    )
    """,
    "ALTER TABLE price_day ALTER COLUMN data SET STORAGE EXTERNAL",
)


async def create_series_tables(_apps: StateApps, editor: BaseSchemaEditor) -> None:
    for statement in _SQLITE if editor.DIALECT == "sqlite" else _POSTGRES:
        await editor.client.execute_query(statement)


async def drop_series_tables(_apps: StateApps, editor: BaseSchemaEditor) -> None:
    for table in ("price_day", "consumption_day"):
        await editor.client.execute_query(f"DROP TABLE {table}")


_SQLITE_MONTHS = (
    """
    CREATE TABLE consumption_month (
        metering_point_id CHAR(36) NOT NULL REFERENCES metering_point (id) ON DELETE RESTRICT,
        series SMALLINT NOT NULL,
        month INT NOT NULL,
        total_micro_kwh BIGINT NOT NULL,
        revision BIGINT NOT NULL,
        complete_days SMALLINT NOT NULL,
        worst_quality SMALLINT NOT NULL,
        PRIMARY KEY (metering_point_id, series, month)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE cost_month (
        metering_point_id CHAR(36) NOT NULL REFERENCES metering_point (id) ON DELETE RESTRICT,
        contract_id CHAR(36) NOT NULL,
        month INT NOT NULL,
        energy_revision BIGINT NOT NULL,
        price_revision BIGINT NOT NULL,
        agreement INT NOT NULL,
        status SMALLINT NOT NULL,
        price_sum BIGINT,
        cost VARCHAR(60),
        PRIMARY KEY (metering_point_id, contract_id, month)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE price_month (
        area VARCHAR(16) NOT NULL,
        month INT NOT NULL,
        revision BIGINT NOT NULL,
        PRIMARY KEY (area, month)
    ) WITHOUT ROWID
    """,
)
_POSTGRES_MONTHS = (
    """
    CREATE TABLE consumption_month (
        metering_point_id UUID NOT NULL REFERENCES metering_point (id) ON DELETE RESTRICT,
        total_micro_kwh BIGINT NOT NULL,
        revision BIGINT NOT NULL,
        month INT NOT NULL,
        series SMALLINT NOT NULL,
        complete_days SMALLINT NOT NULL,
        worst_quality SMALLINT NOT NULL,
        PRIMARY KEY (metering_point_id, series, month)
    )
    """,
    # Similar homes are compared month by month, over all metering points.
    "CREATE INDEX consumption_month_by_month ON consumption_month (month, series)",
    """
    CREATE TABLE cost_month (
        metering_point_id UUID NOT NULL REFERENCES metering_point (id) ON DELETE RESTRICT,
        contract_id UUID NOT NULL,
        energy_revision BIGINT NOT NULL,
        price_revision BIGINT NOT NULL,
        price_sum BIGINT,
        month INT NOT NULL,
        agreement INT NOT NULL,
        status SMALLINT NOT NULL,
        cost VARCHAR(60),
        PRIMARY KEY (metering_point_id, contract_id, month)
    )
    """,
    """
    CREATE TABLE price_month (
        area VARCHAR(16) NOT NULL,
        month INT NOT NULL,
        revision BIGINT NOT NULL,
        PRIMARY KEY (area, month)
    )
    """,
)
_MONTH_OF_DAY = {
    "sqlite": "(CAST(strftime('%Y', day * 86400, 'unixepoch') AS INT) * 12"
    " + CAST(strftime('%m', day * 86400, 'unixepoch') AS INT) - 1)",
    "postgres": "(EXTRACT(YEAR FROM DATE '1970-01-01' + day) * 12 + EXTRACT(MONTH FROM DATE '1970-01-01' + day) - 1)::INT",
}


async def create_month_tables(_apps: StateApps, editor: BaseSchemaEditor) -> None:
    """Sums by local month, filled from the days that are there. What `metering.months` and `prices.months` keep up."""
    is_sqlite = editor.DIALECT == "sqlite"
    month = _MONTH_OF_DAY["sqlite" if is_sqlite else "postgres"]
    fill_consumption = (
        "INSERT INTO consumption_month (metering_point_id, series, month, total_micro_kwh, revision, complete_days,"
        f" worst_quality) SELECT metering_point_id, series, {month}, SUM(COALESCE(total_micro_kwh, 0)), SUM(revision),"
        " SUM(CASE WHEN worst_quality < 8 THEN 1 ELSE 0 END), MAX(worst_quality) FROM consumption_day GROUP BY 1, 2, 3"
    )
    fill_prices = (
        "INSERT INTO price_month (area, month, revision)"
        f" SELECT area, {month}, SUM(revision) FROM price_day GROUP BY 1, 2"
    )
    for statement in (*(_SQLITE_MONTHS if is_sqlite else _POSTGRES_MONTHS), fill_consumption, fill_prices):
        await editor.client.execute_query(statement)


async def drop_month_tables(_apps: StateApps, editor: BaseSchemaEditor) -> None:
    for table in ("price_month", "cost_month", "consumption_month"):
        await editor.client.execute_query(f"DROP TABLE {table}")


async def add_outside_vat(_apps: StateApps, editor: BaseSchemaEditor) -> None:
    """Whether what a month cost is without VAT. What is kept already is computed anew (`contracts.agreements.fingerprint`)."""
    await editor.client.execute_query(
        "ALTER TABLE cost_month ADD COLUMN outside_vat BOOLEAN NOT NULL DEFAULT FALSE"
    )


async def drop_outside_vat(_apps: StateApps, editor: BaseSchemaEditor) -> None:
    await editor.client.execute_query("ALTER TABLE cost_month DROP COLUMN outside_vat")
