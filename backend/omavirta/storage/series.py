"""The tables of series: a row a local day, its values one compact block (`metering.block`).

They are plain SQL because their primary key is composite, which keeps a year's days side by side on disk: on SQLite the
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
