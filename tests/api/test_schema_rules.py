"""The rules of docs/api.md, held over the printed schema."""

import re
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    build_schema,
    get_named_type,
    is_introspection_type,
    is_specified_scalar_type,
)

from omavirta.api.codes import ApiErrorCode
from omavirta.api.schema import print_schema
from omavirta.graphql.codes import ErrorCode

PROJECT = Path(__file__).resolve().parents[2]
# Lists that are bounded by nature: a period with a cap, a catalogue, the rows of one document.
BOUNDED_LISTS = {
    # At most 20, 50, and of a token 4 and 100.
    "Account.passkeys",
    "Account.accessTokens",
    "AccessToken.scopes",
    "AccessToken.meteringPoints",
    "Query.products",
    "Viewer.customers",
    # As many as invoices can be found to ask with, at ten tries in fifteen minutes; people of one company.
    "Viewer.mandateRequests",
    "Customer.mandates",
    "Customer.mandateRequests",
    "Customer.mandateInvitations",
    "Registration.customers",
    "Account.notifications",
    "Account.sessions",  # at most 50 at once
    "Retailer.phones",
    "Retailer.guides",
    "Retailer.terms",
    "Retailer.legalLinks",  # one of each kind
    "Retailer.languages",
    "Retailer.identificationServices",
    "Product.priceComponents",
    "Product.currentPrices",
    "Contract.prices",  # as many as it was agreed on to change
    "Contract.currentPrices",
    "Invoice.rows",
    "InvoiceEstimate.basis",  # at most five
    "LastYearWithProducts.products",  # a catalogue
    # As there are rates of tax, of which there are few; four; what one bill says.
    "Invoice.vatSpecification",
    "Invoice.categories",
    "Invoice.notices",
    "Invoice.creditNotes",  # as often as billing corrects one
    "Payment.barCodeWidths",  # of 54 digits
    # As an invoice's rows, and its days, of which there are 400 at most.
    "InvoiceVerification.rows",
    "InvoiceVerification.changedDays",
    "VerificationColumns.starts",
    "VerificationColumns.vatTreatments",
    "VerificationColumns.ends",
    "VerificationColumns.energyKwh",
    "VerificationColumns.qualities",
    "VerificationColumns.spotPrices",
    "VerificationColumns.margins",
    "VerificationColumns.prices",
    "VerificationColumns.costs",
    "VerificationColumns.costStatuses",
    "AnnualReport.years",  # at most four
    "MeteringPoint.annualReportYears",  # as long as a contract lasts
    "Consumption.intervals",
    "PriceSeries.intervals",
    "IntervalColumns.starts",
    "IntervalColumns.vatTreatments",
    "IntervalColumns.ends",
    "IntervalColumns.energyKwh",
    "IntervalColumns.qualities",
    "IntervalColumns.prices",
    "IntervalColumns.costs",
    "IntervalColumns.costStatuses",
    "PriceColumns.starts",
    "PriceColumns.ends",
    "PriceColumns.prices",
}
IMPLEMENTATION_WORDS = re.compile(r"row|table|model|uuid|block|sql|impl", re.IGNORECASE)


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema(print_schema())


def own_types(schema: GraphQLSchema) -> list[GraphQLNamedType]:
    return [
        type_
        for type_ in schema.type_map.values()
        if not is_introspection_type(type_) and not is_specified_scalar_type(type_)
    ]


def fields(schema: GraphQLSchema) -> list[tuple[str, str, GraphQLField]]:
    return [
        (type_.name, name, field)
        for type_ in own_types(schema)
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
        for name, field in type_.fields.items()
    ]


def test_the_committed_schema_is_the_printed_one() -> None:
    assert (PROJECT / "schema.graphql").read_text(encoding="utf-8") == print_schema()


def test_everything_is_described(schema: GraphQLSchema) -> None:
    bare = [type_.name for type_ in own_types(schema) if not type_.description]
    for owner, name, field in fields(schema):
        bare += [f"{owner}.{name}"] if not field.description else []
        bare += [f"{owner}.{name}({key})" for key, arg in field.args.items() if not arg.description]
    for type_ in own_types(schema):
        if isinstance(type_, GraphQLEnumType):
            bare += [f"{type_.name}.{key}" for key, value in type_.values.items() if not value.description]
        if isinstance(type_, GraphQLInputObjectType):
            bare += [f"{type_.name}.{key}" for key, value in type_.fields.items() if not value.description]
    assert bare == []


def test_names_are_the_domains_and_not_the_implementations(schema: GraphQLSchema) -> None:
    names = {type_.name for type_ in own_types(schema)} | {name for _, name, _ in fields(schema)}
    assert {name for name in names if IMPLEMENTATION_WORDS.search(name)} == {
        "InvoiceRow",
        "InvoiceRowCategory",
        "RowKind",
        "VerifiedRow",
        "creditedRow",
        "row",
        "rows",
    }


def test_references_are_objects_and_never_ids(schema: GraphQLSchema) -> None:
    ids = [f"{owner}.{name}" for owner, name, _ in fields(schema) if re.search(r"(Id|Ids)$", name)]
    # A business id refers to nothing of ours: it is what stands on papers.
    assert ids == ["Retailer.businessId"]


def test_every_type_with_an_id_is_a_node(schema: GraphQLSchema) -> None:
    for type_ in own_types(schema):
        if isinstance(type_, GraphQLObjectType) and "id" in type_.fields:
            assert [interface.name for interface in type_.interfaces] == ["Node"], type_.name


def test_a_list_is_bounded_by_nature_or_a_connection(schema: GraphQLSchema) -> None:
    lists = {
        f"{owner}.{name}"
        for owner, name, field in fields(schema)
        if isinstance(_nullable(field.type), GraphQLList)
        and not owner.endswith("Connection")
        and name != "userErrors"
    }
    assert lists == BOUNDED_LISTS


def test_every_connection_takes_a_page(schema: GraphQLSchema) -> None:
    for owner, name, field in fields(schema):
        if get_named_type(field.type).name.endswith("Connection"):
            assert {"first", "after", "last", "before"} <= set(field.args), f"{owner}.{name}"


def test_mutations_are_object_and_verb_with_one_input_and_a_payload(schema: GraphQLSchema) -> None:
    assert schema.mutation_type is not None
    for name, field in schema.mutation_type.fields.items():
        assert re.fullmatch(
            r"[a-z]+([A-Z][a-z]+)*(Create|Delete|Update|Request|Verify|Complete|Start|Accept|Approve|Decline|Withdraw|Check)",
            name,
        )
        assert list(field.args) == ["input"]
        payload = get_named_type(field.type)
        assert isinstance(payload, GraphQLObjectType)
        assert payload.name == name[0].upper() + name[1:] + "Payload"
        assert str(payload.fields["userErrors"].type) == "[UserError!]!"
        for key, result in payload.fields.items():
            assert key == "userErrors" or not isinstance(result.type, GraphQLNonNull), f"{payload.name}.{key}"


def test_scalars_mean_something(schema: GraphQLSchema) -> None:
    scalars = {type_.name for type_ in own_types(schema) if isinstance(type_, GraphQLScalarType)}
    assert scalars == {"Date", "DateTime", "Decimal", "GSRN"}


def test_every_error_code_is_documented() -> None:
    text = (PROJECT / "docs" / "api.md").read_text(encoding="utf-8")
    missing = [code.value for code in (*ErrorCode, *ApiErrorCode) if f"`{code.value}`" not in text]
    assert missing == []


def _nullable(type_: object) -> object:
    return type_.of_type if isinstance(type_, GraphQLNonNull) else type_
