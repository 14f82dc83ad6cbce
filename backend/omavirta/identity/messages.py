"""What sign-in says to people, and what several mutations say alike, in three languages."""

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
SIGN_IN_REQUIRED = {
    Language.FI: "Et ole enää kirjautuneena. Kirjaudu sisään ja yritä uudelleen.",
    Language.SV: "Du är inte längre inloggad. Logga in och försök igen.",
    Language.EN: "You are no longer logged in. Log in and try again.",
}
STEP_UP_REQUIRED = {
    Language.FI: "Vahvista ensin, että se olet sinä.",
    Language.SV: "Bekräfta först att det är du.",
    Language.EN: "Confirm first that it is you.",
}
ACCOUNT_LOCKED = {
    Language.FI: "Tilisi on lukittu turvallisuussyistä. Soita asiakaspalveluun, niin selvitämme asian.",
    Language.SV: "Ditt konto är låst av säkerhetsskäl. Ring kundtjänsten, så reder vi ut saken.",
    Language.EN: "Your account is locked for safety. Call customer service: we will look into it.",
}
WRONG_PASSWORD = {
    Language.FI: "Salasana on väärä. Tarkista se ja yritä uudelleen.",
    Language.SV: "Lösenordet är fel. Kontrollera det och försök igen.",
    Language.EN: "The password is wrong. Check it and try again.",
}
PASSWORD_TOO_SHORT = {
    Language.FI: "Salasanassa pitää olla vähintään 8 merkkiä.",
    Language.SV: "Lösenordet måste ha minst 8 tecken.",
    Language.EN: "The password needs at least 8 characters.",
}
PASSWORD_TOO_LONG = {
    Language.FI: "Salasanassa voi olla enintään 256 merkkiä.",
    Language.SV: "Lösenordet kan ha högst 256 tecken.",
    Language.EN: "The password can have at most 256 characters.",
}
PASSWORD_COMMON = {
    Language.FI: "Tämä salasana on helppo arvata. Valitse toinen.",
    Language.SV: "Det här lösenordet är lätt att gissa. Välj ett annat.",
    Language.EN: "This password is easy to guess. Choose another.",
}
USER_NAME_INVALID = {
    Language.FI: "Käyttäjätunnuksessa on 3–64 merkkiä: kirjaimia, numeroita, pisteitä, viivoja ja alaviivoja.",
    Language.SV: "Ett användarnamn har 3–64 tecken: bokstäver, siffror, punkter, bindestreck och understreck.",
    Language.EN: "A user name has 3–64 characters: letters, digits, dots, hyphens and underscores.",
}
USER_NAME_TAKEN = {
    Language.FI: "Tämä käyttäjätunnus on jo käytössä. Valitse toinen.",
    Language.SV: "Användarnamnet är redan upptaget. Välj ett annat.",
    Language.EN: "This user name is already in use. Choose another.",
}
EMAIL_INVALID = {
    Language.FI: "Anna sähköpostiosoite muodossa nimi@esimerkki.fi.",
    Language.SV: "Ange e-postadressen i formen namn@exempel.fi.",
    Language.EN: "Enter the e-mail address in the form name@example.fi.",
}
RETURN_TO_INVALID = {
    Language.FI: "Paluuosoite ei ole tämän palvelun sivu.",
    Language.SV: "Returadressen är inte en sida i den här tjänsten.",
    Language.EN: "The address to return to is not a page of this service.",
}
NO_IDENTIFICATION_SERVICE = {
    Language.FI: "Tunnistuspalvelu ei ole käytössä. Päivitä sivu ja valitse uudelleen.",
    Language.SV: "Identifieringstjänsten är inte i bruk. Uppdatera sidan och välj på nytt.",
    Language.EN: "The identification service is not in use. Reload the page and choose again.",
}
CODE_WRONG = {
    Language.FI: "Koodi on väärä tai vanhentunut. Yrityksiä on rajallisesti. Tarkista koodi tai pyydä uusi.",
    Language.SV: "Koden är fel eller har gått ut. Antalet försök är begränsat. Kontrollera koden eller be om en ny.",
    Language.EN: "The code is wrong or has expired. The number of attempts is limited. Check the code or ask for a new one.",
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
