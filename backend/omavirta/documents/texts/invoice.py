"""The invoice's words."""

from dataclasses import dataclass

from omavirta.api.language import Language
from omavirta.billing.kinds import InvoiceRowCategory


@dataclass(frozen=True, slots=True)
class InvoiceTexts:
    invoice: str
    credit_note: str
    number_and_day: str
    """`{number}`, `{day}`."""
    to_pay: str
    due_date: str
    reference: str
    total: str
    paid: str
    paid_in_full: str
    of_credited: str
    """`{credited}`."""
    of_paid: str
    """`{paid}`."""
    of_total: str
    """`{total}`."""
    credit_balance: str
    credit_balance_why: str
    nothing_to_pay: str
    credited: str
    credited_why: str
    credit: str
    credits_invoice: str
    billed_period: str
    agreement_validity: str
    of_rows: str
    """`{count}` metering points."""
    notices: str
    what_it_is_for: str
    too_many_rows: str
    """`{count}`, `{portal}`."""
    item: str
    quantity: str
    unit_price: str
    unit_price_gross: str
    rounding: str
    rounding_why: str
    categories: dict[InvoiceRowCategory, str]
    vat_heading: str
    vat_by_rate: str
    comparison: str
    this_invoice: str
    year_before: str
    similar_homes: str
    more: str
    """`{this}`, `{change}`."""
    less: str
    same: str
    no_year_before: str
    comparison_online: str
    """`{portal}`."""
    picture: str
    payment: str
    payee: str
    account: str
    bank: str
    amount: str
    pay_with_reference: str
    late_interest: str
    """`{rate}`."""
    qr_description: str
    bar_code_description: str
    check: str
    check_spot: str
    """`{portal}`, `{number}`."""
    check_other: str
    check_credit: str
    """`{portal}`, `{number}`, `{credited}`."""
    check_credit_of_part: str
    open_online: str
    questions: str
    """`{phone}`, `{email}`."""
    rights: str
    change_supplier: str


