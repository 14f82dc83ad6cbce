"""The confirmation in Finnish."""

from omavirta.contracts.queries import ProductKind
from omavirta.contracts.terms import AtEnd
from omavirta.documents.texts.confirmation import ConfirmationTexts, DynamicTexts

FINNISH = ConfirmationTexts(
    heading="Sopimusvahvistus",
    subtitle="Sähkönmyyntisopimus {number}",
    summary="Tärkeintä lyhyesti",
    buys="Ostat sähköä tuotteella {product} osoitteeseen {address}.",
    pays="Maksat arvonlisäveroineen: {prices}.",
    price_and_rate="{name} {price}",
    begins_open="Sopimus alkaa {start} ja on voimassa toistaiseksi. {notice}",
    begins_fixed="Sopimus alkaa {start} ja sitoo molempia {end} asti.",
    object_by="Jos jokin tässä ei ole niin kuin sovimme, kerro siitä viimeistään {day}: {contacts}.",
    withdraw_by="Voit peruuttaa sopimuksen ilman syytä viimeistään {day}. Ohje ja lomake ovat lopussa.",
    parties="Osapuolet",
    seller="Myyjä",
    customer="Asiakas",
    contacts="Myyjän yhteystiedot",
    contract="Sopimus",
    number="Sopimusnumero",
    kind="Sopimuksen laji",
    kinds={
        ProductKind.UNTIL_FURTHER_NOTICE: "Toistaiseksi voimassa oleva, yksi hinta",
        ProductKind.FIXED_TERM: "Määräaikainen, kiinteä hinta",
        ProductKind.SPOT: "Pörssisähkö",
        ProductKind.CONSUMPTION_IMPACT: "Kulutusvaikutussopimus",
        ProductKind.TIME_OF_USE: "Ajan mukaan vaihtuva hinta",
        ProductKind.SPOT_AND_FIXED: "Osaksi pörssisähkö, osaksi kiinteä hinta",
    },
    start="Toimitus alkaa",
    validity="Voimassaolo",
    concluded="Sopimus tehty",
    confirmed="Vahvistus lähetetty",
    terms_version="Sopimusehdot",
    network_company="Verkkoyhtiö",
    prices="Hinnat",
    price="Hinta",
    valid="Voimassa",
    valid_from="{day} alkaen",
    not_included="Hinnat eivät sisällä sähkön siirtoa eikä sähköveroa.",
    price_forms="Näin hinta muodostuu",
    formulas={
        ProductKind.UNTIL_FURTHER_NOTICE: "Energiamaksu = käyttämäsi sähkö (kWh) × energian hinta. Lisäksi maksat"
        " perusmaksun kuukausittain.",
        ProductKind.FIXED_TERM: "Energiamaksu = käyttämäsi sähkö (kWh) × energian hinta. Lisäksi maksat perusmaksun"
        " kuukausittain.",
        ProductKind.SPOT: "Jokaisen vartin energiamaksu = vartin aikana käyttämäsi sähkö (kWh) × (vartin pörssihinta +"
        " marginaali). Pörssihinta on Suomen hinta-alueen seuraavan vuorokauden hinta (day-ahead), johon lisätään"
        " arvonlisävero. Kuukauden vartit lasketaan yhteen, ja summa pyöristetään kerran. Lisäksi maksat perusmaksun.",
        ProductKind.CONSUMPTION_IMPACT: "Kuukauden energian hinta = kiinteä hinta + kulutusvaikutus. Kulutusvaikutus = oman"
        " kulutuksesi mukaan painotettu pörssihinnan keskiarvo − kuukauden tavallinen pörssihinnan keskiarvo, ja siihen"
        " lisätään arvonlisävero. Jos käytät sähköä halvoilla vartteilla, vaikutus on miinusta ja hintasi laskee. Lisäksi"
        " maksat perusmaksun.",
        ProductKind.TIME_OF_USE: "Energiamaksu = kunkin ajan kulutus (kWh) × sen ajan hinta. Ajat luetaan Suomen kellon"
        " mukaan. Lisäksi maksat perusmaksun.",
        ProductKind.SPOT_AND_FIXED: "Energiamaksu = pörssihintainen osuus + kiinteähintainen osuus. Pörssihintainen osuus"
        " lasketaan vartti vartilta: käyttämäsi sähkö (kWh) × osuus × (pörssihinta + marginaali). Loput maksavat kiinteän"
        " hinnan. Pörssihintaan lisätään arvonlisävero. Lisäksi maksat perusmaksun.",
    },
    floor="Energian hinta ei laske alle {price}.",
    share="Pörssihintainen osuus on {share} kulutuksestasi.",
    formula_words="Arvonlisävero lasketaan kulloinkin voimassa olevan verokannan mukaan.",
    may_change="Voimme muuttaa hintaa. Kerromme muutoksesta, sen syystä ja ajankohdasta vähintään kuukautta ennen, ja voit silloin"
    " irtisanoa sopimuksen.",
    may_not_change="Hinta ei muutu sovittuna aikana muuten kuin lain tai viranomaisen päätöksen vuoksi.",
    market_changes="Pörssihinta vaihtuu vartin välein eikä siitä ilmoiteta erikseen. Marginaalin ja perusmaksun muutoksesta"
    " kerromme vähintään kuukautta ennen, ja voit silloin irtisanoa sopimuksen.",
    market_changes_fixed="Pörssihinta vaihtuu vartin välein eikä siitä ilmoiteta erikseen. Marginaali ja perusmaksu eivät muutu"
    " sovittuna aikana muuten kuin lain tai viranomaisen päätöksen vuoksi.",
    dynamic=DynamicTexts(
        heading="Pörssisähkön mahdollisuudet, kustannukset ja riskit",
        opportunities="Mahdollisuudet: kun hinta on matala, sähkösi on halpaa. Voit säästää siirtämällä kulutusta halpoihin"
        " vartteihin, kuten auton latauksen tai veden lämmityksen yöhön.",
        costs="Kustannukset: maksat pörssihinnan lisäksi marginaalin ja perusmaksun. Kuukauden laskun suuruutta ei tiedetä"
        " etukäteen.",
        risks="Riskit: hinta voi nousta hyvin korkeaksi tunneiksi tai viikoiksi, etenkin kovalla pakkasella, eikä sille ole"
        " ylärajaa sopimuksessa. Kotona, joka lämpiää sähköllä, talvikuukauden lasku voi olla moninkertainen.",
        meter="Mittari: sopimus vaatii mittarin, joka mittaa kulutuksen vartin välein ja jota verkkoyhtiö lukee etänä.",
    ),
    impact=DynamicTexts(
        heading="Kulutusvaikutuksen mahdollisuudet, kustannukset ja riskit",
        opportunities="Mahdollisuudet: kun käytät sähköä silloin, kun se on pörssissä keskimääräistä halvempaa, maksat"
        " kiinteää hintaa vähemmän.",
        costs="Kustannukset: lopullinen hinta selviää vasta kuukauden päätyttyä. Lisäksi maksat perusmaksun.",
        risks="Riskit: jos käytät sähköä eniten kalliilla vartteilla, kuten arki-iltaisin, hinta nousee kiinteää hintaa"
        " korkeammaksi, eikä vaikutukselle ole ylärajaa sopimuksessa.",
        meter="Mittari: sopimus vaatii mittarin, joka mittaa kulutuksen vartin välein ja jota verkkoyhtiö lukee etänä.",
    ),
    duration="Kesto ja päättyminen",
    open_ended="Sopimus on voimassa toistaiseksi. {notice}",
    open_ended_plain="Sopimus on voimassa toistaiseksi. Irtisanomisaika on sopimusehdoissa.",
    fixed="Sopimus on voimassa {end} asti. Sitä ei voi irtisanoa ennen sitä ilman laissa tai sopimusehdoissa mainittua syytä.",
    over_two_years="Sopimus on tehty yli kahdeksi vuodeksi: kuluttajana voit irtisanoa sen kahden vuoden jälkeen niin kuin"
    " toistaiseksi voimassa olevan.",
    at_end={
        AtEnd.CONTINUES_UNTIL_FURTHER_NOTICE: "Sen jälkeen sopimus jatkuu toistaiseksi, jos et sovi muuta. Kerromme uuden"
        " hinnan vähintään kuukautta ennen.",
        AtEnd.ENDS: "Sen jälkeen sopimus päättyy ilman irtisanomista. Tee uusi sopimus ajoissa, ettei toimitus katkea.",
    },
    how_to_end="Irtisanomisen voit tehdä meille kirjallisesti tai puhelimitse: {contacts}. Usein uusi myyjä tekee sen"
    " puolestasi.",
    notice_days="Voit irtisanoa sen {days} päivän irtisanomisajalla.",
    objection="Huomautusaika",
    objection_text="Tarkista, että tämä vahvistus vastaa sitä, mitä sovimme. Jos se ei vastaa, ilmoita siitä meille viimeistään"
    " {day}: {contacts}. Jos et huomauta, sopimus on voimassa tämän vahvistuksen mukaisena.",
    service="Palvelu, laatu ja korvaukset",
    service_text="Me myymme sähkön. Verkkoyhtiö {company} siirtää sen, mittaa kulutuksesi ja korjaa viat; sen palvelunumero on"
    " {phone}. Sähköntoimituksen on vastattava laatua, josta laissa ja standardeissa säädetään.",
    compensation="Jos toimituksessa on virhe tai se viivästyy, sinulla voi olla oikeus hinnanalennukseen tai"
    " vahingonkorvaukseen. Vähintään 12 tunnin yhtäjaksoisesta katkosta verkkoyhtiö maksaa vakiokorvauksen. Virheellisen"
    " laskun oikaisemme.",
    price_information="Voimassa olevat hinnat, kulutuksesi ja laskusi näet palvelussa {portal}.",
    disputes="Jos olet tyytymätön",
    disputes_text="Ota ensin yhteyttä meihin: {contacts}. Jos emme pääse sopuun, apua antavat:",
    terms="Sopimusehdot",
    withdrawal="Peruuttamisohje",
    withdrawal_rights=(
        (
            "Sinulla on oikeus peruuttaa tämä sopimus syytä ilmoittamatta 14 päivän kuluessa. Peruuttamisen määräaika päättyy 14"
            " päivän kuluttua sopimuksen tekemisestä: sopimus tehtiin {concluded}, ja viimeinen päivä on {day}."
        ),
        (
            "Peruuttamisoikeuden käyttämiseksi sinun on ilmoitettava meille ({seller}) päätöksestäsi peruuttaa sopimus"
            " yksiselitteisellä tavalla, esimerkiksi kirjeellä tai sähköpostilla. Voit käyttää alla olevaa lomaketta, mutta se ei"
            " ole pakollista. Määräajan noudattamiseksi riittää, että lähetät ilmoituksesi ennen määräajan päättymistä."
        ),
        (
            "Jos peruutat sopimuksen, palautamme sinulle kaikki sinulta saadut suoritukset viivytyksettä ja viimeistään 14 päivän"
            " kuluttua siitä, kun saimme ilmoituksesi. Suoritamme palautuksen sillä maksutavalla, jota olet käyttänyt, jollet ole"
            " nimenomaisesti suostunut muuhun. Palautuksesta ei aiheudu sinulle kustannuksia."
        ),
        (
            "Jos olet pyytänyt, että sähkön toimittaminen aloitetaan peruuttamisaikana, sinun on maksettava meille siitä sähköstä,"
            " joka on toimitettu siihen mennessä, kun ilmoitit peruuttamisesta."
        ),
    ),
    form="Peruuttamislomake",
    form_hint="Täytä ja palauta tämä lomake ainoastaan siinä tapauksessa, että haluat peruuttaa sopimuksen.",
    form_to="Vastaanottaja",
    form_statement="Ilmoitan/ilmoitamme*, että haluan/haluamme* peruuttaa tekemäni/tekemämme* sopimuksen, joka koskee seuraavan"
    " palvelun suorittamista:",
    form_contract="Sähkönmyyntisopimus {number}, {product}",
    form_concluded="Sopimuksen tekopäivä",
    form_name="Kuluttajan nimi / kuluttajien nimet",
    form_address="Kuluttajan osoite / kuluttajien osoitteet",
    form_signature="Kuluttajan allekirjoitus / kuluttajien allekirjoitukset (vain jos lomake täytetään paperilla)",
    form_date="Päiväys (* tarpeeton yliviivataan)",
)
