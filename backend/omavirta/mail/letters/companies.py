"""Letters about acting for a company. A company's name stands where no language has to inflect it."""

from omavirta.api.language import Language
from omavirta.mail.letters.letter import EN, FI, SV, Button, Translations, letter
from omavirta.mail.messages import (
    MandateAdded,
    MandateChanged,
    MandateDeclined,
    MandateGranted,
    MandateInvited,
    MandateRemoved,
    MandateRequested,
    MandateWaits,
    Message,
)

USERS = {
    FI: Button("Avaa yrityksen käyttäjät"),
    SV: Button("Öppna företagets användare"),
    EN: Button("Open the company’s users"),
}
FOUND = {
    FI: "Yrityksen tiedot näet Omavirrassa, kun kirjaudut omalla tililläsi.",
    SV: "Du ser företagets uppgifter i Omavirta när du loggar in på ditt eget konto.",
    EN: "You see the company’s details in Omavirta when you log in to your own account.",
}


def _changed(what: dict[Language, str]) -> Translations:
    """That a user is something else now: `what` they are."""
    return {
        FI: letter(
            "Oikeutesi yrityksen tietoihin ovat muuttuneet",
            what[FI],
            "Jos tämä on mielestäsi virhe, kysy yrityksen pääkäyttäjältä tai asiakaspalvelusta.",
        ),
        SV: letter(
            "Dina rättigheter till företagets uppgifter har ändrats",
            what[SV],
            "Om du tror att det är ett misstag, fråga företagets administratör eller kundtjänsten.",
        ),
        EN: letter(
            "Your rights to the company’s details have changed",
            what[EN],
            "If you think this is a mistake, ask the company’s administrator or customer service.",
        ),
    }


def _invited(to_be: dict[Language, str]) -> Translations:
    """An invitation; `to_be` says who invites, and to be what."""
    return {
        FI: letter(
            "Kutsu yrityksen käyttäjäksi",
            to_be[FI],
            Button("Avaa kutsu"),
            "Linkki on voimassa {days} päivää. Jos sinulla ei vielä ole tiliä, luot sen samalla: tunnistaudut"
            " pankkitunnuksilla tai mobiilivarmenteella.",
            "Kutsu on vain sinulle. Jos et tunne kutsujaa, sinun ei tarvitse tehdä mitään.",
        ),
        SV: letter(
            "Inbjudan att bli användare för ett företag",
            to_be[SV],
            Button("Öppna inbjudan"),
            "Länken gäller i {days} dagar. Om du inte har något konto ännu skapar du det samtidigt: du identifierar"
            " dig med bankkoder eller mobilcertifikat.",
            "Inbjudan är bara för dig. Om du inte känner den som bjuder in behöver du inte göra någonting.",
        ),
        EN: letter(
            "Invitation to join a company in Omavirta",
            to_be[EN],
            Button("Open the invitation"),
            "The link is valid for {days} days. If you have no account yet, you make one on the way: you identify"
            " yourself with your bank or a mobile certificate.",
            "The invitation is for you alone. If you do not know who invites you, there is nothing you need to do.",
        ),
    }


