"""Letters to those who have forgotten how they log in."""

from omavirta.mail.letters.letter import CODE, EN, FI, SV, Button, Translations, letter
from omavirta.mail.messages import Message, PasswordResetCode, PasswordResetLink, UserNameReminder

LETTERS: dict[type[Message], Translations] = {
    PasswordResetCode: {
        FI: letter(
            "Vahvistuskoodi uutta salasanaa varten",
            "Kirjoita tämä vahvistuskoodi sivulle, jolla pyysit uutta salasanaa. Koodi on voimassa 10 minuuttia.",
            CODE,
            "Asiakaspalvelu ei koskaan kysy koodia. Älä anna sitä kenellekään.",
            "Jos et pyytänyt koodia, sinun ei tarvitse tehdä mitään: ilman koodia salasanasi ei muutu.",
        ),
        SV: letter(
            "Bekräftelsekod för ett nytt lösenord",
            "Skriv in den här bekräftelsekoden på sidan där du bad om ett nytt lösenord. Koden gäller i 10 minuter.",
            CODE,
            "Kundtjänsten frågar aldrig efter koden. Ge den inte till någon.",
            "Om du inte bad om koden behöver du inte göra någonting: utan koden ändras ditt lösenord inte.",
        ),
        EN: letter(
            "Verification code for a new password",
            "Enter this verification code on the page where you asked for a new password. The code is valid for"
            " 10 minutes.",
            CODE,
            "Customer service never asks for the code. Do not give it to anyone.",
            "If you did not ask for the code, there is nothing you need to do: without it your password does"
            " not change.",
        ),
    },
    PasswordResetLink: {
        FI: letter(
            "Linkki uuden salasanan valitsemiseen",
            "Valitse uusi salasana tästä linkistä. Linkki toimii kerran ja vanhenee {days} päivän kuluttua.",
            Button("Valitse uusi salasana"),
            "Asiakaspalvelu ei koskaan kysy linkkiä. Älä anna sitä kenellekään.",
            "Jos et tarvitse uutta salasanaa, sinun ei tarvitse tehdä mitään: ilman linkkiä salasanasi ei"
            " muutu.",
        ),
        SV: letter(
            "Länk för att välja ett nytt lösenord",
            "Välj ett nytt lösenord med den här länken. Länken fungerar en gång och går ut om {days} dagar.",
            Button("Välj nytt lösenord"),
            "Kundtjänsten frågar aldrig efter länken. Ge den inte till någon.",
            "Om du inte behöver ett nytt lösenord behöver du inte göra någonting: utan länken ändras ditt"
            " lösenord inte.",
        ),
        EN: letter(
            "Link for choosing a new password",
            "Choose a new password with this link. The link works once and expires in {days} days.",
            Button("Choose a new password"),
            "Customer service never asks for the link. Do not give it to anyone.",
            "If you do not need a new password, there is nothing you need to do: without the link your"
            " password does not change.",
        ),
    },
    UserNameReminder: {
        FI: letter(
            "Käyttäjätunnuksesi",
            "Käyttäjätunnuksesi on {user_name}. Voit kirjautua myös sähköpostiosoitteellasi.",
            Button("Kirjaudu sisään"),
            "Jos et pyytänyt tätä viestiä, sinun ei tarvitse tehdä mitään.",
        ),
        SV: letter(
            "Ditt användarnamn",
            "Ditt användarnamn är {user_name}. Du kan också logga in med din e-postadress.",
            Button("Logga in"),
            "Om du inte bad om det här meddelandet behöver du inte göra någonting.",
        ),
        EN: letter(
            "Your user name",
            "Your user name is {user_name}. You can also log in with your e-mail address.",
            Button("Log in"),
            "If you did not ask for this message, there is nothing you need to do.",
        ),
    },
}
NO_USER_NAME: Translations = {
    FI: letter(
        "Käyttäjätunnuksesi",
        "Sinulla ei ole erillistä käyttäjätunnusta. Kirjaudu sähköpostiosoitteellasi.",
        Button("Kirjaudu sisään"),
        "Jos et pyytänyt tätä viestiä, sinun ei tarvitse tehdä mitään.",
    ),
    SV: letter(
        "Ditt användarnamn",
        "Du har inget särskilt användarnamn. Logga in med din e-postadress.",
        Button("Logga in"),
        "Om du inte bad om det här meddelandet behöver du inte göra någonting.",
    ),
    EN: letter(
        "Your user name",
        "You have no user name of your own. Log in with your e-mail address.",
        Button("Log in"),
        "If you did not ask for this message, there is nothing you need to do.",
    ),
}
