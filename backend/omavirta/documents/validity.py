"""How long a contract is valid, in words: pure."""

from omavirta.api.language import Language
from omavirta.contracts.queries import ContractRow
from omavirta.documents.formatting import day
from omavirta.documents.texts.common import CommonTexts


def validity(contract: ContractRow, common: CommonTexts, language: Language) -> str:
    start = day(contract.start_date, language)
    if contract.end_date is None:
        return common.until_further_notice.format(start=start)
    return common.fixed_until.format(start=start, end=day(contract.end_date, language))
