"""What registration says to people, in three languages."""

from omavirta.api.language import Language

EXPIRED = {
    Language.FI: "Rekisteröityminen ei ole enää kesken tässä selaimessa. Jos sait sen valmiiksi, kirjaudu sisään."
    " Muussa tapauksessa tunnistaudu uudelleen.",
    Language.SV: "Registreringen pågår inte längre i den här webbläsaren. Logga in om du blev klar med den."
    " Annars ska du identifiera dig på nytt.",
    Language.EN: "The registration is no longer under way in this browser. If you finished it, log in."
    " Otherwise identify yourself again.",
}
NO_CUSTOMER = {
    Language.FI: "Emme löytäneet tiedoillasi asiakkuutta. Jos asioit yrityksen puolesta, anna yrityksen Y-tunnus"
    " ja asiakasnumero. Muussa tapauksessa ota yhteyttä asiakaspalveluun.",
    Language.SV: "Vi hittade inget kundförhållande med dina uppgifter. Om du sköter ett företags ärenden, ange"
    " företagets FO-nummer och kundnummer. Kontakta annars kundtjänsten.",
    Language.EN: "We found no customer with your details. If you act for a company, give its business ID and"
    " customer number. Otherwise contact customer service.",
}
EMAIL_TAKEN = {
    Language.FI: "Tällä sähköpostiosoitteella on jo tili. Kirjaudu sisään tai käytä toista osoitetta.",
    Language.SV: "Det finns redan ett konto med den här e-postadressen. Logga in eller använd en annan adress.",
    Language.EN: "There is already an account with this e-mail address. Log in, or use another address.",
}
TOO_MANY_MAILS = {
    Language.FI: "Tähän osoitteeseen on jo lähetetty monta viestiä. Odota tunti ja pyydä koodi sitten uudelleen.",
    Language.SV: "Vi har redan skickat flera meddelanden till den här adressen. Vänta en timme och be sedan om en ny kod.",
    Language.EN: "We have already sent several messages to this address. Wait an hour, then ask for a new code.",
}
TOO_MANY_TRIES = {
    Language.FI: "Tähän osoitteeseen lähetetty koodi on annettu väärin liian monta kertaa."
    " Pyydä uusi koodi huomenna tai käytä toista osoitetta.",
    Language.SV: "Koden till den här adressen har angetts fel för många gånger."
    " Be om en ny kod i morgon eller använd en annan adress.",
    Language.EN: "A code sent to this address has been entered wrong too many times."
    " Ask for a new code tomorrow, or use another address.",
}
TERMS_CHANGED = {
    Language.FI: "Ehdot ovat muuttuneet. Lataa sivu uudelleen, lue ehdot ja hyväksy ne.",
    Language.SV: "Villkoren har ändrats. Ladda om sidan, läs villkoren och godkänn dem.",
    Language.EN: "The terms have changed. Reload the page, read the terms and accept them.",
}
