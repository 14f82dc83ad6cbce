"""The words of every message, in three languages side by side."""

from omavirta.api.language import Language
from omavirta.mail.letters import accounts, changes, companies, recovery
from omavirta.mail.letters.letter import Letter, Translations
from omavirta.mail.messages import MandateChanged, MandateGranted, MandateInvited, Message, UserNameReminder

LETTERS: dict[type[Message], Translations] = (
    accounts.LETTERS | recovery.LETTERS | changes.LETTERS | companies.LETTERS
)


def letter_of(message: Message, language: Language) -> Letter:
    """The letter that a message is, its `{name}`s not filled in yet."""
    match message:
        case UserNameReminder(user_name=None):
            return recovery.NO_USER_NAME[language]
        case MandateGranted(role="READER"):
            return companies.GRANTED_TO_READ[language]
        case MandateChanged(role="READER"):
            return companies.CHANGED_TO_READ[language]
        case MandateInvited(role="READER"):
            return companies.INVITED_TO_READ[language]
        case _:
            return LETTERS[type(message)][language]
