"""The data that figures are measured on."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import numpy as np

from omavirta.clock import to_epoch_microseconds
from omavirta.contracts.models import Contract, Product
from omavirta.customers.models import Customer, Mandate
from omavirta.identity.models import Account
from omavirta.identity.sessions import create_session
from omavirta.metering.block import encode_block
from omavirta.metering.calendar import day_date, day_number, day_start, slots_of_day
from omavirta.metering.models import MeteringPoint, NetworkCompany
from omavirta.metering.reading import Series
from omavirta.metering.series import day_total
from omavirta.metering.writing import IncomingDay, merge_days
from omavirta.settings import Settings
from omavirta.storage.database import Database, open_database
from omavirta.storage.migrate import migrate_database

POINT = UUID("01990000-0000-7000-8000-000000000001")
YEAR_FROM = day_number(date(2025, 1, 1))
YEAR_TO = day_number(date(2026, 1, 1))


def settings_for(database_url: str) -> Settings:
    return Settings(
        database_url=database_url,
        public_url="http://localhost:8000",
        secret_key="the benchmark's own key, of no use elsewhere",
        points_per_hour=1_000_000_000,
        # Nothing that is measured sends any.
        mail="file:/dev/null/none",
        mail_from="oma@revontuli.example.fi",
    )


async def make_world(database_url: str) -> str:
    """A customer with one metering point and a year of quarter-hours in a new database; gives a session's cookie."""
    await migrate_database(database_url)
    async with open_database(database_url) as database:
        account = await _rows(database)
        async with database.transaction() as transaction:
            await merge_days(
                transaction, Series.CONSUMPTION, _days(), to_epoch_microseconds(datetime.now(UTC))
            )
            return await create_session(transaction, account, datetime.now(UTC))


def make_reading_rows(path: Path) -> None:
    """The same year by hours, a row a reading, as an object-relational mapper would keep it."""
    with sqlite3.connect(path) as connection:
        connection.execute(
            "CREATE TABLE reading (id INTEGER PRIMARY KEY, start TIMESTAMP, energy_kwh REAL, quality VARCHAR(20))"
        )
        connection.execute("CREATE INDEX reading_start ON reading (start)")
        first = day_start(YEAR_FROM)
        connection.executemany(
            "INSERT INTO reading (start, energy_kwh, quality) VALUES (?, ?, ?)",
            [
                (str(datetime.fromtimestamp(first + hour * 3600, UTC)), hour % 97 / 10, "MEASURED")
                for hour in range(8760)
            ],
        )
    connection.close()


async def _rows(database: Database) -> UUID:
    with database.orm():
        company = await NetworkCompany.create(
            name="Verkko", phone="+358 1", website="https://verkko.example.fi"
        )
        await MeteringPoint.create(
            id=POINT,
            gsrn="643007127000000013",
            street="Katu 1",
            postal_code="00100",
            city="Helsinki",
            network_company=company,
        )
        product = await Product.create(
            code="bench",
            kind="SPOT",
            names={"fi": "Tuote"},
            descriptions={"fi": "Tuote"},
            valid_from=date(2020, 1, 1),
        )
        customer = await Customer.create(number="1", kind="PERSON", name="Penkki")
        await Contract.create(
            customer=customer,
            metering_point_id=POINT,
            product=product,
            number="1",
            start_date=date(2020, 1, 1),
        )
        account = await Account.create(
            user_name="bench",
            user_name_key="bench",
            email="b@example.fi",
            email_key="b@example.fi",
            name="Penkki",
            created_at=0,
        )
        await Mandate.create(customer=customer, account_id=account.id, role="ADMINISTRATOR")
        return account.id


def _days() -> list[IncomingDay]:
    random = np.random.default_rng(1)
    days = []
    for day in range(YEAR_FROM, YEAR_TO):
        values = random.gamma(2, 17, slots_of_day(day, 15)).astype(np.int64) * 10_000
        qualities = np.ones(len(values), np.uint8)
        if day_date(day).day == 12:
            qualities[40:44] = 9
        total, quality = day_total(values, qualities)
        days.append(IncomingDay(POINT, day, 15, total, quality, encode_block(values, qualities)))
    return days
