"""Letters about an account's beginning and end."""

from omavirta.mail.letters.letter import CODE, EN, FI, SV, Button, Translations, letter
from omavirta.mail.messages import (
    AccountClosed,
    AccountLocked,
    AccountUnlocked,
    AddressInUse,
    DataExportReady,
    Message,
    RegistrationCode,
    Welcome,
)

LETTERS: dict[type[Message], Translations] = {
    RegistrationCode: {
        FI: letter(
            "Vahvista sähköpostiosoitteesi",
            "Kirjoita tämä vahvistuskoodi rekisteröitymissivulle. Koodi on voimassa 10 minuuttia.",
            CODE,
            "Asiakaspalvelu ei koskaan kysy koodia. Älä anna sitä kenellekään.",
            "Jos et ole rekisteröitymässä, sinun ei tarvitse tehdä mitään: ilman koodia osoitteellasi ei voi"
            " luoda tiliä.",
        ),
        SV: letter(
            "Bekräfta din e-postadress",
            "Skriv in den här bekräftelsekoden på registreringssidan. Koden gäller i 10 minuter.",
            CODE,
            "Kundtjänsten frågar aldrig efter koden. Ge den inte till någon.",
            "Om du inte håller på att registrera dig behöver du inte göra någonting: utan koden kan ingen"
            " skapa ett konto med din adress.",
        ),
        EN: letter(
            "Confirm your e-mail address",
            "Enter this verification code on the registration page. The code is valid for 10 minutes.",
            CODE,
            "Customer service never asks for the code. Do not give it to anyone.",
            "If you are not registering, there is nothing you need to do: without the code nobody can make"
            " an account with your address.",
        ),
    },
    AddressInUse: {
        FI: letter(
            "Osoitteellasi on jo tili",
            "Joku yritti ottaa tämän sähköpostiosoitteen käyttöön Omavirrassa, mutta osoitteella on jo tili. Jos se"
            " olit sinä, voit kirjautua tilille, joka sinulla on.",
            Button("Kirjaudu sisään"),
            "Jos et muista salasanaasi, voit vaihtaa sen kirjautumissivulla. Pankkitunnuksilla tai"
            " mobiilivarmenteella pääset sisään ilman salasanaa.",
            "Jos se et ollut sinä, sinun ei tarvitse tehdä mitään. Tilisi on ennallaan.",
        ),
        SV: letter(
            "Din adress har redan ett konto",
            "Någon försökte ta den här e-postadressen i bruk i Omavirta, men adressen har redan ett konto. Om det var"
            " du kan du logga in på det konto som du har.",
            Button("Logga in"),
            "Om du inte minns ditt lösenord kan du byta det på inloggningssidan. Med bankkoder eller"
            " mobilcertifikat kommer du in utan lösenord.",
            "Om det inte var du behöver du inte göra någonting. Ditt konto är oförändrat.",
        ),
        EN: letter(
            "Your address already has an account",
            "Somebody tried to take this e-mail address into use in Omavirta, but the address already has an account."
            " If it was you, you can log in to the account that you have.",
            Button("Log in"),
            "If you do not remember your password, you can change it on the login page. With your bank or"
            " a mobile certificate you get in without a password.",
            "If it was not you, there is nothing you need to do. Your account is as it was.",
        ),
    },
    Welcome: {
        FI: letter(
            "Tervetuloa Omavirtaan",
            "Hei {name}!",
            "Tilisi on valmis. Omavirrassa näet sähkönkulutuksesi, laskusi ja sopimuksesi.",
            Button("Siirry Omavirtaan"),
            "Ensi kerralla kirjaudut sähköpostiosoitteella ja salasanalla, tai pankkitunnuksilla tai"
            " mobiilivarmenteella.",
            "Jos et itse luonut tiliä, ota heti yhteyttä asiakaspalveluun.",
        ),
        SV: letter(
            "Välkommen till Omavirta",
            "Hej {name}!",
            "Ditt konto är klart. I Omavirta ser du din elförbrukning, dina fakturor och dina avtal.",
            Button("Gå till Omavirta"),
            "Nästa gång loggar du in med e-postadress och lösenord, eller med bankkoder eller"
            " mobilcertifikat.",
            "Om det inte var du som skapade kontot, kontakta kundtjänsten genast.",
        ),
        EN: letter(
            "Welcome to Omavirta",
            "Hello {name},",
            "Your account is ready. In Omavirta you see your electricity consumption, your invoices and your"
            " contracts.",
            Button("Go to Omavirta"),
            "Next time you log in with your e-mail address and password, or with your bank or a mobile"
            " certificate.",
            "If it was not you who made the account, contact customer service at once.",
        ),
    },
    DataExportReady: {
        FI: letter(
            "Tietosi ovat valmiina ladattaviksi",
            "Pyysit kopion tiedoistasi, ja se on nyt valmis. Lataa se omista tiedoistasi: sitä varten"
            " kirjaudut sisään.",
            Button("Avaa omat tiedot"),
            "Jos et itse pyytänyt kopiota, vaihda salasanasi heti ja ota yhteyttä asiakaspalveluun.",
        ),
        SV: letter(
            "Dina uppgifter är klara att laddas ner",
            "Du bad om en kopia av dina uppgifter, och nu är den klar. Ladda ner den i dina uppgifter:"
            " för det loggar du in.",
            Button("Öppna mina uppgifter"),
            "Om det inte var du som bad om kopian, byt lösenord genast och kontakta kundtjänsten.",
        ),
        EN: letter(
            "Your data is ready to be downloaded",
            "You asked for a copy of your data, and it is ready now. Download it in My details, where you"
            " are asked to log in.",
            Button("Open My details"),
            "If it was not you who asked for the copy, change your password at once and contact customer"
            " service.",
        ),
    },
    AccountClosed: {
        FI: letter(
            "Tilisi on suljettu",
            "Tilisi on suljettu, eikä sille voi enää kirjautua. Sähkösopimuksesi jatkuvat ennallaan.",
            "Laskujen ja sopimusten tietoja säilytetään niin kauan kuin laki vaatii. Voit rekisteröityä"
            " uudelleen, kun haluat.",
            "Jos et itse sulkenut tiliä, ota heti yhteyttä asiakaspalveluun.",
        ),
        SV: letter(
            "Ditt konto är stängt",
            "Ditt konto är stängt och det går inte längre att logga in på det. Dina elavtal fortsätter som"
            " förut.",
            "Uppgifter om fakturor och avtal sparas så länge som lagen kräver. Du kan registrera dig på nytt"
            " när du vill.",
            "Om det inte var du som stängde kontot, kontakta kundtjänsten genast.",
        ),
        EN: letter(
            "Your account is closed",
            "Your account is closed, and nobody can log in to it any more. Your electricity contracts go on"
            " as before.",
            "Details of invoices and contracts are kept as long as the law requires. You can register again"
            " whenever you like.",
            "If it was not you who closed the account, contact customer service at once.",
        ),
    },
    AccountLocked: {
        FI: letter(
            "Tilisi on lukittu",
            "Tilisi on lukittu turvallisuussyistä, eikä sille voi nyt kirjautua. Sähkösopimuksesi jatkuvat"
            " ennallaan.",
            "Ota yhteyttä asiakaspalveluun, niin selvitämme asian ja avaamme tilin.",
        ),
        SV: letter(
            "Ditt konto är låst",
            "Ditt konto är låst av säkerhetsskäl och det går inte att logga in på det just nu. Dina elavtal"
            " fortsätter som förut.",
            "Kontakta kundtjänsten, så reder vi ut saken och öppnar kontot.",
        ),
        EN: letter(
            "Your account is locked",
            "Your account is locked for safety, and nobody can log in to it now. Your electricity contracts"
            " go on as before.",
            "Contact customer service: we will look into it and open the account.",
        ),
    },
    AccountUnlocked: {
        FI: letter(
            "Tilisi on taas käytössä",
            "Asiakaspalvelu on avannut tilisi lukituksen, ja voit taas kirjautua.",
            "Tarkista omista tiedoistasi, että tunnistat siellä kaikki pääsyavaimet ja käyttöavaimet. Poista ne, joita"
            " et tunnista.",
            "Jos et ole pyytänyt lukituksen avaamista, ota heti yhteyttä asiakaspalveluun.",
        ),
        SV: letter(
            "Ditt konto är i bruk igen",
            "Kundtjänsten har låst upp ditt konto, och du kan logga in igen.",
            "Kontrollera i dina uppgifter att du känner igen alla lösennycklar och åtkomstnycklar. Ta bort dem som du"
            " inte känner igen.",
            "Om du inte har bett om att kontot ska låsas upp, kontakta kundtjänsten genast.",
        ),
        EN: letter(
            "Your account is open again",
            "Customer service has unlocked your account, and you can log in again.",
            "Check in My details that you know all the passkeys and access tokens there. Remove those that you do not"
            " know.",
            "If you did not ask for the account to be unlocked, contact customer service at once.",
        ),
    },
}
