"""What sign-in says to people, in three languages."""

import math
from datetime import timedelta

from omavirta.api.language import Language

REQUIRED = {
    Language.FI: "Täytä tämä kenttä.",
    Language.SV: "Fyll i det här fältet.",
    Language.EN: "Fill in this field.",
}
TOO_LONG = {
    Language.FI: "Teksti on liian pitkä.",
    Language.SV: "Texten är för lång.",
    Language.EN: "The text is too long.",
}
INVALID_CREDENTIALS = {
    Language.FI: "Käyttäjätunnus tai salasana on väärä. Tarkista molemmat ja yritä uudelleen.",
    Language.SV: "Användarnamnet eller lösenordet är fel. Kontrollera båda och försök igen.",
    Language.EN: "The user name or the password is wrong. Check both and try again.",
}
_TRY_LATER_ONE = {
    Language.FI: "Yrityksiä on ollut liian monta. Yritä uudelleen minuutin kuluttua.",
    Language.SV: "För många försök. Försök igen om en minut.",
    Language.EN: "There have been too many attempts. Try again in a minute.",
}
_TRY_LATER_MANY = {
    Language.FI: "Yrityksiä on ollut liian monta. Yritä uudelleen {minutes} minuutin kuluttua.",
    Language.SV: "För många försök. Försök igen om {minutes} minuter.",
    Language.EN: "There have been too many attempts. Try again in {minutes} minutes.",
}


def try_later(wait: timedelta, language: Language) -> str:
    minutes = max(1, math.ceil(wait / timedelta(minutes=1)))
    return (_TRY_LATER_ONE if minutes == 1 else _TRY_LATER_MANY)[language].format(minutes=minutes)
