"""The records of master data: what one line may say, by its type. docs/master-data.md explains them with examples.

Field names are the API's. A reference is the source id of what it names, as its own line has it.
"""

from typing import Annotated

from pydantic import Field

from omavirta.masterdata.records.billing import DocumentRecord, InvoiceRecord
from omavirta.masterdata.records.catalogue import NetworkCompanyRecord, ProductRecord
from omavirta.masterdata.records.customers import (
    ContractRecord,
    CustomerRecord,
    MandateRecord,
    MeteringPointRecord,
)

AnyRecord = Annotated[
    NetworkCompanyRecord
    | ProductRecord
    | CustomerRecord
    | MeteringPointRecord
    | ContractRecord
    | InvoiceRecord
    | DocumentRecord
    | MandateRecord,
    Field(discriminator="type"),
]
