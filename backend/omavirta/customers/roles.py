"""What an account may do for a customer."""

from enum import StrEnum


class MandateRole(StrEnum):
    ADMINISTRATOR = "ADMINISTRATOR"
    READER = "READER"
