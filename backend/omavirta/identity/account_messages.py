"""What My details says to people, in three languages."""

from omavirta.api.language import Language

PHONE_INVALID = {
    Language.FI: "Anna puhelinnumero, esimerkiksi 040 123 4567. Ulkomaisen numeron edessä on maakoodi, esimerkiksi +46.",
    Language.SV: "Ange ett telefonnummer, till exempel 040 123 4567. Före ett utländskt nummer står landskoden, till exempel +46.",
    Language.EN: "Enter a phone number, for example 040 123 4567. A foreign number begins with its country code, for example +46.",
}
EMAIL_IS_YOURS = {
    Language.FI: "Tämä on jo sähköpostiosoitteesi.",
    Language.SV: "Det här är redan din e-postadress.",
    Language.EN: "This is your e-mail address already.",
}
EMAIL_TAKEN = {
    Language.FI: "Tällä sähköpostiosoitteella on nyt toinen tili. Valitse toinen osoite.",
    Language.SV: "Den här e-postadressen har nu ett annat konto. Välj en annan adress.",
    Language.EN: "This e-mail address now has another account. Choose another address.",
}
SESSION_NOT_FOUND = {
    Language.FI: "Tämä laite ei ole enää kirjautuneena.",
    Language.SV: "Den här enheten är inte längre inloggad.",
    Language.EN: "This device is no longer logged in.",
}
