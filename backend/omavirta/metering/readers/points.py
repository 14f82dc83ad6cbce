"""Whose a row is: the metering point ids of a file, and what becomes of ids that were lost."""

import re

from omavirta.errors import FileRefused
from omavirta.metering.gsrn import GsrnError, is_finnish, parse_gsrn

MOST_REMEMBERED = 50_000

_SPREADSHEET_NUMBER = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
_GIVE_IT = "say with --metering-point whose readings they are"


class PointIds(dict[str, int]):
    """Maps the id as a file writes it to the number of the metering point; raises FileRefused.

    With a metering point from the caller, ids that say nothing (empty, 0, spoilt by a spreadsheet program, made
    unrecognisable) stand for that one. A real id of another Finnish metering point is refused: it is someone else's file.
    """

    def __init__(self, given: str | None) -> None:
        super().__init__()
        self.given = given

    def __missing__(self, text: str) -> int:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        self[text] = number = int(self._resolve(text))
        return number

    def of_file(self, kind: str) -> int:
        """The caller's metering point, for a layout that never names one."""
        if self.given is None:
            raise FileRefused(f"{kind} does not name its metering point: {_GIVE_IT}")
        return int(self.given)

    def _resolve(self, text: str) -> str:
        try:
            found = parse_gsrn(text)
        except GsrnError as error:
            if self.given is None:
                raise FileRefused(_why_lost(text, error)) from None
            return self.given
        if self.given is None or found == self.given:
            return found
        if is_finnish(found):
            raise FileRefused(
                f"the row is of metering point {found}, not of {self.given} that was given with --metering-point"
            )
        return self.given


def is_spreadsheet_number(text: str) -> bool:
    """Whether a spreadsheet program has shortened a long number, as in 6,43007E+17."""
    return _SPREADSHEET_NUMBER.fullmatch(text) is not None


def _why_lost(text: str, error: GsrnError) -> str:
    again = (
        f"download the file again from Oma Datahub and send it without saving it in between, or {_GIVE_IT}"
    )
    if is_spreadsheet_number(text):
        return f"the metering point id is lost: a spreadsheet program has made {text} of it; {again}"
    if not text.strip(" 0"):
        return (
            f"the metering point id is lost: {f'only {text} stands' if text else 'nothing stands'} in its place,"
            f" as when a spreadsheet program has saved the file; {again}"
        )
    return f"{text!r} is not a metering point id: {error}"
