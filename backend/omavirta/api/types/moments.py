"""Moments of tables (microseconds since 1970) as the API shows them: local, with their offset."""

from datetime import datetime

from omavirta.clock import from_epoch_microseconds
from omavirta.metering.calendar import TIME_ZONE


def local_moment(microseconds: int) -> datetime:
    return from_epoch_microseconds(microseconds).astimezone(TIME_ZONE)
