"""What a customer reads of contracts and products: terms, prices and the days that run out."""

from datetime import date
from typing import Any

import pytest

from api.conftest import Service
from omavirta.contracts.models import Contract, ContractPrice, PriceComponent, Product
from support.factory import World

TERMS = """{ viewer { customers { contracts(first: 10) { nodes {
  noticeDays atEnd concludedOn confirmedOn objectionUntil withdrawalUntil termsVersion spotShare energyPriceFloor
  prices { kind amount validFrom } currentPrices { kind amount validTo } } } } } }"""


async def product_price(
    world: World, kind: str, amount: str, valid_from: date, valid_to: date | None = None
) -> None:
    with world.database.orm():
        await PriceComponent.create(
            product_id=world.product_id,
            kind=kind,
            amount=amount,
            unit="EUR_PER_MONTH" if kind == "MONTHLY_FEE" else "CENT_PER_KWH",
            vat_rate="25.50",
            vat_included=True,
            valid_from=valid_from,
            valid_to=valid_to,
        )


async def product_prices(world: World) -> None:
    await product_price(world, "MARGIN", "0.48", date(2020, 1, 1), date(2025, 12, 31))
    await product_price(world, "MARGIN", "0.49", date(2026, 1, 1))
    await product_price(world, "MONTHLY_FEE", "4.95", date(2020, 1, 1))


async def agree(world: World, contract_id: Any, **terms: Any) -> None:
    with world.database.orm():
        await Contract.filter(id=contract_id).update(**terms)


async def agree_on_margin(world: World, customer_id: Any, contract_id: Any) -> None:
    with world.database.orm():
        await ContractPrice.create(
            customer_id=customer_id,
            contract_id=contract_id,
            kind="MARGIN",
            amount="0.3",
            unit="CENT_PER_KWH",
            vat_rate="25.50",
            vat_included=True,
            valid_from=date(2024, 1, 1),
        )


def contracts_of(service: Service, setup: Any) -> list[dict[str, Any]]:
    account = service.fill(setup)
    answer = service.ask(TERMS, service.session(account))
    assert "errors" not in answer
    found: list[dict[str, Any]] = answer["data"]["viewer"]["customers"][0]["contracts"]["nodes"]
    return found


@pytest.mark.parametrize(("kind", "withdrawal"), [("PERSON", "2026-11-24"), ("COMPANY", None)])
def test_terms_are_the_contracts_own_and_only_a_person_withdraws(
    service: Service, kind: str, withdrawal: str | None
) -> None:
    async def setup(world: World) -> Any:
        customer = await world.customer(kind=kind)
        contract = await world.contract(customer, await world.point())
        await agree(
            world,
            contract,
            concluded_on=date(2026, 11, 10),
            confirmed_on=date(2026, 11, 12),
            sold_at_distance=True,
            notice_days=30,
            at_end="ENDS",
            terms_version="SME 2024",
            attributes={"spotShare": "0.5", "energyPriceFloor": "0"},
        )
        return await world.account("aino", customer)

    [contract] = contracts_of(service, setup)
    assert contract == {
        "noticeDays": 30,
        "atEnd": "ENDS",
        "concludedOn": "2026-11-10",
        "confirmedOn": "2026-11-12",
        "objectionUntil": "2026-12-03",
        "withdrawalUntil": withdrawal,
        "termsVersion": "SME 2024",
        "spotShare": "0.5",
        "energyPriceFloor": "0",
        "prices": [],
        "currentPrices": [],
    }


def test_what_a_contract_does_not_say_the_product_does(service: Service) -> None:
    async def setup(world: World) -> Any:
        customer = await world.customer()
        await world.contract(customer, await world.point())
        with world.database.orm():
            await Product.filter(id=world.product_id).update(
                notice_days=14,
                at_end="CONTINUES_UNTIL_FURTHER_NOTICE",
                attributes={"energyPriceFloor": "0"},
            )
        return await world.account("aino", customer)

    [contract] = contracts_of(service, setup)
    assert (contract["noticeDays"], contract["atEnd"]) == (14, "CONTINUES_UNTIL_FURTHER_NOTICE")
    assert (contract["spotShare"], contract["energyPriceFloor"]) == (None, "0")
    assert contract["objectionUntil"] is contract["withdrawalUntil"] is contract["termsVersion"] is None


