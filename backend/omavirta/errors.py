"""The exceptions that Omavirta raises on purpose.

    OmavirtaError
    ├── SettingsError          a setting is missing or wrong; the process refuses to start
    ├── DatabaseNotReady       the database cannot be opened or its migrations are not current
    └── FileRefused            a file that came in is not taken; says where and why, in words a clerk understands

What a caller of the API can mend is data (`userErrors`) or a `ClientError` of `omavirta.graphql.errors`.
"""


class OmavirtaError(Exception):
    """Base of all errors raised on purpose."""


class SettingsError(OmavirtaError):
    """A setting is missing or wrong; the message names the variable."""


class DatabaseNotReady(OmavirtaError):  # noqa: N818 - a state, not a fault
    """The database cannot be used as it is; the message says what to do."""


class FileRefused(OmavirtaError):  # noqa: N818 - the everyday word for what happened
    """A file is not taken, and nothing of it is kept.

    `place` is where in the file (a line number, an entry's position), or None where it is the file as a whole. `others` is
    what else was found.
    """

    def __init__(self, reason: str, *, place: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place
        self.others: tuple[FileRefused, ...] = ()
