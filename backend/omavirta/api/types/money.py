from decimal import Decimal

import strawberry


@strawberry.type(description="An exact amount of money.")
class Money:
    amount: Decimal = strawberry.field(description="The amount, with cents.")
    currency: str = strawberry.field(description="Three letters of ISO 4217; EUR in Finland.")


def euros(amount: Decimal) -> Money:
    return Money(amount=amount, currency="EUR")
