"""Records of customers: who they are, where they use electricity, what they agreed on, and who acts for them."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, StrictBool, StrictInt, model_validator

from omavirta.customers.queries import CustomerKind
from omavirta.customers.roles import MandateRole
from omavirta.masterdata.records.base import Kind, Part, Record, Reference, require_order
from omavirta.masterdata.records.catalogue import Tariff
from omavirta.masterdata.values import BusinessId, Day, Gsrn, IdentityHash, SourceId, Text
from omavirta.metering.comparison import Dwelling, Heating

MOST_CONTACTS = 1_000


class ContactKind(StrEnum):
    CONTACT = "CONTACT"
    SIGNATORY = "SIGNATORY"


class Contact(Part):
    """A person whom a company has named. Who proves to be that person may act for the company at once."""

    identity_code: IdentityHash = Field(description="Kept as a keyed hash only.")
    kind: ContactKind


class CustomerRecord(Record):
    """A person or a company that the retailer supplies."""

    type: Literal[Kind.CUSTOMER]
    number: Text = Field(max_length=32, description="The customer number on invoices.")
    kind: CustomerKind
    name: Text = Field(max_length=200)
    business_id: BusinessId | None = None
    identity_code: IdentityHash | None = Field(None, description="A person's. Kept as a keyed hash only.")
    contacts: tuple[Contact, ...] = Field((), max_length=MOST_CONTACTS, description="A company's.")

    @model_validator(mode="after")
    def holds(self) -> Self:
        if self.kind is CustomerKind.PERSON and (self.business_id is not None or self.contacts):
            raise ValueError("a person has no businessId and no contacts")
        if self.kind is CustomerKind.COMPANY and self.identity_code is not None:
            raise ValueError("a company has no identityCode; its persons are contacts")
        if len({contact.identity_code for contact in self.contacts}) < len(self.contacts):
            raise ValueError("contacts has a person twice")
        return self


class MeteringPointRecord(Record):
    """A place of use."""

    type: Literal[Kind.METERING_POINT]
    gsrn: Gsrn
    name: Text | None = Field(None, max_length=100)
    street: Text = Field(max_length=200)
    postal_code: Text = Field(max_length=10)
    city: Text = Field(max_length=100)
    network_company: SourceId
    dwelling: Dwelling | None = None
    heating: Heating | None = None
    floor_area_m2: StrictInt | None = Field(None, ge=1, le=1_000_000)
    climate_zone: StrictInt | None = Field(
        None, ge=1, le=4, description="1 to 4, from the south-west to Lapland."
    )

    def references(self) -> Iterator[Reference]:
        yield Reference("networkCompany", Kind.NETWORK_COMPANY, self.network_company)


class ContractRecord(Record, Tariff):
    """A customer's contract for a metering point. Two contracts of a point have no day in common, whosever they are."""

    type: Literal[Kind.CONTRACT]
    number: Text = Field(max_length=32)
    customer: SourceId
    metering_point: SourceId
    product: SourceId
    start_date: Day
    end_date: Day | None = Field(None, description="The last day.")
    concluded_on: Day | None = None
    confirmed_on: Day | None = Field(None, description="The day on which its confirmation was sent.")
    sold_at_distance: StrictBool = Field(
        default=False, description="By phone, on the web or at home: a person can withdraw from it."
    )
    terms_version: Text | None = Field(None, max_length=32)

    @model_validator(mode="after")
    def holds(self) -> Self:
        require_order("endDate", self.start_date, self.end_date)
        require_order("confirmedOn", self.concluded_on, self.confirmed_on)
        return self

    def references(self) -> Iterator[Reference]:
        yield Reference("customer", Kind.CUSTOMER, self.customer)
        yield Reference("meteringPoint", Kind.METERING_POINT, self.metering_point)
        yield Reference("product", Kind.PRODUCT, self.product)


class MandateRecord(Record):
    """An account that acts for a customer. Who has no account yet is named as a contact of the company instead."""

    type: Literal[Kind.MANDATE]
    customer: SourceId
    account: Text = Field(max_length=254, description="Its user name or e-mail address in the portal.")
    role: MandateRole

    def references(self) -> Iterator[Reference]:
        yield Reference("customer", Kind.CUSTOMER, self.customer)
