"""What passkeys, access tokens and exports say to people, in three languages."""

from omavirta.api.language import Language

PASSKEY = {Language.FI: "Pääsyavain", Language.SV: "Lösennyckel", Language.EN: "Passkey"}
PASSKEY_OVER = {
    Language.FI: "Aika loppui kesken. Yritä uudelleen.",
    Language.SV: "Tiden tog slut. Försök igen.",
    Language.EN: "Time ran out. Try again.",
}
PASSKEY_NOT_ADDED = {
    Language.FI: "Pääsyavainta ei voitu lisätä. Yritä uudelleen tai käytä toista laitetta.",
    Language.SV: "Lösennyckeln kunde inte läggas till. Försök igen eller använd en annan enhet.",
    Language.EN: "The passkey could not be added. Try again, or use another device.",
}
PASSKEY_TAKEN = {
    Language.FI: "Tällä laitteella on jo pääsyavain palveluun. Voit käyttää sitä.",
    Language.SV: "Den här enheten har redan en lösennyckel till tjänsten. Du kan använda den.",
    Language.EN: "This device already has a passkey for the service. You can use that one.",
}
PASSKEY_LIMIT = {
    Language.FI: "Pääsyavaimia voi olla enintään 20. Poista ensin jokin, jota et enää käytä.",
    Language.SV: "Du kan ha högst 20 lösennycklar. Ta först bort någon som du inte längre använder.",
    Language.EN: "You can have at most 20 passkeys. First remove one that you no longer use.",
}
PASSKEY_REFUSED = {
    Language.FI: "Kirjautuminen pääsyavaimella ei onnistunut. Yritä uudelleen tai kirjaudu toisella tavalla.",
    Language.SV: "Inloggningen med lösennyckel lyckades inte. Försök igen eller logga in på ett annat sätt.",
    Language.EN: "Logging in with the passkey did not work. Try again, or log in another way.",
}
PASSKEY_NOT_FOUND = {
    Language.FI: "Tätä pääsyavainta ei enää ole.",
    Language.SV: "Den här lösennyckeln finns inte längre.",
    Language.EN: "This passkey is no longer there.",
}
TOKEN_SCOPES_REQUIRED = {
    Language.FI: "Valitse ainakin yksi asia, jonka käyttöavaimella saa lukea.",
    Language.SV: "Välj minst en sak som får läsas med åtkomstnyckeln.",
    Language.EN: "Choose at least one thing that the access token may read.",
}
TOKEN_POINTS_REQUIRED = {
    Language.FI: "Valitse ainakin yksi käyttöpaikka.",
    Language.SV: "Välj minst ett driftställe.",
    Language.EN: "Choose at least one metering point.",
}
TOKEN_POINTS_TOO_MANY = {
    Language.FI: "Valitse enintään 100 käyttöpaikkaa, tai anna käyttöavaimen lukea ne kaikki.",
    Language.SV: "Välj högst 100 driftställen, eller låt åtkomstnyckeln läsa dem alla.",
    Language.EN: "Choose at most 100 metering points, or let the access token read all of them.",
}
TOKEN_POINT_NOT_FOUND = {
    Language.FI: "Jokin valituista käyttöpaikoista ei ole sinun. Valitse käyttöpaikat uudelleen.",
    Language.SV: "Något av de valda driftställena är inte ditt. Välj driftställena på nytt.",
    Language.EN: "One of the chosen metering points is not yours. Choose the metering points again.",
}
TOKEN_DATE = {
    Language.FI: "Valitse päivä tästä päivästä enintään vuoden päähän.",
    Language.SV: "Välj en dag från i dag till högst ett år framåt.",
    Language.EN: "Choose a day from today to a year from now.",
}
TOKEN_LIMIT = {
    Language.FI: "Käyttöavaimia voi olla enintään 50. Poista ensin jokin, jota et enää käytä.",
    Language.SV: "Du kan ha högst 50 åtkomstnycklar. Ta först bort någon som du inte längre använder.",
    Language.EN: "You can have at most 50 access tokens. First delete one that you no longer use.",
}
TOKEN_NOT_FOUND = {
    Language.FI: "Tätä käyttöavainta ei enää ole.",
    Language.SV: "Den här åtkomstnyckeln finns inte längre.",
    Language.EN: "This access token is no longer there.",
}
EXPORT_LIMIT = {
    Language.FI: "Olet pyytänyt tietosi tänään jo viisi kertaa. Yritä huomenna uudelleen.",
    Language.SV: "Du har redan begärt dina uppgifter fem gånger i dag. Försök igen i morgon.",
    Language.EN: "You have asked for your data five times today. Try again tomorrow.",
}
