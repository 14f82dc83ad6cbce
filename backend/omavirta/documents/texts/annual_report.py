"""The annual report's words."""

from dataclasses import dataclass

from omavirta.api.language import Language


@dataclass(frozen=True, slots=True)
class AnnualReportTexts:
    heading: str
    """`{year}`."""
    subtitle: str
    """`{address}`, `{gsrn}`."""
    used: str
    """`{year}`."""
    used_partly: str
    change: str
    """`{year}`."""
    cost: str
    cost_note: str
    cost_note_partly: str
    """Where a month was outside VAT."""
    years: str
    more: str
    """`{change}`, `{year}`, as the next two."""
    less: str
    same: str
    same_days: str
    year: str
    energy: str
    cost_column: str
    partly: str
    partly_note: str
    picture: str
    similar: str
    own: str
    average: str
    median: str
    place_less: str
    """`{share}`."""
    place_more: str
    place_even: str
    """Where the home is in the middle."""
    similar_note: str
    """`{homes}`."""
    similar_unknown: str
    advice: str
    tips: tuple[str, ...]
    heating_tips: tuple[str, ...]
    """For homes that electricity heats."""
    contacts: str
    contacts_text: str
    """`{contacts}`, `{portal}`."""


ANNUAL_REPORT: dict[Language, AnnualReportTexts] = {
    Language.FI: AnnualReportTexts(
        heading="Sähkönkäyttösi vuonna {year}",
        subtitle="{address} · käyttöpaikkatunnus {gsrn}",
        used="Käytit sähköä",
        used_partly="Käytit sähköä, tiedossa olevilta päiviltä",
        change="Vuoteen {year} verrattuna",
        cost="Sähkösi maksoi",
        cost_note="energia ja perusmaksut, sis. alv, ilman siirtoa",
        cost_note_partly="energia ja perusmaksut, osin ilman alv, ilman siirtoa",
        years="Vuodet vierekkäin",
        more="Käytit {change} enemmän sähköä kuin vuonna {year}.",
        less="Käytit {change} vähemmän sähköä kuin vuonna {year}.",
        same="Käytit sähköä saman verran kuin vuonna {year}.",
        same_days="Vertailussa ovat vain ne päivät, joiden kulutus on tiedossa molempina vuosina.",
        year="Vuosi",
        energy="Kulutus",
        cost_column="Kustannus",
        partly="osittain",
        partly_note="Merkintä ”osittain” tarkoittaa, että kaikkien päivien kulutus ei ole tiedossa, tai sopimuksesi ei ollut"
        " voimassa koko vuotta.",
        picture="Pylväskuva vuosien sähkönkäytöstä: {bars}.",
        similar="Samanlaiset kodit",
        own="Sinun kotisi",
        average="Keskiarvo",
        median="Keskimmäinen koti",
        place_less="Käytit vähemmän sähköä kuin {share} samanlaisista kodeista.",
        place_more="Käytit enemmän sähköä kuin {share} samanlaisista kodeista.",
        place_even="Käytit sähköä suunnilleen yhtä paljon kuin keskimmäinen samanlaisista kodeista.",
        similar_note="Vertailussa on vähintään {homes} muuta kotia, joilla on sama asuntotyyppi, lämmitystapa, kokoluokka ja"
        " ilmastovyöhyke.",
        similar_unknown="Vertailua samanlaisiin koteihin ei voi tehdä tältä vuodelta. Palvelussa näet, mitä siihen puuttuu.",
        advice="Näin käytät sähköä vähemmän",
        tips=(
            "Laske huonelämpötilaa asteella: lämmityksen energiantarve pienenee noin 5 %.",
            "Lyhennä suihkuja: lämmin vesi on monessa kodissa toiseksi suurin sähkön käyttäjä.",
            "Säädä jääkaappi noin viiteen asteeseen ja pakastin −18 asteeseen, ja sulata pakastin, kun jäätä kertyy.",
            "Pese täysiä koneellisia ja matalassa lämpötilassa, ja kuivaa pyykki narulla.",
            "Sammuta laitteet katkaisijasta, kun et käytä niitä, ja vaihda valot LED-lamppuihin.",
        ),
        heating_tips=(
            "Ohjaa sähkölämmitys ja lämminvesivaraaja yön ja viikonlopun halvoille tunneille.",
            "Puhdista lämpöpumpun suodattimet ja tarkista ikkunoiden ja ovien tiivisteet ennen talvea.",
        ),
        contacts="Neuvoja saat täältä",
        contacts_text="Kulutuksesi vartteittain, päivittäin ja kuukausittain on palvelussa {portal}. Meidät tavoitat: {contacts}.",
    ),
    Language.SV: AnnualReportTexts(
        heading="Din elanvändning år {year}",
        subtitle="{address} · driftställets nummer {gsrn}",
        used="Du använde el",
        used_partly="Du använde el, för de dagar som är kända",
        change="Jämfört med år {year}",
        cost="Din el kostade",
        cost_note="energi och grundavgifter, inkl. moms, utan överföring",
        cost_note_partly="energi och grundavgifter, delvis utan moms, utan överföring",
        years="Åren bredvid varandra",
        more="Du använde {change} mer el än år {year}.",
        less="Du använde {change} mindre el än år {year}.",
        same="Du använde lika mycket el som år {year}.",
        same_days="Jämförelsen gäller bara de dagar vilkas förbrukning är känd båda åren.",
        year="År",
        energy="Förbrukning",
        cost_column="Kostnad",
        partly="delvis",
        partly_note="”Delvis” betyder att förbrukningen inte är känd för alla dagar, eller att ditt avtal inte gällde hela året.",
        picture="Stapelbild av årens elanvändning: {bars}.",
        similar="Liknande hem",
        own="Ditt hem",
        average="Medelvärde",
        median="Hemmet i mitten",
        place_less="Du använde mindre el än {share} av liknande hem.",
        place_more="Du använde mer el än {share} av liknande hem.",
        place_even="Du använde ungefär lika mycket el som hemmet i mitten av liknande hem.",
        similar_note="I jämförelsen finns minst {homes} andra hem med samma bostadstyp, uppvärmning, storleksklass och klimatzon.",
        similar_unknown="För det här året går det inte att jämföra med liknande hem. I tjänsten ser du vad som saknas.",
        advice="Så använder du mindre el",
        tips=(
            "Sänk rumstemperaturen med en grad: behovet av uppvärmningsenergi minskar med ungefär 5 %.",
            "Duscha kortare: varmt vatten är i många hem den näst största elanvändaren.",
            "Ställ kylskåpet på ungefär fem grader och frysen på −18 grader, och frosta av frysen när is samlas.",
            "Tvätta fulla maskiner i låg temperatur och torka tvätten på lina.",
            "Stäng av apparater med strömbrytaren när du inte använder dem, och byt till LED-lampor.",
        ),
        heating_tips=(
            "Styr elvärmen och varmvattenberedaren till nattens och veckoslutets billiga timmar.",
            "Rengör värmepumpens filter och se över tätningarna i fönster och dörrar före vintern.",
        ),
        contacts="Här får du råd",
        contacts_text="Din förbrukning per kvart, dag och månad finns i tjänsten {portal}. Oss når du: {contacts}.",
    ),
    Language.EN: AnnualReportTexts(
        heading="Your electricity use in {year}",
        subtitle="{address} · metering point ID {gsrn}",
        used="You used",
        used_partly="You used, on the days that are known",
        change="Compared with {year}",
        cost="Your electricity cost",
        cost_note="energy and monthly fees, with VAT, without network service",
        cost_note_partly="energy and monthly fees, partly without VAT, without network service",
        years="Year by year",
        more="You used {change} more electricity than in {year}.",
        less="You used {change} less electricity than in {year}.",
        same="You used as much electricity as in {year}.",
        same_days="Only days whose use is known in both years are compared.",
        year="Year",
        energy="Use",
        cost_column="Cost",
        partly="in part",
        partly_note="“In part” means that the use of some days is not known, or that your contract was not in force all year.",
        picture="A bar chart of electricity use by year: {bars}.",
        similar="Similar homes",
        own="Your home",
        average="Average",
        median="Home in the middle",
        place_less="You used less electricity than {share} of similar homes.",
        place_more="You used more electricity than {share} of similar homes.",
        place_even="You used about as much electricity as the home in the middle of similar ones.",
        similar_note="At least {homes} other homes of the same kind of dwelling, heating, size and climate zone are compared.",
        similar_unknown="This year cannot be compared with similar homes. The service says what is missing.",
        advice="How to use less electricity",
        tips=(
            "Lower the room temperature by a degree: heating then needs about 5% less energy.",
            "Take shorter showers: in many homes hot water is the second largest user of electricity.",
            "Set the fridge to about five degrees and the freezer to -18, and defrost the freezer when ice gathers.",
            "Wash full loads at low temperatures, and dry your laundry on a line.",
            "Switch appliances off at the switch when you do not use them, and change to LED lamps.",
        ),
        heating_tips=(
            "Let electric heating and the water heater run in the cheap hours of nights and weekends.",
            "Clean the filters of the heat pump, and check the seals of windows and doors before winter.",
        ),
        contacts="Where to get advice",
        contacts_text="Your use by quarter-hours, days and months is at {portal}. You reach us at: {contacts}.",
    ),
}
