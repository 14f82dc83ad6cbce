"""What is said about acting for companies, in three languages."""

from omavirta.api.language import Language

BUSINESS_ID_INVALID = {
    Language.FI: "Anna Y-tunnus muodossa 1234567-1 ja tarkista numerot.",
    Language.SV: "Ange FO-numret i formen 1234567-1 och kontrollera siffrorna.",
    Language.EN: "Enter the business ID in the form 1234567-1, and check the digits.",
}
COMPANY_NOT_FOUND = {
    Language.FI: "Emme löytäneet yritystä näillä tiedoilla. Y-tunnus ja asiakasnumero ovat yrityksen sähkölaskussa.",
    Language.SV: "Vi hittade inget företag med de här uppgifterna. FO-numret och kundnumret finns på företagets"
    " elräkning.",
    Language.EN: "We found no company with these details. The business ID and the customer number are on the"
    " company’s electricity bill.",
}
CUSTOMER_NOT_FOUND = {
    Language.FI: "Yritystä ei löytynyt, tai et enää asioi sen puolesta.",
    Language.SV: "Företaget hittades inte, eller så sköter du inte längre dess ärenden.",
    Language.EN: "The company was not found, or you no longer act for it.",
}
REQUEST_NOT_FOUND = {
    Language.FI: "Pyyntöä ei löytynyt. Se on ehkä jo käsitelty.",
    Language.SV: "Begäran hittades inte. Den kan redan vara behandlad.",
    Language.EN: "The request was not found. It may have been decided already.",
}
INVITATION_NOT_FOUND = {
    Language.FI: "Kutsua ei löytynyt. Se on ehkä jo hyväksytty tai vanhentunut.",
    Language.SV: "Inbjudan hittades inte. Den kan redan vara godkänd eller ha gått ut.",
    Language.EN: "The invitation was not found. It may have been accepted already, or have expired.",
}
MANDATE_NOT_FOUND = {
    Language.FI: "Käyttäjää ei löytynyt. Hänet on ehkä jo poistettu.",
    Language.SV: "Användaren hittades inte. Användaren kan redan vara borttagen.",
    Language.EN: "The user was not found. They may have been removed already.",
}
INVITATION_EXPIRED = {
    Language.FI: "Kutsu ei ole enää voimassa. Pyydä yrityksen pääkäyttäjältä uusi kutsu.",
    Language.SV: "Inbjudan gäller inte längre. Be företagets administratör om en ny inbjudan.",
    Language.EN: "The invitation is no longer valid. Ask the company’s administrator for a new one.",
}
ADMINISTRATORS_ONLY = {
    Language.FI: "Vain yrityksen pääkäyttäjä voi tehdä tämän.",
    Language.SV: "Bara företagets administratör kan göra detta.",
    Language.EN: "Only an administrator of the company can do this.",
}
LAST_ADMINISTRATOR = {
    Language.FI: "Yrityksellä pitää olla vähintään yksi pääkäyttäjä. Anna ensin jollekulle muulle pääkäyttäjän"
    " oikeudet.",
    Language.SV: "Ett företag måste ha minst en administratör. Gör först någon annan till administratör.",
    Language.EN: "A company needs at least one administrator. Make someone else an administrator first.",
}
IS_USER = {
    Language.FI: "Tämän osoitteen haltija on jo yrityksen käyttäjä.",
    Language.SV: "Den som har adressen är redan användare för företaget.",
    Language.EN: "The owner of this address is already a user of the company.",
}
TOO_MANY_INVITATIONS = {
    Language.FI: "Yrityksellä on jo 50 avointa kutsua. Peru ensin jokin niistä.",
    Language.SV: "Företaget har redan 50 öppna inbjudningar. Återkalla först någon av dem.",
    Language.EN: "The company already has 50 open invitations. Withdraw one of them first.",
}
