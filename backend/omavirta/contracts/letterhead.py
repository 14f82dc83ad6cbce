"""The retailer as the sender of mail."""

from omavirta.api.language import Language, in_language
from omavirta.contracts.retailer import PhoneData, RetailerData
from omavirta.mail.letterhead import Letterhead
from omavirta.mail.transports import sender_address
from omavirta.settings import Settings


def letterhead_of(retailer: RetailerData, settings: Settings) -> Letterhead:
    """Raises SettingsError where OMAVIRTA_MAIL_FROM is missing or no address."""
    return Letterhead(
        sender_address=sender_address(settings),
        sender_name=retailer.name,
        phones={
            language: tuple(_line(phone, language) for phone in retailer.phones) for language in Language
        },
        portal_url=settings.public_url,
    )


def _line(phone: PhoneData, language: Language) -> str:
    return (
        f"{in_language(phone.name, language)} {phone.number} ({in_language(phone.opening_hours, language)})"
    )
