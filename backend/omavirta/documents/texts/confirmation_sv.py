"""The confirmation in Swedish."""

from omavirta.contracts.queries import ProductKind
from omavirta.contracts.terms import AtEnd
from omavirta.documents.texts.confirmation import ConfirmationTexts, DynamicTexts

SWEDISH = ConfirmationTexts(
    heading="Avtalsbekräftelse",
    subtitle="Elförsäljningsavtal {number}",
    summary="Det viktigaste i korthet",
    buys="Du köper el med produkten {product} till adressen {address}.",
    pays="Du betalar, med moms: {prices}.",
    price_and_rate="{name} {price}",
    begins_open="Avtalet börjar {start} och gäller tills vidare. {notice}",
    begins_fixed="Avtalet börjar {start} och binder båda parterna till {end}.",
    object_by="Om något här inte är som vi kom överens om, meddela oss det senast {day}: {contacts}.",
    withdraw_by="Du kan frånträda avtalet utan att ange skäl senast {day}. Anvisning och blankett finns i slutet.",
    parties="Parter",
    seller="Säljare",
    customer="Kund",
    contacts="Säljarens kontaktuppgifter",
    contract="Avtal",
    number="Avtalsnummer",
    kind="Typ av avtal",
    kinds={
        ProductKind.UNTIL_FURTHER_NOTICE: "Tills vidare, ett pris",
        ProductKind.FIXED_TERM: "Tidsbundet, fast pris",
        ProductKind.SPOT: "Börsel",
        ProductKind.CONSUMPTION_IMPACT: "Avtal med förbrukningspåverkan",
        ProductKind.TIME_OF_USE: "Pris efter tid på dygnet eller året",
        ProductKind.SPOT_AND_FIXED: "Delvis börsel, delvis fast pris",
    },
    start="Leveransen börjar",
    validity="Giltighet",
    concluded="Avtalet ingicks",
    confirmed="Bekräftelsen sändes",
    terms_version="Avtalsvillkor",
    network_company="Elnätsbolag",
    prices="Priser",
    price="Pris",
    valid="Gäller",
    valid_from="från {day}",
    not_included="I priserna ingår varken elöverföring eller elskatt.",
    price_forms="Så bildas priset",
    formulas={
        ProductKind.UNTIL_FURTHER_NOTICE: "Energiavgift = den el du använder (kWh) × energipriset. Dessutom betalar du en"
        " grundavgift varje månad.",
        ProductKind.FIXED_TERM: "Energiavgift = den el du använder (kWh) × energipriset. Dessutom betalar du en grundavgift"
        " varje månad.",
        ProductKind.SPOT: "Energiavgiften för varje kvart = den el du använder under kvarten (kWh) × (kvartens börspris +"
        " marginalen). Börspriset är följande dygns pris (day-ahead) i prisområdet Finland, och moms läggs till. Månadens"
        " kvartar räknas ihop, och summan avrundas en gång. Dessutom betalar du en grundavgift.",
        ProductKind.CONSUMPTION_IMPACT: "Månadens energipris = det fasta priset + förbrukningspåverkan. Förbrukningspåverkan ="
        " börsprisets medelvärde vägt med din egen förbrukning − månadens vanliga medelvärde av börspriset, och moms läggs"
        " till. Om du använder el under billiga kvartar är påverkan minus och ditt pris sjunker. Dessutom betalar du en"
        " grundavgift.",
        ProductKind.TIME_OF_USE: "Energiavgift = förbrukningen under varje tid (kWh) × priset för den tiden. Tiderna räknas"
        " enligt finländsk tid. Dessutom betalar du en grundavgift.",
        ProductKind.SPOT_AND_FIXED: "Energiavgift = andelen med börspris + andelen med fast pris. Andelen med börspris räknas"
        " kvart för kvart: den el du använder (kWh) × andelen × (börspriset + marginalen). Resten har det fasta priset. Moms"
        " läggs till börspriset. Dessutom betalar du en grundavgift.",
    },
    floor="Energipriset sjunker inte under {price}.",
    share="Andelen med börspris är {share} av din förbrukning.",
    formula_words="Momsen räknas enligt den skattesats som gäller vid varje tidpunkt.",
    may_change="Vi kan ändra priset. Vi meddelar ändringen, orsaken och tidpunkten minst en månad i förväg, och du kan då säga"
    " upp avtalet.",
    may_not_change="Priset ändras inte under den avtalade tiden annat än på grund av lag eller myndighetsbeslut.",
    market_changes="Börspriset växlar varje kvart och meddelas inte särskilt. Ändringar av marginalen och grundavgiften"
    " meddelar vi minst en månad i förväg, och du kan då säga upp avtalet.",
    market_changes_fixed="Börspriset växlar varje kvart och meddelas inte särskilt. Marginalen och grundavgiften ändras inte under"
    " den avtalade tiden annat än på grund av lag eller myndighetsbeslut.",
    dynamic=DynamicTexts(
        heading="Börselns möjligheter, kostnader och risker",
        opportunities="Möjligheter: när priset är lågt är din el billig. Du kan spara genom att flytta förbrukning till billiga"
        " kvartar, till exempel ladda bilen eller värma vattnet på natten.",
        costs="Kostnader: utöver börspriset betalar du en marginal och en grundavgift. Hur stor månadens faktura blir vet man"
        " inte i förväg.",
        risks="Risker: priset kan stiga mycket högt i timmar eller veckor, särskilt vid sträng kyla, och avtalet har ingen övre"
        " gräns. I ett hem med elvärme kan fakturan för en vintermånad bli flera gånger större.",
        meter="Mätare: avtalet kräver en mätare som mäter förbrukningen varje kvart och som elnätsbolaget läser av på distans.",
    ),
    impact=DynamicTexts(
        heading="Möjligheter, kostnader och risker med förbrukningspåverkan",
        opportunities="Möjligheter: när du använder el då den är billigare än genomsnittet på börsen betalar du mindre än det"
        " fasta priset.",
        costs="Kostnader: det slutliga priset klarnar först när månaden är slut. Dessutom betalar du en grundavgift.",
        risks="Risker: om du använder mest el under dyra kvartar, till exempel på vardagskvällar, blir priset högre än det fasta,"
        " och avtalet har ingen övre gräns för påverkan.",
        meter="Mätare: avtalet kräver en mätare som mäter förbrukningen varje kvart och som elnätsbolaget läser av på distans.",
    ),
    duration="Avtalstid och upphörande",
    open_ended="Avtalet gäller tills vidare. {notice}",
    open_ended_plain="Avtalet gäller tills vidare. Uppsägningstiden framgår av avtalsvillkoren.",
    fixed="Avtalet gäller till {end}. Det kan inte sägas upp före det utan ett skäl som nämns i lag eller avtalsvillkoren.",
    over_two_years="Avtalet är längre än två år: som konsument kan du säga upp det efter två år på samma sätt som ett avtal som"
    " gäller tills vidare.",
    at_end={
        AtEnd.CONTINUES_UNTIL_FURTHER_NOTICE: "Därefter fortsätter avtalet tills vidare, om du inte avtalar om annat. Vi"
        " meddelar det nya priset minst en månad i förväg.",
        AtEnd.ENDS: "Därefter upphör avtalet utan uppsägning. Ingå ett nytt avtal i tid, så att leveransen inte avbryts.",
    },
    how_to_end="Du kan säga upp avtalet hos oss skriftligen eller per telefon: {contacts}. Ofta gör den nya säljaren det åt dig.",
    notice_days="Du kan säga upp det med {days} dagars uppsägningstid.",
    objection="Anmärkningstid",
    objection_text="Kontrollera att bekräftelsen motsvarar det vi kom överens om. Om den inte gör det, meddela oss senast"
    " {day}: {contacts}. Om du inte anmärker gäller avtalet enligt den här bekräftelsen.",
    service="Tjänst, kvalitet och ersättningar",
    service_text="Vi säljer elen. Elnätsbolaget {company} överför den, mäter din förbrukning och åtgärdar fel; dess kundtjänst har"
    " numret {phone}. Leveransen ska hålla den kvalitet som lag och standarder kräver.",
    compensation="Om leveransen är felaktig eller försenad kan du ha rätt till prisavdrag eller skadestånd. För ett oavbrutet"
    " avbrott på minst 12 timmar betalar elnätsbolaget standardersättning. En felaktig faktura rättar vi.",
    price_information="Gällande priser, din förbrukning och dina fakturor ser du i tjänsten {portal}.",
    disputes="Om du är missnöjd",
    disputes_text="Kontakta först oss: {contacts}. Om vi inte kommer överens får du hjälp av:",
    terms="Avtalsvillkor",
    withdrawal="Anvisning om ångerrätt",
    withdrawal_rights=(
        (
            "Du har rätt att frånträda detta avtal utan att ange något skäl inom 14 dagar. Ångerfristen löper ut 14 dagar efter den"
            " dag då avtalet ingicks: avtalet ingicks {concluded}, och den sista dagen är {day}."
        ),
        (
            "Om du vill utöva ångerrätten ska du till oss ({seller}) sända ett klart och tydligt meddelande om ditt beslut att"
            " frånträda avtalet, till exempel per brev eller e-post. Du kan använda blanketten nedan, men det är inte obligatoriskt."
            " För att du ska hinna utöva din ångerrätt i tid räcker det med att du sänder ditt meddelande innan ångerfristen löper"
            " ut."
        ),
        (
            "Om du frånträder avtalet betalar vi tillbaka alla betalningar vi fått från dig utan dröjsmål och senast 14 dagar efter"
            " den dag då vi fick ditt meddelande. Vi använder samma betalningssätt som du själv har använt, om du inte uttryckligen"
            " har gått med på något annat. Återbetalningen kostar dig ingenting."
        ),
        (
            "Om du har begärt att elleveransen ska börja under ångerfristen ska du betala oss för den el som har levererats fram till"
            " den tidpunkt då du meddelade att du frånträder avtalet."
        ),
    ),
    form="Ångerblankett",
    form_hint="Fyll i och återsänd denna blankett endast om du vill frånträda avtalet.",
    form_to="Till",
    form_statement="Jag/vi* meddelar härmed att jag/vi* frånträder mitt/vårt* avtal om tillhandahållande av följande tjänst:",
    form_contract="Elförsäljningsavtal {number}, {product}",
    form_concluded="Avtalet ingicks den",
    form_name="Konsumentens/konsumenternas namn",
    form_address="Konsumentens/konsumenternas adress",
    form_signature="Konsumentens/konsumenternas namnteckning (endast om blanketten fylls i på papper)",
    form_date="Datum (* stryk det som inte är tillämpligt)",
)
