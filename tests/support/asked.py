"""What a database is asked while a test watches it."""

import re
from dataclasses import dataclass, field
from typing import Any

from omavirta.storage.database import Database


@dataclass
class Asked:
    """Outside of transactions; what works beside the requests looks for its own work, which does not count."""

    statements: int = 0
    days: list[int] = field(default_factory=list)
    """Those of which blocks or totals are read (`metering.reading`), of any point."""

    @classmethod
    def of(cls, database: Database) -> "Asked":
        """From here on."""
        asked = cls()

        def watched(fetch: Any) -> Any:
            async def watch(sql: str, *params: Any) -> Any:
                rows = await fetch(sql, *params)
                if not re.search(r"FROM (outbox_mail|data_export|mail_request)\b", sql):
                    asked.statements += 1
                if sql.startswith("WITH wanted"):
                    asked.days += sorted(row[0] for row in rows)
                return rows

            return watch

        own: Any = database
        own.fetch, own.fetch_by_key = watched(database.fetch), watched(database.fetch_by_key)
        return asked

    def taken(self) -> tuple[int, list[int]]:
        """Since the last time: how many statements, and the days."""
        taken = self.statements, self.days
        self.statements, self.days = 0, []
        return taken
