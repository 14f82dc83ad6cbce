"""Letters about acting for a company. A company's name stands where no language has to inflect it."""

from omavirta.mail.letters.letter import EN, FI, SV, Button, Translations, letter
from omavirta.mail.messages import (
    MandateAdded,
    MandateDeclined,
    MandateGranted,
    MandateInvited,
    MandateRemoved,
    MandateRequested,
    MandateWaits,
    Message,
)

LETTERS: dict[type[Message], Translations] = {
    MandateRequested: {
        FI: letter(
            "Pyyntö asioida yrityksesi puolesta",
            "{person} pyytää oikeutta asioida yrityksen {company} puolesta.",
            "Hyväksy tai hylkää pyyntö Omavirrassa yrityksen käyttäjien sivulla. Hyväksy vain henkilö, jonka"
            " tunnet ja joka tarvitsee yrityksen tietoja.",
        ),
        SV: letter(
            "Begäran om att få sköta ditt företags ärenden",
            "{person} ber om rätt att sköta ärenden för företaget {company}.",
            "Godkänn eller avslå begäran i Omavirta på sidan för företagets användare. Godkänn bara en person"
            " som du känner och som behöver företagets uppgifter.",
        ),
        EN: letter(
            "A request to act for your company",
            "{person} asks for the right to act for {company}.",
            "Approve or decline the request in Omavirta, on the page of the company’s users. Approve only a"
            " person whom you know and who needs the company’s details.",
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
            "Kun kirjaudut Omavirtaan, voit valita, asioitko omasta vai yrityksen puolesta.",
        ),
        SV: letter(
            "Du kan nu sköta företagets ärenden",
            "Du är nu administratör för företaget {company}: du ser företagets uppgifter, kan göra ändringar"
            " och hantera företagets användare.",
            "När du loggar in i Omavirta kan du välja om du sköter dina egna eller företagets ärenden.",
        ),
        EN: letter(
            "You can now act for the company",
            "You are now an administrator of {company}: you see the company’s details, can make changes and"
            " manage the company’s users.",
            "When you log in to Omavirta, you can choose whether you act for yourself or for the company.",
        ),
    },
    MandateAdded: {
        FI: letter(
            "Yrityksesi sai uuden käyttäjän",
            "{person} on nyt yrityksen {company} käyttäjä Omavirrassa.",
            "Näet käyttäjät ja heidän oikeutensa Omavirrassa yrityksen käyttäjien sivulla. Jos et tunne tätä"
            " henkilöä, poista hänet sieltä ja ota yhteyttä asiakaspalveluun.",
        ),
        SV: letter(
            "Ditt företag har en ny användare",
            "{person} är nu användare för företaget {company} i Omavirta.",
            "Du ser användarna och deras rättigheter i Omavirta på sidan för företagets användare. Om du inte"
            " känner personen, ta bort användaren där och kontakta kundtjänsten.",
        ),
        EN: letter(
            "Your company has a new user",
            "{person} is now a user of {company} in Omavirta.",
            "You see the users and what each may do in Omavirta, on the page of the company’s users. If you do"
            " not know this person, remove them there and contact customer service.",
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
    MandateInvited: {
        FI: letter(
            "Kutsu yrityksen käyttäjäksi",
            "{inviter} kutsuu sinut Omavirtaan yrityksen {company} käyttäjäksi.",
            Button("Avaa kutsu"),
            "Jos sinulla ei vielä ole tiliä, luot sen samalla: tunnistaudut pankkitunnuksilla tai"
            " mobiilivarmenteella.",
            "Kutsu on vain sinulle. Jos et tunne kutsujaa, sinun ei tarvitse tehdä mitään.",
        ),
        SV: letter(
            "Inbjudan att bli användare för ett företag",
            "{inviter} bjuder in dig till Omavirta som användare för företaget {company}.",
            Button("Öppna inbjudan"),
            "Om du inte har något konto ännu skapar du det samtidigt: du identifierar dig med bankkoder eller"
            " mobilcertifikat.",
            "Inbjudan är bara för dig. Om du inte känner den som bjuder in behöver du inte göra någonting.",
        ),
        EN: letter(
            "Invitation to join a company in Omavirta",
            "{inviter} invites you to Omavirta as a user of {company}.",
            Button("Open the invitation"),
            "If you have no account yet, you make one on the way: you identify yourself with your bank or a"
            " mobile certificate.",
            "The invitation is for you alone. If you do not know who invites you, there is nothing you need"
            " to do.",
        ),
    },
}
GRANTED_TO_READ: Translations = {
    FI: letter(
        "Näet nyt yrityksen tiedot",
        "Sinulla on nyt lukuoikeus yrityksen {company} tietoihin: näet kulutuksen, laskut ja sopimukset.",
        "Kun kirjaudut Omavirtaan, voit valita, katsotko omia vai yrityksen tietoja.",
    ),
    SV: letter(
        "Du ser nu företagets uppgifter",
        "Du har nu läsrätt till uppgifterna för företaget {company}: du ser förbrukning, fakturor och avtal.",
        "När du loggar in i Omavirta kan du välja om du ser på dina egna eller företagets uppgifter.",
    ),
    EN: letter(
        "You can now see the company’s details",
        "You may now read the details of {company}: you see its consumption, invoices and contracts.",
        "When you log in to Omavirta, you can choose whether you look at your own or the company’s details.",
    ),
}
