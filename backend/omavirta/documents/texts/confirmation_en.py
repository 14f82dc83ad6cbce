"""The confirmation in English."""

from omavirta.contracts.queries import ProductKind
from omavirta.contracts.terms import AtEnd
from omavirta.documents.texts.confirmation import ConfirmationTexts, DynamicTexts

ENGLISH = ConfirmationTexts(
    heading="Confirmation of contract",
    subtitle="Electricity sales contract {number}",
    summary="The most important in brief",
    buys="You buy electricity, as {product}, for {address}.",
    pays="You pay, with VAT: {prices}.",
    price_and_rate="{name} {price}",
    begins_open="The contract begins on {start} and is valid until further notice. {notice}",
    begins_fixed="The contract begins on {start} and binds both of us until {end}.",
    object_by="If anything here is not as we agreed, tell us by {day}: {contacts}.",
    withdraw_by="You can withdraw from the contract without giving a reason by {day}. Instructions and a form are at the end.",
    parties="Parties",
    seller="Seller",
    customer="Customer",
    contacts="How to reach the seller",
    contract="Contract",
    number="Contract number",
    kind="Kind of contract",
    kinds={
        ProductKind.UNTIL_FURTHER_NOTICE: "Until further notice, one price",
        ProductKind.FIXED_TERM: "Fixed term, fixed price",
        ProductKind.SPOT: "Spot electricity",
        ProductKind.CONSUMPTION_IMPACT: "Fixed price with consumption impact",
        ProductKind.TIME_OF_USE: "Prices by time of day or season",
        ProductKind.SPOT_AND_FIXED: "Partly spot, partly fixed price",
    },
    start="Supply begins",
    validity="Valid",
    concluded="Concluded",
    confirmed="Confirmation sent",
    terms_version="Terms",
    network_company="Network company",
    prices="Prices",
    price="Price",
    valid="Valid",
    valid_from="from {day}",
    not_included="The prices include neither network service nor electricity tax.",
    price_forms="How the price is formed",
    formulas={
        ProductKind.UNTIL_FURTHER_NOTICE: "Energy charge = the electricity that you use (kWh) × the energy price. In addition you"
        " pay a monthly fee.",
        ProductKind.FIXED_TERM: "Energy charge = the electricity that you use (kWh) × the energy price. In addition you pay a"
        " monthly fee.",
        ProductKind.SPOT: "The energy charge of each quarter-hour = the electricity that you use in it (kWh) × (its spot price +"
        " the margin). The spot price is the day-ahead price of the Finnish bidding zone, and VAT is added to it. The"
        " quarter-hours of a month are added up, and the sum is rounded once. In addition you pay a monthly fee.",
        ProductKind.CONSUMPTION_IMPACT: "The energy price of a month = the fixed price + the consumption impact. The consumption"
        " impact = the mean spot price weighted by your own use − the month’s plain mean spot price, and VAT is added to it. If"
        " you use electricity in cheap quarter-hours, the impact is below zero and your price falls. In addition you pay a"
        " monthly fee.",
        ProductKind.TIME_OF_USE: "Energy charge = your use in each time (kWh) × the price of that time. Times are Finnish local"
        " time. In addition you pay a monthly fee.",
        ProductKind.SPOT_AND_FIXED: "Energy charge = the share at the spot price + the share at the fixed price. The share at the"
        " spot price is counted by quarter-hours: the electricity that you use (kWh) × the share × (the spot price + the"
        " margin). The rest has the fixed price. VAT is added to the spot price. In addition you pay a monthly fee.",
    },
    floor="The energy price does not fall below {price}.",
    share="The share at the spot price is {share} of your use.",
    formula_words="VAT is counted at the rate in force at the time.",
    may_change="We may change the price. We tell you of the change, its reason and its date at least a month before, and you can"
    " then terminate the contract.",
    may_not_change="The price does not change during the agreed term, except because of law or a decision of the authorities.",
    market_changes="The spot price changes every quarter-hour and is not notified separately. We tell you of a change of the"
    " margin or the monthly fee at least a month before, and you can then terminate the contract.",
    market_changes_fixed="The spot price changes every quarter-hour and is not notified separately. The margin and the monthly fee"
    " do not change during the agreed term, except because of law or a decision of the authorities.",
    dynamic=DynamicTexts(
        heading="Spot electricity: opportunities, costs and risks",
        opportunities="Opportunities: when the price is low, your electricity is cheap. You can save by moving your use to cheap"
        " quarter-hours, such as charging a car or heating water at night.",
        costs="Costs: besides the spot price you pay a margin and a monthly fee. How large a month’s invoice will be is not known"
        " in advance.",
        risks="Risks: the price can rise very high for hours or weeks, above all in hard frost, and the contract sets no upper"
        " limit. In a home heated by electricity the invoice of a winter month can be many times larger.",
        meter="Meter: the contract needs a meter that measures every quarter-hour and is read remotely by the network company.",
    ),
    impact=DynamicTexts(
        heading="Consumption impact: opportunities, costs and risks",
        opportunities="Opportunities: when you use electricity while it is cheaper than the average on the market, you pay less"
        " than the fixed price.",
        costs="Costs: the final price is known only after the month has ended. In addition you pay a monthly fee.",
        risks="Risks: if you use most electricity in expensive quarter-hours, such as weekday evenings, the price rises above the"
        " fixed price, and the contract sets no upper limit to the impact.",
        meter="Meter: the contract needs a meter that measures every quarter-hour and is read remotely by the network company.",
    ),
    duration="Duration and end",
    open_ended="The contract is valid until further notice. {notice}",
    open_ended_plain="The contract is valid until further notice. The terms say the period of notice.",
    fixed="The contract is valid until {end}. It cannot be terminated before that without a reason given in law or the terms.",
    over_two_years="The contract is longer than two years: as a consumer you can terminate it after two years in the same way as one"
    " that is valid until further notice.",
    at_end={
        AtEnd.CONTINUES_UNTIL_FURTHER_NOTICE: "After that the contract continues until further notice, unless you agree on"
        " something else. We tell you the new price at least a month before.",
        AtEnd.ENDS: "After that the contract ends without notice. Make a new contract in time, so that supply is not interrupted.",
    },
    how_to_end="You can terminate the contract with us in writing or by phone: {contacts}. Often the new supplier does it for you.",
    notice_days="You can terminate it with {days} days’ notice.",
    objection="Time to object",
    objection_text="Check that this confirmation is what we agreed on. If it is not, tell us by {day}: {contacts}. If you do not"
    " object, the contract is valid as confirmed here.",
    service="Service, quality and compensation",
    service_text="We sell the electricity. The network company, {company}, delivers it, meters your use and repairs faults; its"
    " customer service is at {phone}. The supply has to be of the quality that law and standards require.",
    compensation="If there is a fault or a delay in supply, you may be entitled to a reduction of the price or to damages. For an"
    " unbroken interruption of at least 12 hours the network company pays standard compensation. We correct a wrong invoice.",
    price_information="Prices in force, your use and your invoices are at {portal}.",
    disputes="If you are not satisfied",
    disputes_text="Contact us first: {contacts}. If we cannot agree, these can help:",
    terms="Terms",
    withdrawal="Instructions on withdrawal",
    withdrawal_rights=(
        (
            "You have the right to withdraw from this contract within 14 days without giving any reason. The withdrawal period expires"
            " 14 days after the day on which the contract was concluded: it was concluded on {concluded}, and the last day is {day}."
        ),
        (
            "To exercise the right of withdrawal, you must inform us ({seller}) of your decision to withdraw from this contract by an"
            " unequivocal statement, for example a letter or an email. You may use the form below, but it is not obligatory. To meet"
            " the deadline, it is sufficient for you to send your communication before the withdrawal period has expired."
        ),
        (
            "If you withdraw from this contract, we reimburse to you all payments received from you, without undue delay and not later"
            " than 14 days from the day on which we are informed of your decision. We use the same means of payment as you used,"
            " unless you have expressly agreed otherwise. You will not incur any fees as a result."
        ),
        (
            "If you requested the supply of electricity to begin during the withdrawal period, you shall pay us for what has been"
            " supplied until you informed us of your withdrawal."
        ),
    ),
    form="Withdrawal form",
    form_hint="Complete and return this form only if you wish to withdraw from the contract.",
    form_to="To",
    form_statement="I/We* hereby give notice that I/We* withdraw from my/our* contract for the provision of the following service:",
    form_contract="Electricity sales contract {number}, {product}",
    form_concluded="Concluded on",
    form_name="Name of consumer(s)",
    form_address="Address of consumer(s)",
    form_signature="Signature of consumer(s) (only if this form is on paper)",
    form_date="Date (* delete as appropriate)",
)
