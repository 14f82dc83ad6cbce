"""The archive's README.txt: what is in which file, in the person's language."""

from collections.abc import Sequence
from datetime import datetime

from omavirta.api.language import Language
from omavirta.metering.calendar import TIME_ZONE

_WIDTH = 24
_HEADINGS = {
    Language.FI: (
        "Omavirta: sinun tietosi {day}",
        (
            "Tässä paketissa ovat asiakkuutesi ja tilisi tiedot tässä palvelussa. CSV-tiedostot avautuvat"
            " taulukkolaskennassa. JSON-tiedostot ovat muille ohjelmille, mutta voit lukea niitä myös tekstieditorilla."
            " Merkistö on UTF-8."
        ),
        (
            "Ajat ovat Suomen aikaa, ja niissä on ero UTC-aikaan (+02:00 talvella, +03:00 kesällä). Luvuissa on"
            " desimaalipiste, CSV-tiedostoissa erottimena pilkku."
        ),
    ),
    Language.SV: (
        "Omavirta: dina uppgifter {day}",
        (
            "I det här paketet finns uppgifterna om ditt kundförhållande och ditt konto i den här tjänsten. CSV-filerna går"
            " att öppna i kalkylprogram. JSON-filerna är för andra program, men du kan läsa dem också i en textredigerare."
            " Teckenkodningen är UTF-8."
        ),
        (
            "Tiderna är finländsk tid med skillnaden till UTC (+02:00 på vintern, +03:00 på sommaren). Talen har"
            " decimalpunkt, och i CSV-filerna skiljs fälten åt med komma."
        ),
    ),
    Language.EN: (
        "Omavirta: your data, {day}",
        (
            "This archive holds the details of you as a customer and of your account in this service. The CSV files open in"
            " spreadsheets. The JSON files are for other programs, but you can read them in a text editor too. They are all"
            " written in UTF-8."
        ),
        (
            "Times are Finnish local time with the difference from UTC (+02:00 in winter, +03:00 in summer). Numbers have a"
            " decimal point, and CSV files have commas between fields."
        ),
    ),
}
_FILES = {
    "account.json": {
        Language.FI: "tilisi: nimi, yhteystiedot, asetukset, pääsyavaimet, käyttöavaimet, kirjautuneet laitteet ja"
        " yritykset, joiden puolesta voit toimia",
        Language.SV: "ditt konto: namn, kontaktuppgifter, inställningar, lösennycklar, åtkomstnycklar, inloggade enheter"
        " och de företag som du kan företräda",
        Language.EN: "your account: name, contact details, settings, passkeys, access tokens, devices that are logged in,"
        " and the companies that you can act for",
    },
    "security_events.json": {
        Language.FI: "mitä tilillesi on tapahtunut: esimerkiksi kirjautumiset ja salasanan vaihdot",
        Language.SV: "vad som har hänt på ditt konto: till exempel inloggningar och byten av lösenord",
        Language.EN: "what has happened to your account: logins and changes of password, for example",
    },
    "messages.json": {
        Language.FI: "viimeisen kuukauden viestit, jotka palvelu on lähettänyt sinulle: mikä viesti ja milloin. Sisältöä"
        " ei säilytetä.",
        Language.SV: "den senaste månadens meddelanden från tjänsten till dig: vilket meddelande och när. Innehållet"
        " sparas inte.",
        Language.EN: "the last month's messages from the service to you: which one and when. What they said is not kept.",
    },
    "customers.json": {
        Language.FI: "asiakkuutesi",
        Language.SV: "ditt kundförhållande",
        Language.EN: "you as a customer",
    },
    "contracts.json": {
        Language.FI: "sähkösopimuksesi, niiden hinnat ja käyttöpaikat",
        Language.SV: "dina elavtal med priser och driftställen",
        Language.EN: "your electricity contracts, their prices and metering points",
    },
    "invoices.json": {
        Language.FI: "laskusi riveineen",
        Language.SV: "dina fakturor med rader",
        Language.EN: "your invoices with their rows",
    },
    "invoices.csv": {
        Language.FI: "samat laskut taulukkona, rivi laskua kohti",
        Language.SV: "samma fakturor som tabell, en rad per faktura",
        Language.EN: "the same invoices as a table, a line each",
    },
    "documents/": {
        Language.FI: "laskusi, sopimusvahvistuksesi ja muut asiakirjat, joita myyjä on sinulle lähettänyt. Mitä ei ole"
        " lähetetty tiedostona, sen on tämä palvelu tehnyt samoista tiedoista (PDF).",
        Language.SV: "dina fakturor, avtalsbekräftelser och andra dokument som säljaren har sänt till dig. Det som inte har"
        " sänts som fil har den här tjänsten gjort av samma uppgifter (PDF).",
        Language.EN: "your invoices, confirmations of contracts and other documents that the retailer sent you. What was not"
        " sent as a file, this service has made from the same data (PDF).",
    },
    "consumption/": {
        Language.FI: "kulutuksesi varttitunneittain, tiedosto käyttöpaikkaa kohti, omien sopimustesi ajalta",
        Language.SV: "din förbrukning per kvart, en fil per driftställe, för den tid som dina egna avtal gäller",
        Language.EN: "your consumption by quarter-hours, a file for each metering point, for the time of your own contracts",
    },
    "production/": {
        Language.FI: "verkkoon syöttämäsi sähkö samalla tavalla",
        Language.SV: "den el som du har matat in i nätet, på samma sätt",
        Language.EN: "the electricity that you fed into the grid, in the same way",
    },
}
_COMPANIES = {
    Language.FI: "Yritysten sopimukset, laskut ja kulutus eivät ole tässä: ne ovat yrityksen tietoja.",
    Language.SV: "Företags avtal, fakturor och förbrukning finns inte här: de är företagets uppgifter.",
    Language.EN: "Contracts, invoices and consumption of companies are not here: they are the company's data.",
}


def explanation(language: Language, names: Sequence[str], now: datetime) -> str:
    """`names` are the other files of the archive; a folder is explained once."""
    today = now.astimezone(TIME_ZONE).date()
    day = f"{today.day}.{today.month}.{today.year}" if language is not Language.EN else today.isoformat()
    title, what, how = (text.format(day=day) for text in _HEADINGS[language])
    there = {name if "/" not in name else name.partition("/")[0] + "/" for name in names}
    files = [f"{name:<{_WIDTH}}{texts[language]}" for name, texts in _FILES.items() if name in there]
    return "\r\n".join([title, "", what, how, "", *files, "", _COMPANIES[language], ""])
