from tortoise import migrations
from tortoise.migrations import operations as ops

from omavirta.storage.series import add_outside_vat, drop_outside_vat


class Migration(migrations.Migration):
    dependencies = [("omavirta", "0007_data_revision")]

    initial = False

    operations = [ops.RunPython(add_outside_vat, drop_outside_vat)]
