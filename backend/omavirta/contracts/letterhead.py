"""The retailer as the sender of mail."""

from omavirta.api.language import Language, in_language
from omavirta.contracts.retailer import PhoneData, RetailerData
from omavirta.mail.letterhead import Letterhead, Phone
from omavirta.mail.transports import sender_address
from omavirta.settings import Settings


def letterhead_of(retailer: RetailerData, settings: Settings) -> Letterhead:
    """Raises SettingsError where OMAVIRTA_MAIL_FROM is missing or no address."""
    return Letterhead(
        sender_address=sender_address(settings),
        sender_name=retailer.name,
        phones={language: tuple(_phone(data, language) for data in retailer.phones) for language in Language},
        portal_url=settings.public_url,
    )


def _phone(data: PhoneData, language: Language) -> Phone:
    return Phone(
        f"{in_language(data.name, language)} {data.number}", in_language(data.opening_hours, language)
    )