INVOICE: dict[Language, InvoiceTexts] = {
    Language.FI: InvoiceTexts(
        invoice="Lasku",
        credit_note="Hyvityslasku",
        number_and_day="Numero {number}, päivätty {day}",
        to_pay="Maksettavaa",
        due_date="Eräpäivä",
        reference="Viitenumero",
        total="Laskun summa",
        paid="Maksettu",
        paid_in_full="kokonaan",
        of_credited="hyvitetty {credited}",
        of_paid="maksettu {paid}",
        of_total="laskun summa {total}",
        credit_balance="Hyvityssaldo",
        credit_balance_why="Palautetaan sinulle tai vähennetään myöhemmästä laskusta.",
        nothing_to_pay="Ei maksettavaa",
        credited="Hyvitetty",
        credited_why="Tämä lasku on kumottu hyvityslaskulla. Sitä ei makseta.",
        credit="Hyvitys",
        credits_invoice="Hyvittää laskun",
        billed_period="Laskutusjakso",
        agreement_validity="Sopimuksen voimassaolo",
        of_rows="{count}, merkitty riveille",
        notices="Tiedoksi sinulle",
        what_it_is_for="Mistä lasku muodostuu",
        too_many_rows="Laskussa on {count} riviä. Tässä ovat niiden summat; rivit näet palvelussa {portal}.",
        item="Erittely",
        quantity="Määrä",
        unit_price="Yksikköhinta, alv 0 %",
        unit_price_gross="Yksikköhinta, sis. alv",
        rounding="Pyöristys",
        rounding_why="Vero lasketaan kunkin verokannan yhteissummasta, joten rivien summa voi erota siitä senttejä.",
        categories={
            InvoiceRowCategory.SUPPLY: "Sähkön myynti",
            InvoiceRowCategory.NETWORK: "Sähkön siirto",
            InvoiceRowCategory.TAX: "Verot ja muut viranomaismaksut",
            InvoiceRowCategory.OTHER: "Muut",
        },
        vat_heading="Arvonlisävero",
        vat_by_rate="Kannan mukaan",
        comparison="Sähkönkäyttösi laskutusjaksolla",
        this_invoice="Tämä lasku",
        year_before="Sama aika vuotta aiemmin",
        similar_homes="Samanlaiset kodit keskimäärin",
        more="Käytit {this}, mikä on {change} enemmän kuin vuotta aiemmin.",
        less="Käytit {this}, mikä on {change} vähemmän kuin vuotta aiemmin.",
        same="Käytit {this}, saman verran kuin vuotta aiemmin.",
        no_year_before="Käytit {this}. Vuoden takaista kulutusta ei ole tiedossa koko jaksolta.",
        comparison_online="Vertailun samanlaisiin koteihin ja kulutuksesi päivittäin näet palvelussa {portal}.",
        picture="Pylväskuva sähkönkäytöstä: {bars}.",
        payment="Maksaminen",
        payee="Saaja",
        account="Tilinumero (IBAN)",
        bank="Pankki (BIC)",
        amount="Summa",
        pay_with_reference="Käytä maksaessasi viitenumeroa, niin maksu kohdistuu oikein.",
        late_interest="Viivästyskorko eräpäivästä on {rate} vuodessa.",
        qr_description="QR-koodi, josta pankkisi sovellus lukee maksun tiedot. Samat tiedot ovat tekstinä vieressä.",
        bar_code_description="Pankkiviivakoodi, jonka numerot ovat kuvan alla.",
        check="Tarkista laskusi",
        check_spot="Pörssihintasi on laskettu jokaiselta vartilta. Palvelussa {portal} näet laskun {number} kohdalla jokaisen"
        " vartin kulutuksen, hinnan ja kustannuksen, ja voit tarkistaa, että laskutettu hinta on oikea.",
        check_other="Palvelussa {portal} näet laskun {number} kohdalla kulutuksesi jokaiselta vartilta ja sen, miten lasku"
        " on siitä laskettu.",
        check_credit="Tämä hyvityslasku kumoaa laskun {credited} kokonaan. Palvelussa {portal} näet hyvityslaskun {number}"
        " kohdalla rivi riviltä, hyvitetäänkö saman verran kuin laskutettiin.",
        check_credit_of_part="Tämä hyvityslasku hyvittää osan laskusta {credited}. Hyvityksen määrä on laskutuksen ilmoittama."
        " Molemmat laskut näet palvelussa {portal}.",
        open_online="Avaa tämä lasku palvelussa",
        questions="Jos lasku on mielestäsi väärä tai jokin jäi epäselväksi, ota yhteyttä: {contacts}. Selitämme laskun"
        " maksutta.",
        rights="Neuvontaa ja oikeutesi",
        change_supplier="Voit vaihtaa sähkönmyyjää maksutta. Määräaikainen sopimus sitoo sovitun ajan loppuun. Sähkön siirto ja"
        " verkkoyhtiö pysyvät samoina, eikä sähkönsaanti katkea.",
    ),
    Language.SV: InvoiceTexts(
        invoice="Faktura",
        credit_note="Kreditfaktura",
        number_and_day="Nummer {number}, daterad {day}",
        to_pay="Att betala",
        due_date="Förfallodag",
        reference="Referensnummer",
        total="Fakturans summa",
        paid="Betalt",
        paid_in_full="helt",
        of_credited="krediterat {credited}",
        of_paid="betalt {paid}",
        of_total="fakturans summa {total}",
        credit_balance="Tillgodohavande",
        credit_balance_why="Betalas tillbaka till dig eller dras av från en senare faktura.",
        nothing_to_pay="Inget att betala",
        credited="Krediterad",
        credited_why="Den här fakturan har upphävts med en kreditfaktura. Den ska inte betalas.",
        credit="Kreditering",
        credits_invoice="Krediterar faktura",
        billed_period="Faktureringsperiod",
        agreement_validity="Avtalets giltighet",
        of_rows="{count}, anges på raderna",
        notices="Information till dig",
        what_it_is_for="Vad fakturan består av",
        too_many_rows="Fakturan har {count} rader. Här finns deras summor; raderna ser du i tjänsten {portal}.",
        item="Specifikation",
        quantity="Mängd",
        unit_price="Enhetspris, moms 0 %",
        unit_price_gross="Enhetspris, inkl. moms",
        rounding="Avrundning",
        rounding_why="Skatten räknas på summan för varje skattesats, så radernas summa kan skilja sig med några cent.",
        categories={
            InvoiceRowCategory.SUPPLY: "Elförsäljning",
            InvoiceRowCategory.NETWORK: "Elöverföring",
            InvoiceRowCategory.TAX: "Skatter och andra myndighetsavgifter",
            InvoiceRowCategory.OTHER: "Övrigt",
        },
        vat_heading="Mervärdesskatt",
        vat_by_rate="Per skattesats",
        comparison="Din elanvändning under perioden",
        this_invoice="Den här fakturan",
        year_before="Samma tid året innan",
        similar_homes="Liknande hem i genomsnitt",
        more="Du använde {this}, vilket är {change} mer än året innan.",
        less="Du använde {this}, vilket är {change} mindre än året innan.",
        same="Du använde {this}, lika mycket som året innan.",
        no_year_before="Du använde {this}. Förbrukningen året innan är inte känd för hela perioden.",
        comparison_online="Jämförelsen med liknande hem och din förbrukning dag för dag ser du i tjänsten {portal}.",
        picture="Stapelbild av elanvändningen: {bars}.",
        payment="Betalning",
        payee="Mottagare",
        account="Kontonummer (IBAN)",
        bank="Bank (BIC)",
        amount="Summa",
        pay_with_reference="Ange referensnumret när du betalar, så att betalningen hamnar rätt.",
        late_interest="Dröjsmålsräntan från förfallodagen är {rate} per år.",
        qr_description="QR-kod som din banks app läser betalningens uppgifter ur. Samma uppgifter finns som text bredvid.",
        bar_code_description="Bankens streckkod, vars siffror finns under bilden.",
        check="Kontrollera din faktura",
        check_spot="Ditt börspris är räknat för varje kvart. I tjänsten {portal} ser du vid faktura {number} förbrukning, pris och"
        " kostnad för varje kvart, och kan kontrollera att det fakturerade priset är rätt.",
        check_other="I tjänsten {portal} ser du vid faktura {number} din förbrukning för varje kvart och hur fakturan har räknats"
        " ut av den.",
        check_credit="Den här kreditfakturan upphäver faktura {credited} helt. I tjänsten {portal} ser du vid kreditfaktura"
        " {number} rad för rad om lika mycket krediteras som fakturerades.",
        check_credit_of_part="Den här kreditfakturan krediterar en del av faktura {credited}. Beloppet är faktureringens eget"
        " besked. Båda fakturorna finns i tjänsten {portal}.",
        open_online="Öppna fakturan i tjänsten",
        questions="Om du tycker att fakturan är fel eller om något är oklart, ta kontakt: {contacts}. Vi förklarar fakturan"
        " utan avgift.",
        rights="Råd och dina rättigheter",
        change_supplier="Du kan byta elförsäljare utan avgift. Ett tidsbundet avtal binder till slutet av den avtalade tiden."
        " Elöverföringen och elnätsbolaget förblir desamma, och elen bryts inte.",
    ),
    Language.EN: InvoiceTexts(
        invoice="Invoice",
        credit_note="Credit note",
        number_and_day="Number {number}, dated {day}",
        to_pay="To pay",
        due_date="Due date",
        reference="Reference number",
        total="Invoice total",
        paid="Paid",
        paid_in_full="in full",
        of_credited="credited {credited}",
        of_paid="paid {paid}",
        of_total="invoice total {total}",
        credit_balance="Credit balance",
        credit_balance_why="Paid back to you, or taken off a later invoice.",
        nothing_to_pay="Nothing to pay",
        credited="Credited",
        credited_why="This invoice has been undone by a credit note. It is not to be paid.",
        credit="Credit",
        credits_invoice="Credits invoice",
        billed_period="Billing period",
        agreement_validity="Contract valid",
        of_rows="{count}, named in the rows",
        notices="For your information",
        what_it_is_for="What you are charged for",
        too_many_rows="The invoice has {count} rows. Their sums are here; the rows are at {portal}.",
        item="Item",
        quantity="Quantity",
        unit_price="Unit price, without VAT",
        unit_price_gross="Unit price, with VAT",
        rounding="Rounding",
        rounding_why="Tax is calculated on the sum at each rate, so the sum of the rows may differ by some cents.",
        categories={
            InvoiceRowCategory.SUPPLY: "Electricity supply",
            InvoiceRowCategory.NETWORK: "Electricity network",
            InvoiceRowCategory.TAX: "Taxes and other public charges",
            InvoiceRowCategory.OTHER: "Other",
        },
        vat_heading="Value added tax",
        vat_by_rate="By rate",
        comparison="Your electricity use in this period",
        this_invoice="This invoice",
        year_before="Same time a year before",
        similar_homes="Similar homes on average",
        more="You used {this}, which is {change} more than a year before.",
        less="You used {this}, which is {change} less than a year before.",
        same="You used {this}, as much as a year before.",
        no_year_before="You used {this}. What was used a year before is not known for the whole period.",
        comparison_online="See how you compare with similar homes, and your use day by day, at {portal}.",
        picture="A bar chart of electricity use: {bars}.",
        payment="Payment",
        payee="Payee",
        account="Account number (IBAN)",
        bank="Bank (BIC)",
        amount="Amount",
        pay_with_reference="Use the reference number when you pay, so that your payment is matched to this invoice.",
        late_interest="Interest on late payment is {rate} a year from the due date.",
        qr_description="A QR code from which your bank’s app reads the payment. The same details are beside it as text.",
        bar_code_description="The bank’s bar code, whose digits are below the picture.",
        check="Check your invoice",
        check_spot="Your spot price is counted for every quarter-hour. At {portal}, invoice {number} shows the use, price and cost"
        " of each quarter-hour, so that you can verify that the billed price is right.",
        check_other="At {portal}, invoice {number} shows your use of every quarter-hour and how the invoice was counted from it.",
        check_credit="This credit note undoes the whole of invoice {credited}. At {portal}, credit note {number} shows row by row"
        " whether as much is credited as was billed.",
        check_credit_of_part="This credit note credits a part of invoice {credited}. Its amount is billing’s own statement. Both"
        " invoices are at {portal}.",
        open_online="Open this invoice online",
        questions="If you think that the invoice is wrong, or something is unclear, contact us: {contacts}. We explain the"
        " invoice free of charge.",
        rights="Advice and your rights",
        change_supplier="You can change your electricity supplier free of charge. A fixed-term contract binds until its end. The"
        " network and the network company stay the same, and your electricity is not interrupted.",
    ),
}
