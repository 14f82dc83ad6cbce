"""What a database is asked while a test watches it."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from omavirta.storage.database import Database


@dataclass
class Asked:
    """What a database is asked."""

    statements: int = 0
    days: list[int] = field(default_factory=list)
    """Those of which blocks or totals are read (`metering.reading`), of any point."""

    @classmethod
    def of(cls, database: Database, monkeypatch: pytest.MonkeyPatch) -> "Asked":
        asked = cls()

        def watched(fetch: Any) -> Any:
            async def watch(sql: str, *params: Any) -> Any:
                rows = await fetch(sql, *params)
                asked.statements += 1
                if sql.startswith("WITH wanted"):
                    asked.days += sorted(row[0] for row in rows)
                return rows

            return watch

        monkeypatch.setattr(database, "fetch", watched(database.fetch))
        monkeypatch.setattr(database, "fetch_by_key", watched(database.fetch_by_key))
        return asked

    def taken(self) -> tuple[int, list[int]]:
        """Since the last time: how many statements, and the days."""
        taken = self.statements, self.days
        self.statements, self.days = 0, []
        return taken
