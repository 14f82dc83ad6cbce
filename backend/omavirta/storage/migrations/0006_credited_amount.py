from decimal import Decimal

from tortoise import fields, migrations
from tortoise.fields.db_defaults import SqlDefault
from tortoise.migrations import operations as ops
from tortoise.migrations.schema_editor.base import BaseSchemaEditor
from tortoise.migrations.schema_generator.state_apps import StateApps


async def add_up_credit_notes(_apps: StateApps, editor: BaseSchemaEditor) -> None:
    """As `billing.intake_store.settle_credits` does it from now on. Amounts are text on SQLite."""
    amount = "-SUM(CAST(total AS NUMERIC))"
    if editor.DIALECT == "sqlite":
        amount = f"PRINTF('%.2f', {amount})"
    await editor.client.execute_query(
        "UPDATE invoice SET credited_amount = credits.amount FROM"
        f" (SELECT customer_id, credits_number, {amount} AS amount FROM invoice WHERE credits_number IS NOT NULL"
        " GROUP BY customer_id, credits_number) AS credits"
        " WHERE invoice.customer_id = credits.customer_id AND invoice.number = credits.credits_number"
    )


async def leave_amounts(_apps: StateApps, _editor: BaseSchemaEditor) -> None:
    """The column goes, and its amounts with it."""


class Migration(migrations.Migration):
    dependencies = [("omavirta", "0005_money")]

    initial = False

    operations = [
        ops.AddField(
            model_name="Invoice",
            name="credited_amount",
            field=fields.DecimalField(
                default=Decimal("0.00"), db_default=SqlDefault("'0.00'"), max_digits=18, decimal_places=2
            ),
        ),
        ops.AddField(
            model_name="Invoice",
            name="open_amount",
            field=fields.DecimalField(null=True, max_digits=12, decimal_places=2),
        ),
        ops.RunPython(add_up_credit_notes, leave_amounts),
    ]