def test_an_agreed_price_stands_for_all_of_the_products_of_its_kind(service: Service) -> None:
    async def setup(world: World) -> Any:
        await product_prices(world)
        customer = await world.customer()
        contract = await world.contract(customer, await world.point())
        await agree_on_margin(world, customer, contract)
        return await world.account("aino", customer)

    [contract] = contracts_of(service, setup)
    assert contract["prices"] == [
        {"kind": "MARGIN", "amount": "0.30", "validFrom": "2024-01-01"},
        {"kind": "MONTHLY_FEE", "amount": "4.95", "validFrom": "2020-01-01"},
    ]


def test_current_prices_are_of_the_day_nearest_today_on_which_a_contract_is_in_force(
    service: Service,
) -> None:
    async def setup(world: World) -> Any:
        await product_prices(world)
        await product_price(world, "ENERGY", "7.00", date(2027, 2, 1))
        customer, point = await world.customer(), await world.point()
        await world.contract(customer, point, date(2024, 1, 1), date(2025, 6, 30))
        await world.contract(customer, point, date(2025, 7, 1), date(2027, 1, 31))
        await world.contract(customer, point, date(2027, 2, 1))
        return await world.account("aino", customer)

    prices = [
        [(price["kind"], price["amount"]) for price in contract["currentPrices"]]
        for contract in contracts_of(service, setup)
    ]
    assert prices == [
        [("ENERGY", "7.00"), ("MARGIN", "0.49"), ("MONTHLY_FEE", "4.95")],
        [("MARGIN", "0.49"), ("MONTHLY_FEE", "4.95")],
        [("MARGIN", "0.48"), ("MONTHLY_FEE", "4.95")],
    ]


def test_another_customers_agreed_prices_are_not_ones_own(service: Service) -> None:
    async def setup(world: World) -> Any:
        await product_prices(world)
        mine, other, point = await world.customer(), await world.customer("Eero"), await world.point()
        await world.contract(mine, point)
        await agree_on_margin(world, other, await world.contract(other, point))
        return await world.account("aino", mine)

    [contract] = contracts_of(service, setup)
    assert contract["currentPrices"][0]["amount"] == "0.49"


def test_a_product_on_sale_says_its_terms_and_todays_prices_to_anybody(service: Service) -> None:
    async def setup(world: World) -> None:
        await product_prices(world)
        with world.database.orm():
            await Product.filter(id=world.product_id).update(
                term_months=24, notice_days=14, at_end="ENDS", attributes={"spotShare": "0.6"}
            )

    service.fill(setup)
    query = "{ products { termMonths noticeDays atEnd spotShare energyPriceFloor currentPrices { kind amount } } }"
    assert service.ask(query)["data"]["products"] == [
        {
            "termMonths": 24,
            "noticeDays": 14,
            "atEnd": "ENDS",
            "spotShare": "0.6",
            "energyPriceFloor": None,
            "currentPrices": [
                {"kind": "MARGIN", "amount": "0.49"},
                {"kind": "MONTHLY_FEE", "amount": "4.95"},
            ],
        }
    ]


def test_the_statements_of_the_contracts_page_do_not_grow_with_the_contracts(service: Service) -> None:
    query = TERMS.replace(
        "noticeDays",
        "product { name priceComponents { kind } } meteringPoint { name gsrn address { street } } noticeDays",
        1,
    ).replace("first: 10", "first: 100")

    def with_contracts(count: int) -> Any:
        async def setup(world: World) -> Any:
            world.numbers = count * 1000
            await product_prices(world)
            customer = await world.customer()
            for _ in range(count):
                await agree_on_margin(world, customer, await world.contract(customer, await world.point()))
            return await world.account(f"asiakas{count}", customer)

        return setup

    counts = []
    for count in (1, 40):
        headers = service.session(service.fill(with_contracts(count)))
        answer, statements = service.ask_and_count(query, headers)
        assert "errors" not in answer
        assert len(answer["data"]["viewer"]["customers"][0]["contracts"]["nodes"]) == count
        counts.append(statements)
    assert counts == [8, 8]