LETTERS: dict[type[Message], Translations] = {
    MandateRequested: {
        FI: letter(
            "Pyyntö asioida yrityksesi puolesta",
            "{person} pyytää oikeutta asioida yrityksen {company} puolesta.",
            "Hyväksy tai hylkää pyyntö yrityksen käyttäjien sivulla. Hyväksy vain henkilö, jonka tunnet ja joka"
            " tarvitsee yrityksen tietoja.",
            USERS[FI],
        ),
        SV: letter(
            "Begäran om att få sköta ditt företags ärenden",
            "{person} ber om rätt att sköta ärenden för företaget {company}.",
            "Godkänn eller avslå begäran på sidan för företagets användare. Godkänn bara en person som du känner"
            " och som behöver företagets uppgifter.",
            USERS[SV],
        ),
        EN: letter(
            "A request to act for your company",
            "{person} asks for the right to act for {company}.",
            "Approve or decline the request on the page of the company’s users. Approve only a person whom you"
            " know and who needs the company’s details.",
            USERS[EN],
        ),
    },
    MandateWaits: {
        FI: letter(
            "Pyyntösi odottaa hyväksyntää",
            "Pyysit oikeutta asioida yrityksen {company} puolesta. Pyynnön käsittelee yrityksen pääkäyttäjä"
            " tai asiakaspalvelu.",
            "Saat viestin, kun pyyntö on käsitelty.",
            "Jos et itse tehnyt pyyntöä, ota yhteyttä asiakaspalveluun.",
        ),
        SV: letter(
            "Din begäran väntar på godkännande",
            "Du bad om rätt att sköta ärenden för företaget {company}. Företagets administratör eller"
            " kundtjänsten behandlar din begäran.",
            "Du får ett meddelande när begäran har behandlats.",
            "Om det inte var du som gjorde begäran, kontakta kundtjänsten.",
        ),
        EN: letter(
            "Your request waits for approval",
            "You asked for the right to act for {company}. The company’s administrator or customer service"
            " decides on it.",
            "You get a message when it has been decided.",
            "If it was not you who asked, contact customer service.",
        ),
    },
    MandateGranted: {
        FI: letter(
            "Voit nyt asioida yrityksen puolesta",
            "Olet nyt yrityksen {company} pääkäyttäjä: näet yrityksen tiedot, voit tehdä muutoksia ja"
            " hallita yrityksen käyttäjiä.",
            FOUND[FI],
        ),
        SV: letter(
            "Du kan nu sköta företagets ärenden",
            "Du är nu administratör för företaget {company}: du ser företagets uppgifter, kan göra ändringar"
            " och hantera företagets användare.",
            FOUND[SV],
        ),
        EN: letter(
            "You can now act for the company",
            "You are now an administrator of {company}: you see the company’s details, can make changes and"
            " manage the company’s users.",
            FOUND[EN],
        ),
    },
    MandateAdded: {
        FI: letter(
            "Yrityksesi sai uuden käyttäjän",
            "{person} on nyt yrityksen {company} käyttäjä Omavirrassa.",
            "Näet käyttäjät ja heidän oikeutensa yrityksen käyttäjien sivulla. Jos et tunne tätä henkilöä, poista"
            " hänet sieltä ja ota yhteyttä asiakaspalveluun.",
            USERS[FI],
        ),
        SV: letter(
            "Ditt företag har en ny användare",
            "{person} är nu användare för företaget {company} i Omavirta.",
            "Du ser användarna och deras rättigheter på sidan för företagets användare. Om du inte känner personen,"
            " ta bort användaren där och kontakta kundtjänsten.",
            USERS[SV],
        ),
        EN: letter(
            "Your company has a new user",
            "{person} is now a user of {company} in Omavirta.",
            "You see the users and what each may do on the page of the company’s users. If you do not know this"
            " person, remove them there and contact customer service.",
            USERS[EN],
        ),
    },
    MandateDeclined: {
        FI: letter(
            "Pyyntöäsi ei hyväksytty",
            "Pyyntöäsi asioida yrityksen {company} puolesta ei hyväksytty.",
            "Voit kysyä syytä yrityksen pääkäyttäjältä tai asiakaspalvelusta.",
        ),
        SV: letter(
            "Din begäran godkändes inte",
            "Din begäran om att få sköta ärenden för företaget {company} godkändes inte.",
            "Du kan fråga företagets administratör eller kundtjänsten om orsaken.",
        ),
        EN: letter(
            "Your request was not approved",
            "Your request to act for {company} was not approved.",
            "You can ask the company’s administrator or customer service why.",
        ),
    },
    MandateRemoved: {
        FI: letter(
            "Oikeutesi yrityksen tietoihin on päättynyt",
            "Et enää näe yrityksen {company} tietoja etkä voi asioida sen puolesta. Oma tilisi on ennallaan.",
            "Jos tämä on mielestäsi virhe, kysy yrityksen pääkäyttäjältä tai asiakaspalvelusta.",
        ),
        SV: letter(
            "Din rätt till företagets uppgifter har upphört",
            "Du ser inte längre uppgifterna för företaget {company} och kan inte sköta dess ärenden. Ditt"
            " eget konto är oförändrat.",
            "Om du tror att det är ett misstag, fråga företagets administratör eller kundtjänsten.",
        ),
        EN: letter(
            "Your right to the company’s details has ended",
            "You no longer see the details of {company} and cannot act for it. Your own account is as it was.",
            "If you think this is a mistake, ask the company’s administrator or customer service.",
        ),
    },
    MandateChanged: _changed(
        {
            FI: "Olet nyt yrityksen {company} pääkäyttäjä: näet yrityksen tiedot, voit tehdä muutoksia ja hallita"
            " yrityksen käyttäjiä.",
            SV: "Du är nu administratör för företaget {company}: du ser företagets uppgifter, kan göra ändringar"
            " och hantera företagets användare.",
            EN: "You are now an administrator of {company}: you see the company’s details, can make changes and"
            " manage the company’s users.",
        }
    ),
    MandateInvited: _invited(
        {
            FI: "{inviter} kutsuu sinut Omavirtaan yrityksen {company} pääkäyttäjäksi. Pääkäyttäjä näkee yrityksen"
            " tiedot, tekee muutoksia ja hallitsee yrityksen käyttäjiä.",
            SV: "{inviter} bjuder in dig till Omavirta som administratör för företaget {company}. En administratör ser"
            " företagets uppgifter, gör ändringar och hanterar företagets användare.",
            EN: "{inviter} invites you to Omavirta as an administrator of {company}. An administrator sees the"
            " company’s details, makes changes and manages the company’s users.",
        }
    ),
}
GRANTED_TO_READ: Translations = {
    FI: letter(
        "Näet nyt yrityksen tiedot",
        "Sinulla on nyt lukuoikeus yrityksen {company} tietoihin: näet kulutuksen, laskut ja sopimukset.",
        FOUND[FI],
    ),
    SV: letter(
        "Du ser nu företagets uppgifter",
        "Du har nu läsrätt till uppgifterna för företaget {company}: du ser förbrukning, fakturor och avtal.",
        FOUND[SV],
    ),
    EN: letter(
        "You can now see the company’s details",
        "You may now read the details of {company}: you see its consumption, invoices and contracts.",
        FOUND[EN],
    ),
}
CHANGED_TO_READ = _changed(
    {
        FI: "Sinulla on nyt lukuoikeus yrityksen {company} tietoihin: näet kulutuksen, laskut ja sopimukset, mutta et"
        " voi tehdä muutoksia etkä hallita yrityksen käyttäjiä.",
        SV: "Du har nu läsrätt till uppgifterna för företaget {company}: du ser förbrukning, fakturor och avtal, men"
        " kan inte göra ändringar eller hantera företagets användare.",
        EN: "You may now only read the details of {company}: you see its consumption, invoices and contracts, but"
        " cannot make changes or manage its users.",
    }
)
INVITED_TO_READ = _invited(
    {
        FI: "{inviter} kutsuu sinut Omavirtaan yrityksen {company} käyttäjäksi. Saat lukuoikeuden: näet kulutuksen,"
        " laskut ja sopimukset.",
        SV: "{inviter} bjuder in dig till Omavirta som användare för företaget {company}. Du får läsrätt: du ser"
        " förbrukning, fakturor och avtal.",
        EN: "{inviter} invites you to Omavirta as a user of {company}. You may read the company’s details: its"
        " consumption, invoices and contracts.",
    }
)
