"""Letters that tell an account's owner what was changed, so that a change made by somebody else is noticed."""

from omavirta.mail.letters.letter import CODE, EN, FI, SV, Translations, letter
from omavirta.mail.messages import (
    AccessTokenCreated,
    EmailChangeCode,
    EmailChanged,
    Message,
    PasskeyAdded,
    PasskeyRemoved,
    PasswordChanged,
    UserNameChanged,
)

LETTERS: dict[type[Message], Translations] = {
    EmailChangeCode: {
        FI: letter(
            "Vahvista uusi sähköpostiosoitteesi",
            "Kirjoita tämä vahvistuskoodi omiin tietoihisi, niin tämä osoite tulee käyttöön. Koodi on voimassa"
            " 10 minuuttia.",
            CODE,
            "Asiakaspalvelu ei koskaan kysy koodia. Älä anna sitä kenellekään.",
            "Jos et ole vaihtamassa osoitettasi, sinun ei tarvitse tehdä mitään: ilman koodia mikään ei"
            " muutu.",
        ),
        SV: letter(
            "Bekräfta din nya e-postadress",
            "Skriv in den här bekräftelsekoden i dina uppgifter, så tas den här adressen i bruk. Koden gäller i"
            " 10 minuter.",
            CODE,
            "Kundtjänsten frågar aldrig efter koden. Ge den inte till någon.",
            "Om du inte håller på att byta adress behöver du inte göra någonting: utan koden ändras"
            " ingenting.",
        ),
        EN: letter(
            "Confirm your new e-mail address",
            "Enter this verification code in My details, and this address is taken into use. The code is valid for"
            " 10 minutes.",
            CODE,
            "Customer service never asks for the code. Do not give it to anyone.",
            "If you are not changing your address, there is nothing you need to do: without the code nothing"
            " changes.",
        ),
    },
    EmailChanged: {
        FI: letter(
            "Sähköpostiosoitteesi on vaihdettu",
            "Tilisi uusi sähköpostiosoite on {new_email_masked}. Tähän osoitteeseen ei enää tule viestejä"
            " tilistäsi.",
            "Jos et itse vaihtanut osoitetta, ota heti yhteyttä asiakaspalveluun.",
        ),
        SV: letter(
            "Din e-postadress har bytts",
            "Ditt kontos nya e-postadress är {new_email_masked}. Till den här adressen kommer inga fler"
            " meddelanden om ditt konto.",
            "Om det inte var du som bytte adress, kontakta kundtjänsten genast.",
        ),
        EN: letter(
            "Your e-mail address has been changed",
            "The new e-mail address of your account is {new_email_masked}. This address gets no more messages"
            " about your account.",
            "If it was not you who changed the address, contact customer service at once.",
        ),
    },
    PasswordChanged: {
        FI: letter(
            "Salasanasi on vaihdettu",
            "Tilisi salasana on vaihdettu. Muilla laitteilla sinun pitää kirjautua uudelleen.",
            "Jos et itse vaihtanut salasanaa, valitse kirjautumissivulla heti uusi ja ota yhteyttä"
            " asiakaspalveluun.",
        ),
        SV: letter(
            "Ditt lösenord har bytts",
            "Ditt kontos lösenord har bytts. På andra enheter måste du logga in på nytt.",
            "Om det inte var du som bytte lösenord, välj genast ett nytt på inloggningssidan och kontakta"
            " kundtjänsten.",
        ),
        EN: letter(
            "Your password has been changed",
            "The password of your account has been changed. On other devices you have to log in again.",
            "If it was not you who changed the password, choose a new one on the login page at once and"
            " contact customer service.",
        ),
    },
    UserNameChanged: {
        FI: letter(
            "Käyttäjätunnustasi on muutettu",
            "Tilisi käyttäjätunnusta on muutettu. Näet sen omissa tiedoissasi, ja sähköpostiosoitteellasi"
            " voit aina kirjautua.",
            "Jos et itse muuttanut tunnusta, vaihda salasanasi heti ja ota yhteyttä asiakaspalveluun.",
        ),
        SV: letter(
            "Ditt användarnamn har ändrats",
            "Ditt kontos användarnamn har ändrats. Du ser det i dina uppgifter, och med din e-postadress kan"
            " du alltid logga in.",
            "Om det inte var du som ändrade namnet, byt lösenord genast och kontakta kundtjänsten.",
        ),
        EN: letter(
            "Your user name has been changed",
            "The user name of your account has been changed. You see it in My details, and you can always"
            " log in with your e-mail address.",
            "If it was not you who changed the name, change your password at once and contact customer"
            " service.",
        ),
    },
    PasskeyAdded: {
        FI: letter(
            "Tilillesi on lisätty pääsyavain",
            "Pääsyavaimella ”{name}” voi nyt kirjautua tilillesi.",
            "Jos et itse lisännyt sitä, poista se omista tiedoistasi, vaihda salasanasi ja ota heti yhteyttä"
            " asiakaspalveluun.",
        ),
        SV: letter(
            "En lösennyckel har lagts till i ditt konto",
            "Med lösennyckeln ”{name}” går det nu att logga in på ditt konto.",
            "Om det inte var du som lade till den, ta bort den i dina uppgifter, byt lösenord och kontakta"
            " kundtjänsten genast.",
        ),
        EN: letter(
            "A passkey has been added to your account",
            "The passkey “{name}” can now be used to log in to your account.",
            "If it was not you who added it, remove it in My details, change your password and contact"
            " customer service at once.",
        ),
    },
    PasskeyRemoved: {
        FI: letter(
            "Tililtäsi on poistettu pääsyavain",
            "Pääsyavaimella ”{name}” ei voi enää kirjautua tilillesi.",
            "Jos et itse poistanut sitä, vaihda salasanasi heti ja ota yhteyttä asiakaspalveluun.",
        ),
        SV: letter(
            "En lösennyckel har tagits bort från ditt konto",
            "Med lösennyckeln ”{name}” går det inte längre att logga in på ditt konto.",
            "Om det inte var du som tog bort den, byt lösenord genast och kontakta kundtjänsten.",
        ),
        EN: letter(
            "A passkey has been removed from your account",
            "The passkey “{name}” can no longer be used to log in to your account.",
            "If it was not you who removed it, change your password at once and contact customer service.",
        ),
    },
    AccessTokenCreated: {
        FI: letter(
            "Tilillesi on luotu ohjelman käyttöavain",
            "Käyttöavaimella ”{name}” ohjelma pääsee tietoihisi siinä laajuudessa, jonka avaimelle annoit.",
            "Jos et itse luonut sitä, poista se omista tiedoistasi, vaihda salasanasi ja ota heti yhteyttä"
            " asiakaspalveluun.",
        ),
        SV: letter(
            "En åtkomstnyckel för program har skapats",
            "Med åtkomstnyckeln ”{name}” kommer ett program åt dina uppgifter i den omfattning som du gav"
            " nyckeln.",
            "Om det inte var du som skapade den, ta bort den i dina uppgifter, byt lösenord och kontakta"
            " kundtjänsten genast.",
        ),
        EN: letter(
            "An access token has been made for your account",
            "With the access token “{name}” a program reaches your data as far as you allowed it to.",
            "If it was not you who made it, delete it in My details, change your password and contact"
            " customer service at once.",
        ),
    },
}
